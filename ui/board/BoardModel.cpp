// SPDX-License-Identifier: Apache-2.0
#include "ui/board/BoardModel.h"

#include "ui/bridge/Wording.h"

#include <algorithm>

namespace madoguchi {
namespace {

constexpr std::chrono::seconds kTouchEvery{30};
constexpr std::chrono::seconds kCardAgainAfter{15};

/// A terminal that waits for a card has no visit of anybody; nor has a spare that was ended while it waited.
bool hasPatient(const BoardRow& row)
{
    return row.status.stage != Stage::Idle;
}

bool before(const std::unique_ptr<DeskRow>& a, const std::unique_ptr<DeskRow>& b)
{
    return a->need() != b->need() ? a->need() > b->need() : a->changedAt() > b->changedAt();
}

std::pair<int, std::string> visitOf(const DeskRow& row)
{
    return {row.source(), row.tag()};
}

} // namespace

BoardModel::BoardModel(std::vector<BoardPort*> ports, FindingWords words, QObject* parent)
    : QObject{parent}, words_{std::move(words)}
{
    for (auto* port : ports)
        sources_.push_back({.port = port});
}

void BoardModel::show(BoardSnapshot board, std::chrono::milliseconds now, int source)
{
    auto& known = sources_.at(static_cast<std::size_t>(source));
    known.board = std::move(board);
    known.connected = true;
    now_ = now;
    arrange();
}

void BoardModel::tick(std::chrono::milliseconds now, QDate today)
{
    now_ = now;
    today_ = today;
    opening_.clear();
    arrange();
}

void BoardModel::lose(int source)
{
    auto& lost = sources_.at(static_cast<std::size_t>(source));
    const bool practice = lost.board.practice;
    lost.board = {.practice = practice};
    lost.connected = false;
    for (auto* visits : {&opening_, &ending_})
        std::erase_if(*visits, [source](const Visit& visit) { return visit.first == source; });
    arrange();
}

RowList::Rows BoardModel::sortedRows() const
{
    RowList::Rows sorted;
    for (int source = 0; source < static_cast<int>(sources_.size()); ++source) {
        const auto& board = sources_[static_cast<std::size_t>(source)].board;
        const auto terminal = sources_.size() > 1 ? board.terminal : std::string{};
        for (const auto& row : board.rows)
            if (hasPatient(row)) { // who opens a row has come, before the supervisor can say so
                const bool called = row.status.staffCalled && !opening_.contains({source, row.tag});
                sorted.push_back(
                    std::make_unique<DeskRow>(DeskRow::Facts{row, source, terminal, called}, now_));
            }
    }
    std::ranges::stable_sort(sorted, before);
    return sorted;
}

BookedToday BoardModel::booked() const
{
    BookedToday booked{today_};
    for (const auto& source : sources_)
        for (const auto& row : source.board.rows)
            booked.take(row);
    return booked;
}

void BoardModel::arrange()
{
    list_.arrange(sortedRows());
    if (chosen() == nullptr) {
        chosen_ = list_.rows().empty() ? Visit{-1, {}} : visitOf(*list_.rows().front());
        endAsked_ = false;
    }
    sound();
    emit changed();
}

void BoardModel::sound()
{
    for (int source = 0; source < static_cast<int>(sources_.size()); ++source) {
        const bool calls = sources_[static_cast<std::size_t>(source)].board.call == BoardCall::Help;
        if (calls && sounded_.insert(source).second)
            emit alarm(Help);
        else if (!calls)
            sounded_.erase(source);
    }
    if (!cardLeft())
        soundedCard_ = {};
    else if (soundedCard_.count() == 0 || now_ - soundedCard_ >= kCardAgainAfter) {
        soundedCard_ = now_;
        emit alarm(CardLeft);
    }
}

DeskRow* BoardModel::chosen() const
{
    const auto found =
        std::ranges::find_if(list_.rows(), [this](const auto& row) { return visitOf(*row) == chosen_; });
    return found == list_.rows().end() ? nullptr : found->get();
}

int BoardModel::chosenIndex() const
{
    const auto found =
        std::ranges::find_if(list_.rows(), [this](const auto& row) { return visitOf(*row) == chosen_; });
    return found == list_.rows().end() ? -1 : static_cast<int>(found - list_.rows().begin());
}

// -- The terminals --

bool BoardModel::connected() const
{
    return std::ranges::all_of(sources_, &Source::connected);
}

bool BoardModel::practice() const
{
    return std::ranges::any_of(sources_, [](const Source& s) { return s.board.practice; });
}

bool BoardModel::anyCalls(BoardCall call) const
{
    return std::ranges::any_of(sources_, [call](const Source& s) { return s.board.call == call; });
}

QString BoardModel::callTerminal() const
{
    QStringList names;
    for (const auto& source : sources_)
        if (source.board.call != BoardCall::None && sources_.size() > 1)
            names.push_back(QString::fromStdString(source.board.terminal));
    return names.join(QStringLiteral("・"));
}

bool BoardModel::waiting() const
{
    for (int source = 0; source < static_cast<int>(sources_.size()); ++source)
        if (idleVisit(source) != nullptr)
            return true;
    return false;
}

bool BoardModel::inService() const
{
    return std::ranges::all_of(sources_, [](const Source& s) { return s.board.inService; });
}

bool BoardModel::auditFailing() const
{
    return std::ranges::any_of(sources_, [](const Source& s) { return s.board.auditFailing; });
}

bool BoardModel::sealBroken() const
{
    return std::ranges::any_of(sources_, [](const Source& s) { return s.board.sealBroken; });
}

QString BoardModel::terminal() const
{
    QStringList names;
    for (const auto& source : sources_)
        if (!source.board.terminal.empty())
            names.push_back(QString::fromStdString(source.board.terminal));
    return names.join(QStringLiteral("・"));
}

QString BoardModel::findingsIn(Language language) const
{
    QStringList list;
    for (const auto& source : sources_)
        for (const int finding : source.board.findings)
            list.push_back(words(text(words_(finding), language)));
    list.removeDuplicates();
    return list.join('\n');
}

const BoardRow* BoardModel::idleVisit(int source) const
{
    const auto& rows = sources_[static_cast<std::size_t>(source)].board.rows;
    const auto found = std::ranges::find_if(
        rows, [](const BoardRow& row) { return row.ended.count() == 0 && row.status.stage == Stage::Idle; });
    return found == rows.end() ? nullptr : &*found;
}

// -- Who sits here --

/// The first terminal that wants a sign-in; one that is not there asks for nothing.
int BoardModel::seatIndex() const
{
    const auto found = std::ranges::find_if(
        sources_, [](const Source& s) { return s.connected && s.board.session.state != SessionState::Open; });
    return found == sources_.end() ? 0 : static_cast<int>(found - sources_.begin());
}

bool BoardModel::may(DeskOperation operation) const
{
    return std::ranges::find(seat().session.may, operation) != seat().session.may.end();
}

int BoardModel::role() const
{
    return seat().session.role ? static_cast<int>(*seat().session.role) : -1;
}

QString BoardModel::signInTerminal() const
{
    return sources_.size() > 1 ? QString::fromStdString(seat().terminal) : QString{};
}

void BoardModel::tellSeat(const DeskMessage& message)
{
    sources_[static_cast<std::size_t>(seatIndex())].port->send(message);
}

void BoardModel::tellAll(const DeskMessage& message)
{
    for (const auto& source : sources_)
        source.port->send(message);
}

void BoardModel::signIn(const QString& name, const QString& password, const QString& code)
{
    tellSeat(
        SignIn{name.trimmed().toLower().toStdString(), password.toStdString(), code.trimmed().toStdString()});
}

void BoardModel::unlock(const QString& pin)
{
    tellSeat(Unlock{pin.toStdString()});
}

void BoardModel::lock()
{
    tellAll(LockDesk{});
}

void BoardModel::signOut()
{
    tellAll(SignOut{});
}

void BoardModel::release(const QString& name)
{
    tellAll(ReleaseStaff{name.trimmed().toLower().toStdString()});
}

void BoardModel::touched()
{
    if (session() != Open || (toldTouched_.count() != 0 && now_ - toldTouched_ < kTouchEvery))
        return;
    toldTouched_ = now_;
    tellAll(StillHere{});
}

// -- What staff do --

void BoardModel::choose(DeskRow* row)
{
    if (row == nullptr || visitOf(*row) == chosen_)
        return;
    chosen_ = visitOf(*row);
    endAsked_ = false;
    emit changed();
}

void BoardModel::move(int step)
{
    const auto& list = list_.rows();
    const auto last = static_cast<int>(list.size()) - 1;
    if (last >= 0)
        choose(list[static_cast<std::size_t>(std::clamp(chosenIndex() + step, 0, last))].get());
}

void BoardModel::openVisit(const Visit& visit, StaffOrder order)
{
    if (opening_.insert(visit).second)
        sources_[static_cast<std::size_t>(visit.first)].port->send(DeskOrder{visit.second, order});
}

void BoardModel::open()
{
    const auto* row = chosen();
    if (row == nullptr || !row->active())
        return;
    openVisit(chosen_);
    arrange();
}

void BoardModel::end()
{
    const auto* row = chosen();
    if (row == nullptr || !row->active() || ending_.contains(chosen_))
        return;
    if (endAsked_) {
        ending_.insert(chosen_);
        sources_[static_cast<std::size_t>(chosen_.first)].port->send(
            DeskOrder{chosen_.second, StaffOrder::EndVisit});
    }
    endAsked_ = !endAsked_;
    emit changed();
}

void BoardModel::act()
{
    const auto* row = chosen();
    if (row == nullptr)
        return;
    switch (row->step().nextAction()) {
    case NextAction::None:
        return;
    case NextAction::OpenPane:
    case NextAction::LookAtFace:
    case NextAction::TypeCardNumber:
        return open();
    case NextAction::TypeInsuredNumber:
        return row->active() ? open() : queryByNumber();
    case NextAction::EndVisit:
        return end();
    }
}

void BoardModel::queryByNumber()
{
    const auto count = static_cast<int>(sources_.size());
    const int first = std::max(0, chosen_.first);
    for (int i = 0; i < count; ++i) {
        const int source = (first + i) % count;
        if (const auto* idle = idleVisit(source))
            return openVisit({source, idle->tag}, StaffOrder::TypeNumber);
    }
}

} // namespace madoguchi
