// SPDX-License-Identifier: Apache-2.0
// The rows in their order, for a ListView. A new order is told as the moves that lead to it, so that two
// hundred rows cost no more than those that changed.
#pragma once

#include "ui/board/DeskRow.h"

#include <QAbstractListModel>

#include <QtQml/qqmlregistration.h>

#include <memory>
#include <vector>

namespace madoguchi {

class RowList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the board")

public:
    using Rows = std::vector<std::unique_ptr<DeskRow>>;

    using QAbstractListModel::QAbstractListModel;

    /// The rows from now on. One that is there already stays the same object and takes the new one's facts.
    void arrange(Rows wanted);

    [[nodiscard]] const Rows& rows() const { return rows_; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    void removeMissing(const Rows& wanted);
    void place(std::unique_ptr<DeskRow> row, int at);

    Rows rows_;
};

} // namespace madoguchi
