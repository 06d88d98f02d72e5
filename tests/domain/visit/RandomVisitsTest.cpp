// SPDX-License-Identifier: Apache-2.0
#include "DrawnEvents.h"

#include "domain/visit/VisitDiagram.h"
#include "domain/visit/VisitMachine.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <tuple>

using namespace madoguchi;
using namespace madoguchi::test;

namespace {

template<typename A>
int countOf(const std::vector<Action>& actions)
{
    return static_cast<int>(std::count_if(actions.begin(), actions.end(),
                                          [](const Action& a) { return std::holds_alternative<A>(a); }));
}

using Way = std::tuple<Kind, Stage, Stage>;

std::set<Way> drawnWays()
{
    std::set<Way> ways;
    for (const auto kind : {Kind::ByCard, Kind::ByNumber})
        for (const auto& arrow : arrowsOf(kind))
            ways.insert({kind, arrow.from, arrow.to});
    return ways;
}

std::string words(const Way& way)
{
    const auto& [kind, from, to] = way;
    return std::string{heading(kind)} + ": " + std::string{name(from)} + " --> " + std::string{name(to)};
}

} // namespace

TEST_CASE("randomVisitsNeverBreakTheRules")
{
    Draw draw{20261120};

    for (int run = 0; run < 20000; ++run) {
        Visit visit = draw.visit();
        std::optional<Consents> chosen;
        bool faceAccepted = false, pinVerified = false, staffAttested = false, armed = false;

        for (int i = 0; i < 60; ++i) {
            const Event event = draw.event(visit);
            const Visit before = visit;
            auto [after, actions, facts, taken, restarts] = next(visit, event);

            // What no row takes changes nothing.
            if (!taken)
                REQUIRE((after.stage == before.stage && actions.empty() && facts.empty() && !restarts));

            // Nothing touches a port while nobody is here.
            if (after.stage == Stage::Idle)
                REQUIRE(actions.end() == std::find_if(actions.begin(), actions.end(), [](const Action& a) {
                            return !std::holds_alternative<CallStaff>(a);
                        }));

            // What counts as proof has happened, at the stage where it can.
            if (std::holds_alternative<PinVerified>(event) && before.stage == Stage::CheckingPin)
                pinVerified = true;
            if (std::holds_alternative<StaffAttested>(event) && before.stage == Stage::WaitingForStaff)
                staffAttested = true;
            if (const auto* face = std::get_if<FaceDecided>(&event))
                faceAccepted |= face->verdict == FaceVerdict::Accepted && before.portraitRead &&
                                before.stage == Stage::LookingAtFace;
            if (after.stage == Stage::HandingOver || after.stage == Stage::AskingCentral ||
                after.stage == Stage::Consenting)
                REQUIRE((pinVerified || staffAttested || faceAccepted ||
                         (after.kind == Kind::ByNumber && after.stage != Stage::Consenting)));
            REQUIRE((after.kind == Kind::ByCard || (!after.proof && after.consents.none())));
            if (!after.proof) // whoever has to prove it anew has proven nothing
                pinVerified = staffAttested = faceAccepted = false;
            if (std::holds_alternative<QueryWanted>(event) && requery(before) == Requery::NewQuestion)
                chosen.reset();

            if (const auto* given = std::get_if<ConsentsGiven>(&event);
                given != nullptr && before.stage == Stage::Consenting)
                chosen = given->consents;

            for (const auto& action : actions) {
                // What is typed can neither sign nor carry a consent, and it erases itself.
                if (std::holds_alternative<AskNumber>(action)) {
                    REQUIRE(std::holds_alternative<NumberTyped>(event));
                    REQUIRE(armed);
                }
                armed = armed || std::holds_alternative<ArmErasure>(action);
                // A question is put again only for staff, only as it was signed, and only without an answer.
                if (std::holds_alternative<RepeatQuestion>(action)) {
                    REQUIRE(std::holds_alternative<QueryWanted>(event));
                    REQUIRE(before.question == Question::Signed);
                    REQUIRE(after.consents == before.consents);
                    REQUIRE(after.proof == before.proof);
                }
                if (const auto* ask = std::get_if<AskCentral>(&action)) {
                    REQUIRE(after.kind == Kind::ByCard);
                    for (auto item : {ConsentItem::Medicines, ConsentItem::Visits, ConsentItem::Surgery,
                                      ConsentItem::CheckUps}) {
                        const auto& asked = after.abilities.consentItems;
                        const bool wasAsked = std::find(asked.begin(), asked.end(), item) != asked.end();
                        REQUIRE(allows(ask->consents, item) == (chosen && wasAsked && allows(*chosen, item)));
                    }
                    REQUIRE((ask->method != Method::Pin || pinVerified));
                    REQUIRE((ask->method != Method::Face || faceAccepted));
                    REQUIRE((ask->method != Method::StaffEye || staffAttested));
                }
                // A PIN goes to the card exactly as often as a person typed it, and the last one only
                // confirmed.
                if (std::holds_alternative<VerifyPin>(action)) {
                    REQUIRE(std::holds_alternative<PinTyped>(event));
                    REQUIRE(before.pinTriesLeft.value_or(0) > 0);
                    REQUIRE((before.pinTriesLeft != 1 || before.lastTryConfirmed));
                }
                // Nobody else's hand on the card: once erased, nothing follows.
                REQUIRE((!std::holds_alternative<EraseVisit>(action) || after.stage == Stage::Erasing));
            }
            // What the card signs is put once, and only what it signed.
            if (countOf<PutQuestion>(actions) > 0) {
                REQUIRE(std::holds_alternative<QuestionSigned>(event));
                REQUIRE(before.question == Question::NonceHere);
            }
            // What proves a person is on record before anything follows from it.
            if (after.proof && !before.proof)
                REQUIRE(facts.size() == 1);
            if (before.stage == Stage::Erasing)
                REQUIRE(after.stage == Stage::Erasing);
            visit = std::move(after);
        }

        // However it went, the visit's own deadline ends it.
        const auto end = next(visit, VisitTimedOut{});
        REQUIRE((end.visit.stage == Stage::Erasing || end.visit.stage == Stage::Idle ||
                 end.visit.stage == Stage::OutOfService));
    }
}

TEST_CASE("everyStageThatWaitsLongEnoughComesToAnEnd")
{
    Draw draw{7};

    for (int run = 0; run < 2000; ++run) {
        Visit visit = draw.visit();
        for (int i = 0; i < 40; ++i)
            visit = next(visit, draw.event(visit)).visit;

        // Nothing happens any more: staff close their window, steps time out, and at last the card is taken.
        visit = next(visit, PaneClosed{}).visit;
        for (int i = 0; i < 20 && visit.stage != Stage::Erasing; ++i)
            visit = next(visit, StepTimedOut{}).visit;
        visit = next(visit, CardTaken{}).visit;
        for (int i = 0; i < 20 && visit.stage != Stage::Erasing; ++i)
            visit = next(visit, StepTimedOut{}).visit;

        REQUIRE((visit.stage == Stage::Erasing || visit.stage == Stage::Idle ||
                 visit.stage == Stage::OutOfService));
    }
}

TEST_CASE("everyWayOfTheDiagramsIsWalkedAndNoOther")
{
    Draw draw{29};
    auto left = drawnWays();
    const auto drawn = left;

    std::vector<Visit> corpus; // where something was seen for the first time: rare ways begin there
    for (int run = 0; run < 200000 && !left.empty(); ++run) {
        const bool fresh = corpus.empty() || draw.oneIn(3);
        Visit visit = fresh ? draw.visit()
                            : corpus[static_cast<std::size_t>(draw.below(static_cast<int>(corpus.size())))];
        for (int i = 0; i < 60 && visit.stage != Stage::Erasing; ++i) {
            const auto event = draw.event(visit);
            auto after = next(visit, event).visit;
            const Way way{visit.kind, visit.stage, after.stage};
            visit = std::move(after);
            if (std::get<1>(way) == std::get<2>(way) || std::holds_alternative<VisitTimedOut>(event))
                continue;
            if (drawn.count(way) == 0)
                FAIL(words(way));
            if (left.erase(way) != 0)
                corpus.push_back(visit);
        }
    }

    for (const auto& way : left)
        UNSCOPED_INFO(words(way));
    CHECK(left.empty());
}

TEST_CASE("everyEventCanMoveSomeVisit")
{
    std::set<std::size_t> known;
    for (const auto kind : {Kind::ByCard, Kind::ByNumber})
        for (const auto& part : tableOf(kind))
            for (const auto& row : part)
                known.insert(row.event);

    CHECK(known.size() == std::variant_size_v<Event>);
}
