// SPDX-License-Identifier: Apache-2.0
#include "ui/board/RowList.h"

#include <algorithm>

namespace madoguchi {
namespace {

constexpr int kRowRole = Qt::UserRole + 1;

auto findVisit(const RowList::Rows& rows, const DeskRow& row)
{
    return std::ranges::find_if(rows, [&](const auto& other) { return other->sameVisit(row); });
}

} // namespace

int RowList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant RowList::data(const QModelIndex& index, int role) const
{
    if (role != kRowRole || index.row() < 0 || index.row() >= rowCount())
        return {};
    return QVariant::fromValue(rows_[static_cast<std::size_t>(index.row())].get());
}

QHash<int, QByteArray> RowList::roleNames() const
{
    return {{kRowRole, "deskRow"}};
}

void RowList::arrange(Rows wanted)
{
    removeMissing(wanted);
    for (int at = 0; at < static_cast<int>(wanted.size()); ++at)
        place(std::move(wanted[static_cast<std::size_t>(at)]), at);
}

void RowList::removeMissing(const Rows& wanted)
{
    for (int at = rowCount() - 1; at >= 0; --at) {
        const auto index = static_cast<std::size_t>(at);
        if (findVisit(wanted, *rows_[index]) != wanted.end())
            continue;
        beginRemoveRows({}, at, at);
        rows_[index].release()->deleteLater(); // bindings let go of it while the removal is delivered
        rows_.erase(rows_.begin() + at);
        endRemoveRows();
    }
}

void RowList::place(std::unique_ptr<DeskRow> row, int at)
{
    const auto found = findVisit(rows_, *row);
    if (found == rows_.end()) {
        beginInsertRows({}, at, at);
        rows_.insert(rows_.begin() + at, std::move(row));
        return endInsertRows();
    }
    const auto from = static_cast<int>(found - rows_.begin());
    if (from != at) { // what stands before `at` is in place, so it comes from behind
        beginMoveRows({}, from, from, {}, at);
        std::rotate(rows_.begin() + at, rows_.begin() + from, rows_.begin() + from + 1);
        endMoveRows();
    }
    rows_[static_cast<std::size_t>(at)]->take(*row);
}

} // namespace madoguchi
