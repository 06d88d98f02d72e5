// SPDX-License-Identifier: Apache-2.0
// The board's line about the booked patients of today: how many there are, what the advance check had said,
// and how many of them have come. Numbers only; the board knows no more.
#pragma once

#include "formats/status/BoardMessages.h"

#include <QDate>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace madoguchi {

class BookedToday {
    Q_GADGET
    QML_VALUE_TYPE(bookedToday)
    Q_PROPERTY(bool known READ known CONSTANT) ///< a visit of today has read the lists
    Q_PROPERTY(int people READ people CONSTANT)
    Q_PROPERTY(int valid READ valid CONSTANT)
    Q_PROPERTY(int invalid READ invalid CONSTANT)
    Q_PROPERTY(int unchecked READ unchecked CONSTANT)
    Q_PROPERTY(int come READ come CONSTANT)       ///< of them, by the flags of the rows
    Q_PROPERTY(int toCheck READ toCheck CONSTANT) ///< of those, flagged with anything but "as checked"

public:
    BookedToday() = default;
    explicit BookedToday(QDate today) : day_{today.year() * 10'000 + today.month() * 100 + today.day()} {}

    /// One row of any terminal. The newest counts are the day's; yesterday's rows do not count.
    void take(const BoardRow& row);

    [[nodiscard]] bool known() const { return counts_.people() > 0; }
    [[nodiscard]] int people() const { return counts_.people(); }
    [[nodiscard]] int valid() const { return counts_.valid; }
    [[nodiscard]] int invalid() const { return counts_.invalid; }
    [[nodiscard]] int unchecked() const { return counts_.unchecked; }
    [[nodiscard]] int come() const { return come_; }
    [[nodiscard]] int toCheck() const { return toCheck_; }

private:
    int day_{0};
    BookedCounts counts_;
    std::chrono::milliseconds newest_{-1};
    int come_{0}, toCheck_{0};
};

} // namespace madoguchi
