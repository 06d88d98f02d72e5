// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/FaceMatcher.h"

#include "drivers/sim/people/Attacks.h"
#include "tests/faceauth/TestPeople.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

struct Outcome {
    std::vector<FaceReport> reports;
    int previews{0};

    [[nodiscard]] const FaceDecision& decision() const
    {
        REQUIRE_FALSE(reports.empty());
        const auto* decision = std::get_if<FaceDecision>(&reports.back());
        REQUIRE(decision != nullptr);
        return *decision;
    }
    [[nodiscard]] const Fault& fault() const
    {
        REQUIRE_FALSE(reports.empty());
        const auto* fault = std::get_if<Fault>(&reports.back());
        REQUIRE(fault != nullptr);
        return *fault;
    }
};

Outcome match(const ChipPortrait& portrait, FrameSource& camera, HeadTurnRule headTurn = HeadTurnRule::Never,
              FaceCautions cautions = {})
{
    Outcome outcome;
    FaceMatcher matcher{testModels(), [&](const FaceReport& report) { outcome.reports.push_back(report); },
                        [&](const Image&) { ++outcome.previews; }, headTurn};
    matcher.giveReference(portrait, cautions);
    matcher.run(camera, {});
    return outcome;
}

Outcome match(const ChipPortrait& portrait, std::vector<Image> pictures, FaceCautions cautions = {})
{
    LoopCamera camera{std::move(pictures)};
    return match(portrait, camera, HeadTurnRule::Never, cautions);
}

/// What a persona's head does before the camera when told to.
ObedientCamera::Reels reelsOf(const std::string& persona)
{
    const Likeness& who = likenessOf(persona);
    return {.here = atDesk(persona, 4),
            .left = headTurn(who, Turn::ToTheirLeft),
            .right = headTurn(who, Turn::ToTheirRight)};
}

/// A print of the persona, turned in the hands.
ObedientCamera::Reels printOf(const std::string& persona)
{
    const auto turned = [&](Turn turn) {
        return attack(AttackSpecies::FlatPrint, likenessOf(persona), turn, {}, {}, 0);
    };
    ObedientCamera::Reels reels{
        .here = {}, .left = turned(Turn::ToTheirLeft), .right = turned(Turn::ToTheirRight)};
    reels.here.assign(reels.left.begin(), reels.left.begin() + kStraightMoments);
    return reels;
}

const ObedientCamera::Reels& hanako()
{
    static const auto kReels = reelsOf("hanako");
    return kReels;
}

const ObedientCamera::Reels& impostor()
{
    static const auto kReels = reelsOf("impostor");
    return kReels;
}

/// Asked to turn before every yes, and doing as told.
Outcome matchTurning(const ChipPortrait& portrait, ObedientCamera::Reels reels)
{
    ObedientCamera camera{std::move(reels)};
    Outcome outcome;
    FaceMatcher matcher{testModels(),
                        [&](const FaceReport& report) {
                            outcome.reports.push_back(report);
                            if (const auto* guidance = std::get_if<Guidance>(&report))
                                camera.told(*guidance);
                        },
                        [](const Image&) {}, HeadTurnRule::Always};
    matcher.giveReference(portrait);
    matcher.run(camera, {});
    return outcome;
}

long timesTold(const Outcome& outcome, Guidance wanted)
{
    return std::ranges::count_if(outcome.reports, [&](const FaceReport& report) {
        const auto* guidance = std::get_if<Guidance>(&report);
        return guidance != nullptr && *guidance == wanted;
    });
}

bool askedToTurn(const Outcome& outcome)
{
    return timesTold(outcome, Guidance::TurnLeft) + timesTold(outcome, Guidance::TurnRight) > 0;
}

class DeadCamera final : public FrameSource {
public:
    Result<Frame> next(std::stop_token) override
    {
        return Fault{.code = FaultCode::CameraMissing, .where = "test"};
    }
};

class LyingCamera final : public FrameSource {
public:
    Result<Frame> next(std::stop_token) override
    {
        Frame frame;
        frame.image.width = 640;
        frame.image.height = 480;
        frame.image.stride = 1920;
        frame.image.pixels.resize(10);
        return frame;
    }
};

} // namespace

TEST_CASE("theHolderIsAccepted")
{
    const Outcome outcome = match(portraitOf("hanako"), atDesk("hanako", 4));

    CHECK(outcome.decision().verdict == FaceVerdict::Accepted);
    CHECK(outcome.decision().score < outcome.decision().threshold);
    CHECK(outcome.decision().shots >= kLeastShots);
    CHECK(outcome.previews > 3);
}

TEST_CASE("aFacesOwnLinesAreNotTakenForAScreens")
{
    // Whose lips are the strongest of the practice's people.
    CHECK(match(portraitOf("jiro"), atDesk("jiro", 4)).decision().verdict == FaceVerdict::Accepted);
}

TEST_CASE("somebodyElseIsNotAccepted")
{
    const Outcome outcome = match(portraitOf("hanako"), atDesk("impostor", 4));

    CHECK(outcome.decision().verdict != FaceVerdict::Accepted);
    CHECK(outcome.decision().shots == kMostShots);
}

TEST_CASE("theHolderWhoTurnsTheirHeadIsAccepted")
{
    const Outcome outcome = matchTurning(portraitOf("hanako"), hanako());

    CHECK(askedToTurn(outcome));
    CHECK(outcome.decision().verdict == FaceVerdict::Accepted);
}

TEST_CASE("aPrintOfTheHolderGoesToStaff")
{
    LoopCamera camera{printOf("hanako").here};

    const Outcome outcome = match(portraitOf("hanako"), camera);

    CHECK(outcome.decision().score < outcome.decision().threshold); // its face was the holder's
    CHECK(outcome.decision().verdict == FaceVerdict::AskStaff);
    CHECK(outcome.decision().doubt == FaceDoubt::Picture);
}

TEST_CASE("aFilmOfTheHoldersTurnGoesToStaff")
{
    const auto filmed = [](Turn turn) {
        return attack(AttackSpecies::PhoneVideo, likenessOf("hanako"), turn,
                      turn == Turn::ToTheirLeft ? hanako().left : hanako().right, {}, 0.5F);
    };
    ObedientCamera::Reels reels{
        .here = {}, .left = filmed(Turn::ToTheirLeft), .right = filmed(Turn::ToTheirRight)};
    reels.here.assign(reels.left.begin(), reels.left.begin() + kStraightMoments);

    const Outcome outcome = matchTurning(portraitOf("hanako"), std::move(reels));

    CHECK(outcome.decision().verdict == FaceVerdict::AskStaff);
}

TEST_CASE("aPrintThatTakesTheLivingHoldersPlaceForTheTurnGoesToStaff")
{
    const auto print = printOf("hanako");

    const Outcome outcome = matchTurning(portraitOf("hanako"), {hanako().here, print.left, print.right});

    CHECK(askedToTurn(outcome));
    CHECK(outcome.decision().verdict == FaceVerdict::AskStaff);
}

TEST_CASE("aChildIsLeftToStaffHoweverAlike")
{
    const Outcome outcome = match(portraitOf("hanako"), atDesk("hanako", 4), {.minor = true});

    CHECK(outcome.decision().verdict == FaceVerdict::AskStaff);
    CHECK(outcome.decision().doubt == FaceDoubt::Minor);
}

TEST_CASE("anOldPhotoIsLeftToStaffBesideTheScore")
{
    const Outcome outcome = match(portraitOf("hanako"), atDesk("hanako", 4), {.oldPhoto = true});

    CHECK(outcome.decision().verdict == FaceVerdict::AskStaff);
    CHECK(outcome.decision().doubt == FaceDoubt::OldPhoto);
    CHECK(outcome.decision().score < outcome.decision().threshold);
}

TEST_CASE("aMaskIsAskedOffAndThenStaffLook")
{
    LoopCamera camera{masked("kouki", 4)};

    const Outcome outcome = match(portraitOf("kouki"), camera);

    CHECK(timesTold(outcome, Guidance::LowerMask) == 1);
    CHECK(timesTold(outcome, Guidance::Good) == 0);
    CHECK(outcome.decision().verdict == FaceVerdict::AskStaff);
    CHECK(outcome.decision().doubt == FaceDoubt::Mask);
}

TEST_CASE("aHeadThatTurnsInPlaceOfThePrintGoesToStaff")
{
    const Outcome outcome =
        matchTurning(portraitOf("hanako"), {hanako().here, impostor().left, impostor().right});

    CHECK(askedToTurn(outcome));
    CHECK(outcome.decision().verdict == FaceVerdict::AskStaff);
}

TEST_CASE("aPrintThatIsHeldUpAfterSomebodyElsesTurnGoesToStaff")
{
    // Nobody is seen for as long as makes the turn begin anew and is no absence yet.
    const std::vector<Image> nobody(5, trouble("empty").front());
    ObedientCamera::Reels swapped{hanako().here, nobody, nobody};
    swapped.left.insert(swapped.left.end(), impostor().left.begin(), impostor().left.end());
    swapped.right.insert(swapped.right.end(), impostor().right.begin(), impostor().right.end());

    const Outcome outcome = matchTurning(portraitOf("hanako"), std::move(swapped));

    CHECK(askedToTurn(outcome));
    CHECK(outcome.decision().verdict == FaceVerdict::AskStaff);
}

TEST_CASE("aPhotoThatCannotBeDecodedEndsTheComparison")
{
    const Outcome outcome = match(ChipPortrait{Bytes(500, 7)}, trouble("empty"));

    CHECK(outcome.fault().code == FaultCode::PhotoUnreadable);
}

TEST_CASE("aCameraThatIsGoneEndsTheComparison")
{
    DeadCamera camera;

    CHECK(match({}, camera).fault().code != FaultCode::Internal);
}

TEST_CASE("aFrameThatPromisesMoreThanItHoldsIsNotRead")
{
    FaceMatcher::Report ignore = [](const FaceReport&) {};
    std::optional<Fault> fault;
    FaceMatcher matcher{testModels(),
                        [&](const FaceReport& report) {
                            if (const auto* found = std::get_if<Fault>(&report))
                                fault = *found;
                        },
                        [](const Image&) { FAIL("such a frame must not be shown"); }};
    LyingCamera camera;

    matcher.run(camera, {});

    REQUIRE(fault);
    CHECK(fault->code == FaultCode::CameraBlind);
}

TEST_CASE("aFrozenCameraEndsTheComparison")
{
    class FrozenCamera final : public FrameSource {
    public:
        Result<Frame> next(std::stop_token) override
        {
            return Frame{picture_, std::chrono::milliseconds{33} * count_++};
        }

    private:
        Image picture_{trouble("empty").front()};
        int count_{0};
    };
    FrozenCamera camera;
    Outcome outcome;
    FaceMatcher matcher{testModels(), [&](const FaceReport& report) { outcome.reports.push_back(report); },
                        [](const Image&) {}};

    matcher.run(camera, {});

    CHECK(outcome.fault().code == FaultCode::CameraBlind);
}

TEST_CASE("aStopEndsTheComparisonWithoutAWord")
{
    std::stop_source stop;
    std::vector<FaceReport> reports;
    FaceMatcher matcher{testModels(), [&](const FaceReport& report) { reports.push_back(report); },
                        [&](const Image&) { stop.request_stop(); }};
    LoopCamera camera{trouble("empty")};

    matcher.run(camera, stop.get_token());

    for (const FaceReport& report : reports)
        CHECK(std::holds_alternative<Guidance>(report));
}
