// SPDX-License-Identifier: Apache-2.0
#include "ui/desk/DeskRow.h"

#include "core/FaultTable.h"

#include <algorithm>

namespace madoguchi {
namespace {

/// For so long after its end a visit may still want somebody: its patient waits at the desk.
constexpr std::chrono::minutes kStillWaiting{10};

QString words(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

DeskRow::Todo todoOf(FaultCode code)
{
    switch (faultRow(code).actor) {
    case Actor::Administrator:
        return DeskRow::CallAdministrator;
    case Actor::Municipality:
        return DeskRow::SendToCity;
    case Actor::Patient:
    case Actor::Staff:
        break;
    }
    return DeskRow::Speak;
}

} // namespace

DeskRow::DeskRow(BoardRow row, bool called, std::chrono::milliseconds now, QObject* parent)
    : QObject{parent}, row_{std::move(row)},
      minutes_{static_cast<int>(std::max<std::int64_t>(
          0, std::chrono::duration_cast<std::chrono::minutes>(now - changed()).count()))},
      todo_{active() ? todoWhileActive(called) : todoAfterwards()}, need_{needAt(now)}
{
}

std::chrono::milliseconds DeskRow::changed() const
{
    return active() ? std::max(row_.begun, row_.since) : row_.ended;
}

DeskRow::Todo DeskRow::todoWhileActive(bool called) const
{
    const auto& status = row_.status;
    if (status.securityNumberWanted)
        return TypeNumber;
    if (status.stage == Stage::WaitingForStaff)
        return Look;
    if (status.stage == Stage::CardLeftBehind)
        return TakeCard;
    if (status.stage == Stage::OutOfService)
        return CallAdministrator;
    if (status.stage == Stage::Failed)
        return status.fault ? todoOf(*status.fault) : Speak;
    if (called)
        return Help;
    return todoAfterwards();
}

DeskRow::Todo DeskRow::todoAfterwards() const
{
    if (row_.status.outcome == Outcome::SeeReception)
        return SeeAnswer;
    return row_.status.kanjiNameOmitted ? FixName : Nothing;
}

DeskRow::Need DeskRow::needAt(std::chrono::milliseconds now) const
{
    if (todo_ != Nothing && (active() || now - row_.ended < kStillWaiting))
        return Calling;
    return active() ? Going : Done;
}

int DeskRow::method() const
{
    return row_.status.proof ? static_cast<int>(*row_.status.proof) : -1;
}

QString DeskRow::code() const
{
    return hasFault() ? words(faultRow(*row_.status.fault).supportCode) : QString{};
}

QString DeskRow::headlineJa() const
{
    return hasFault() ? words(faultRow(*row_.status.fault).headline.ja) : QString{};
}

QString DeskRow::headlineEn() const
{
    return hasFault() ? words(faultRow(*row_.status.fault).headline.en) : QString{};
}

QString DeskRow::adviceJa() const
{
    return hasFault() ? words(faultRow(*row_.status.fault).advice.ja) : QString{};
}

QString DeskRow::adviceEn() const
{
    return hasFault() ? words(faultRow(*row_.status.fault).advice.en) : QString{};
}

} // namespace madoguchi
