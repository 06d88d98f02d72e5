// SPDX-License-Identifier: Apache-2.0
// The four digits while they are being typed. QML learns how many there are, never which; they are
// overwritten as soon as they are taken or given up.
#pragma once

#include "domain/record/CardRecord.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <array>

namespace madoguchi {

class PinEntry : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the visit")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int length READ length CONSTANT)
    Q_PROPERTY(bool complete READ complete NOTIFY countChanged)

public:
    static constexpr int kLength = 4;

    using QObject::QObject;
    ~PinEntry() override;

    [[nodiscard]] int count() const { return count_; }
    [[nodiscard]] int length() const { return kLength; }
    [[nodiscard]] bool complete() const { return count_ == kLength; }

    /// Appends one digit, 0 to 9. Anything else, and a fifth digit, is ignored.
    Q_INVOKABLE void press(int digit);
    Q_INVOKABLE void takeBack();
    Q_INVOKABLE void clear();

    /// The digits, which are no longer here afterwards. Empty when fewer than four were typed.
    [[nodiscard]] PinDigits take();

signals:
    void countChanged();

private:
    std::array<char, kLength> digits_{};
    int count_{0};
};

} // namespace madoguchi
