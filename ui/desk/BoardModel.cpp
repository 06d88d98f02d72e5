// SPDX-License-Identifier: Apache-2.0
#include "ui/desk/BoardModel.h"

#include <algorithm>

namespace madoguchi {
namespace {

/// A terminal that waits for a card has no visit of anybody; nor has a spare that was ended while it waited.
bool hasPatient(const BoardRow& row)
{
    return row.status.stage != Stage::Idle;
}

bool before(const std::unique_ptr<DeskRow>& a, const std::unique_ptr<DeskRow>& b)
{
    return a->need() != b->need() ? a->need() > b->need() : a->changed() > b->changed();
}

QString words(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

BoardModel::BoardModel(BoardPort& port, FindingWords words, QObject* parent)
    : QObject{parent}, port_{port}, words_{std::move(words)}
{
}

void BoardModel::show(BoardSnapshot board, std::chrono::milliseconds now)
{
    board_ = std::move(board);
    now_ = now;
    connected_ = true;
    noteCalls();
    arrange();
}

void BoardModel::tick(std::chrono::milliseconds now)
{
    now_ = now;
    opening_.clear();
    arrange();
}

void BoardModel::lose()
{
    const bool practice = board_.practice;
    board_ = {};
    board_.practice = practice;
    connected_ = false;
    called_.clear();
    opening_.clear();
    ending_.clear();
    arrange();
}

/// A visit says that its patient calls just once; the call stands until somebody opens the row.
void BoardModel::noteCalls()
{
    for (const auto& row : board_.rows)
        if (row.status.staffCalled && row.ended.count() == 0)
            called_.insert(row.tag);
}

std::vector<std::unique_ptr<DeskRow>> BoardModel::sortedRows() const
{
    std::vector<std::unique_ptr<DeskRow>> sorted;
    for (const auto& row : board_.rows)
        if (hasPatient(row))
            sorted.push_back(std::make_unique<DeskRow>(row, called_.contains(row.tag), now_));
    std::ranges::stable_sort(sorted, before);
    return sorted;
}

void BoardModel::arrange()
{
    auto sorted = sortedRows();
    const auto same = [](const auto& a, const auto& b) { return a->looksLike(*b); };
    if (!std::ranges::equal(sorted, rows_, same)) {
        retired_ = std::move(rows_); // bindings let go of them while `changed` is delivered
        rows_ = std::move(sorted);
    }
    if (chosen() == nullptr) {
        chosen_ = rows_.empty() ? std::string{} : rows_.front()->tag();
        endAsked_ = false;
    }
    emit changed();
}

QList<DeskRow*> BoardModel::rows() const
{
    QList<DeskRow*> list;
    for (const auto& row : rows_)
        list.push_back(row.get());
    return list;
}

QVariantList BoardModel::rowList() const
{
    QVariantList list;
    for (const auto& row : rows_)
        list.push_back(QVariant::fromValue(row.get()));
    return list;
}

DeskRow* BoardModel::chosen() const
{
    const auto found = std::ranges::find(rows_, chosen_, [](const auto& row) { return row->tag(); });
    return found == rows_.end() ? nullptr : found->get();
}

bool BoardModel::waiting() const
{
    return std::ranges::any_of(board_.rows, [](const BoardRow& row) {
        return row.ended.count() == 0 && row.status.stage == Stage::Idle;
    });
}

QString BoardModel::findings(std::string_view Text::*language) const
{
    QStringList list;
    for (const int finding : board_.findings)
        list.push_back(words(words_(finding).*language));
    return list.join('\n');
}

void BoardModel::choose(DeskRow* row)
{
    if (row == nullptr || row->tag() == chosen_)
        return;
    chosen_ = row->tag();
    endAsked_ = false;
    emit changed();
}

void BoardModel::move(int step)
{
    const auto list = rows();
    const auto at = list.indexOf(chosen());
    const auto to = std::clamp<qsizetype>(at + step, 0, std::max<qsizetype>(0, list.size() - 1));
    if (!list.isEmpty())
        choose(list[to]);
}

void BoardModel::open()
{
    const auto* row = chosen();
    if (row == nullptr || !row->active() || !opening_.insert(row->tag()).second)
        return;
    give(StaffOrder::OpenPane);
    called_.erase(chosen_);
    arrange();
}

void BoardModel::end()
{
    const auto* row = chosen();
    if (row == nullptr || !row->active() || ending_.contains(row->tag()))
        return;
    if (endAsked_) {
        ending_.insert(row->tag());
        give(StaffOrder::EndVisit);
    }
    endAsked_ = !endAsked_;
    emit changed();
}

void BoardModel::give(StaffOrder order)
{
    port_.send({chosen_, order});
}

} // namespace madoguchi
