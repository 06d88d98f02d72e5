// SPDX-License-Identifier: Apache-2.0
#include "faceauth/FaceMatcher.h"

#include "TestPeople.h"

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

Outcome match(const ChipPortrait& portrait, FrameSource& camera, HeadTurnRule headTurn = HeadTurnRule::Never)
{
    Outcome outcome;
    FaceMatcher matcher{testModels(), [&](const FaceReport& report) { outcome.reports.push_back(report); },
                        [&](const Image&) { ++outcome.previews; }, headTurn};
    matcher.giveReference(portrait);
    matcher.run(camera, {});
    return outcome;
}

Outcome match(const ChipPortrait& portrait, std::vector<Image> pictures)
{
    LoopCamera camera{std::move(pictures)};
    return match(portrait, camera);
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
    CHECK(outcome.decision().shots >= ShotComparison::kLeastShots);
    CHECK(outcome.previews > 3);
}

TEST_CASE("somebodyElseIsNotAccepted")
{
    const Outcome outcome = match(portraitOf("hanako"), atDesk("impostor", 4));

    CHECK(outcome.decision().verdict != FaceVerdict::Accepted);
    CHECK(outcome.decision().shots == ShotComparison::kMostShots);
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
