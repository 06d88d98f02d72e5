// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/ComparisonTable.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace madoguchi;

namespace {

constexpr FaceStep kWait{};

FaceStep staff(FaceDoubt doubt)
{
    return {.act = FaceAct::Decide, .verdict = FaceVerdict::AskStaff, .doubt = doubt};
}

FaceDistance distanceOf(Nearness nearness)
{
    return {.nearness = nearness, .score = 0.5, .threshold = 0.93, .shots = 3};
}

/// A comparison that hears one thing after the other.
class Told {
public:
    explicit Told(HeadTurnRule rule = HeadTurnRule::Doubt) { evidence_.rule = rule; }

    Told& hear(const FaceEvent& event)
    {
        evidence_ = after(evidence_, event);
        if (step().act == FaceAct::AskTurn)
            evidence_.turn = TurnProgress::Asked; // as the matcher does
        return *this;
    }
    Told& card(FaceCautions cautions = {}) { return hear(CardCame{cautions}); }
    Told& alive() { return hear(PresenceSeen{Presence::Alive}); }
    Told& face(Nearness nearness) { return hear(FaceCompared{distanceOf(nearness)}); }

    [[nodiscard]] FaceStep step() const { return stepFor(evidence_); }
    [[nodiscard]] FaceVerdict verdict() const
    {
        REQUIRE(step().act == FaceAct::Decide);
        return step().verdict;
    }
    [[nodiscard]] bool turning() const { return evidence_.turn == TurnProgress::Asked && step() == kWait; }

private:
    FaceEvidence evidence_{.cautions = {}, .face = {}};
};

template<typename Enum>
std::vector<Enum> all(Enum last)
{
    std::vector<Enum> values;
    for (int i = 0; i <= static_cast<int>(last); ++i)
        values.push_back(static_cast<Enum>(i));
    return values;
}

/// Every state there is.
std::vector<FaceEvidence> everything()
{
    std::vector<FaceEvidence> states;
    for (const auto rule : all(HeadTurnRule::Always))
        for (const auto face : all(Nearness::Far))
            for (const auto presence : all(Presence::Picture))
                for (const auto turn : all(TurnProgress::InVain))
                    for (int flags = 0; flags < 32; ++flags)
                        states.push_back(
                            {.rule = rule,
                             .card = (flags & 1) != 0,
                             .cautions = {.minor = (flags & 2) != 0, .oldPhoto = (flags & 4) != 0},
                             .face = distanceOf(face),
                             .presence = presence,
                             .turn = turn,
                             .screen = (flags & 8) != 0,
                             .mask = (flags & 16) != 0});
    return states;
}

} // namespace

TEST_CASE("theHolderWhoIsThereIsAccepted")
{
    CHECK(Told{}.card().alive().face(Nearness::Near).verdict() == FaceVerdict::Accepted);
}

TEST_CASE("aYesAlwaysNeedsEverything")
{
    int accepted = 0;
    for (const FaceEvidence& state : everything()) {
        const FaceStep step = stepFor(state);
        if (step.act != FaceAct::Decide || step.verdict != FaceVerdict::Accepted)
            continue;
        ++accepted;
        CHECK(state.card);
        CHECK(state.face.nearness == Nearness::Near);
        CHECK_FALSE(state.cautions.minor);
        CHECK_FALSE(state.cautions.oldPhoto);
        CHECK_FALSE(state.mask);
        CHECK_FALSE(state.screen);
        CHECK((state.presence == Presence::Alive || state.turn == TurnProgress::Seen));
        CHECK(state.presence != Presence::Picture);
        CHECK((state.rule != HeadTurnRule::Always || state.turn == TurnProgress::Seen));
    }
    CHECK(accepted > 0);
}

TEST_CASE("whoeverIsSentToStaffIsSentForAReasonAndNobodyElseHasOne")
{
    for (const FaceEvidence& state : everything()) {
        const FaceStep step = stepFor(state);
        const bool asked = step.act == FaceAct::Decide && step.verdict == FaceVerdict::AskStaff;
        CHECK(asked == (step.doubt != FaceDoubt::None));
    }
}

TEST_CASE("aTurnIsOnlyAskedForWhereTheRuleAllowsItAndOnlyOnce")
{
    for (const FaceEvidence& state : everything())
        if (stepFor(state).act == FaceAct::AskTurn) {
            CHECK(state.rule != HeadTurnRule::Never);
            CHECK(state.turn == TurnProgress::NotAsked);
        }
}

TEST_CASE("nothingIsDecidedBeforeTheCardsPhotoIsHere")
{
    CHECK(Told{}.alive().face(Nearness::Near).hear(FrameLooked{.screen = true, .maskKept = true}).step() ==
          kWait);
}

TEST_CASE("noYesBeforeSeveralLooksSaidThatSomebodyIsThere")
{
    Told told;
    told.card().face(Nearness::Near);
    CHECK(told.step() == kWait);

    CHECK(told.alive().verdict() == FaceVerdict::Accepted);
}

TEST_CASE("aChildIsNeverDecidedByTheFaceAlone")
{
    const FaceCautions minor{.minor = true};

    for (const Nearness nearness : {Nearness::Near, Nearness::Grey, Nearness::Far})
        CHECK(Told{}.card(minor).alive().face(nearness).step() == staff(FaceDoubt::Minor));
}

TEST_CASE("anOldPhotoNeedsAPersonsLookBesideTheScore")
{
    const FaceCautions old{.oldPhoto = true};

    CHECK(Told{}.card(old).alive().face(Nearness::Near).step() == staff(FaceDoubt::OldPhoto));
    CHECK(Told{}.card(old).alive().face(Nearness::Far).verdict() == FaceVerdict::NotYet);
}

TEST_CASE("aMaskThatStaysOnGoesToStaff")
{
    CHECK(Told{}.card().hear(FrameLooked{.screen = false, .maskKept = true}).step() ==
          staff(FaceDoubt::Mask));
}

TEST_CASE("aPictureGoesToStaffHoweverAlike")
{
    CHECK(Told{}.card().hear(PresenceSeen{Presence::Picture}).face(Nearness::Near).step() ==
          staff(FaceDoubt::Picture));
    CHECK(Told{}
              .card()
              .alive()
              .hear(FrameLooked{.screen = true, .maskKept = false})
              .face(Nearness::Near)
              .step() == staff(FaceDoubt::Screen));
}

TEST_CASE("whoMayBeAPictureIsAskedToTurn")
{
    Told told;
    told.card().hear(PresenceSeen{Presence::Unsure}).face(Nearness::Near);
    REQUIRE(told.turning());

    told.hear(TurnEnded{true})
        .hear(TurnChecked{true})
        .hear(PresenceSeen{Presence::Unsure})
        .face(Nearness::Near);

    CHECK(told.verdict() == FaceVerdict::Accepted);
    CHECK(Told{HeadTurnRule::Never}.card().hear(PresenceSeen{Presence::Unsure}).face(Nearness::Near).step() ==
          staff(FaceDoubt::Picture));
}

TEST_CASE("whoIsNeitherClearlyTheHolderNorAnotherTurnsAndThenStaffLook")
{
    Told told;
    told.card().alive().face(Nearness::Grey);
    REQUIRE(told.turning());
    told.face(Nearness::Near); // a shot from before the turn, on its way
    CHECK(told.turning());

    told.hear(TurnEnded{true}).hear(TurnChecked{true});
    CHECK(told.step() == kWait); // what was seen before does not count
    told.alive().face(Nearness::Grey);

    CHECK(told.step() == staff(FaceDoubt::Alike));
}

TEST_CASE("aTurnInVainOrOfAnotherHeadGoesToStaff")
{
    const auto turning = [] {
        Told told{HeadTurnRule::Always};
        told.card().alive().face(Nearness::Near);
        REQUIRE(told.turning());
        return told;
    };

    CHECK(turning().hear(TurnEnded{false}).step() == staff(FaceDoubt::NoTurn));
    CHECK(turning().hear(TurnEnded{true}).hear(TurnChecked{false}).step() == staff(FaceDoubt::NoTurn));
    CHECK(turning().hear(TurnEnded{true}).hear(TurnChecked{true}).hear(OthersCame{}).step() ==
          staff(FaceDoubt::NoTurn));
}

TEST_CASE("whoeverComesNextBeginsAnew")
{
    Told told{HeadTurnRule::Always};
    told.card().alive().face(Nearness::Near).hear(TurnEnded{true}).hear(TurnChecked{true});

    told.hear(PersonLeft{}).alive().face(Nearness::Near);

    CHECK(told.turning()); // the other's turn does not count
}
