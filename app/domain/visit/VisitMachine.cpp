// SPDX-License-Identifier: Apache-2.0
#include "domain/visit/VisitMachine.h"

#include "domain/visit/Rows.h"

#include <array>

namespace madoguchi {
namespace {

using Table = std::span<const Row>;

const Row* rowFor(const Visit& visit, const Event& event)
{
    for (const auto& part : tableOf(visit.kind))
        for (const auto& row : part)
            if (row.event == event.index() && row.from.has(visit.stage) && row.guard(visit, event))
                return &row;
    return nullptr;
}

/// A passage from one stage to another by which something was done that goes on record.
struct Passage {
    Stages from, to;
    AuditAct act;
};

constexpr Stages kAny = kAlive.with(Stage::Erasing);
constexpr std::array kPassages{
    Passage{Stage::ReadingCard, kAny, AuditAct::CardRead},
    Passage{Stage::Consenting, Stage::AskingCentral, AuditAct::ConsentAnswered},
    Passage{Stage::Registering, Stage::AskingCentral, AuditAct::FirstUseRegistered},
    Passage{Stage::AskingCentral, kAny, AuditAct::CentralAsked},
    Passage{Stage::HandingOver, kAny, AuditAct::HandedOver},
};

std::vector<AuditFact> factsOf(const Visit& before, const Visit& after, std::vector<AuditAct> acts)
{
    if (after.proof && !before.proof)
        acts.push_back(after.proof == Method::StaffEye ? AuditAct::StaffLooked : AuditAct::IdentityProven);
    if (after.stage != before.stage)
        for (const auto& passage : kPassages)
            if (passage.from.has(before.stage) && passage.to.has(after.stage))
                acts.push_back(passage.act);

    std::vector<AuditFact> facts;
    for (const auto act : acts)
        facts.push_back({act, after.proof, after.fault});
    return facts;
}

} // namespace

std::span<const Table> tableOf(Kind kind)
{
    static const std::array kByCard{cardReadingRows(), cardProofRows(),  cardFaceRows(), cardQuestionRows(),
                                    numberBeginRows(), endingFileRows(), endingRows()};
    static const std::array kByNumber{numberRows(), endingFileRows(), endingRows()};
    return kind == Kind::ByCard ? std::span<const Table>{kByCard} : std::span<const Table>{kByNumber};
}

Step next(Visit visit, const Event& event)
{
    const auto* row = rowFor(visit, event);
    if (row == nullptr)
        return {std::move(visit), {}, {}, false, false};
    const auto before = visit;
    Move move{visit};
    row->effect(move, event);
    return {.visit = visit,
            .actions = std::move(move.actions),
            .facts = factsOf(before, visit, std::move(move.acts)),
            .taken = true,
            .restartsClock = visit.stage != before.stage || row->clock == StepClock::Restarts};
}

} // namespace madoguchi
