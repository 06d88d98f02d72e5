// SPDX-License-Identifier: Apache-2.0
// All pictures small on one sheet, with their names: what a reviewer opens first.
#pragma once

#include <QImage>
#include <QString>

#include <vector>

namespace madoguchi {

class ContactSheet {
public:
    explicit ContactSheet(int columns) : columns_{columns} {}

    void add(const QString& name, const QImage& picture);
    [[nodiscard]] bool save(const QString& path) const;

private:
    struct Entry {
        QString name;
        QImage picture;
    };
    int columns_;
    std::vector<Entry> entries_;
};

} // namespace madoguchi
