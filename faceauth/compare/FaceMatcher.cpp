// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/FaceMatcher.h"

#include "faceauth/compare/PortraitDecoder.h"

#include <random>
#include <thread>

namespace madoguchi {

namespace {

/// dlib and OpenCV throw; beyond this function nothing does.
template<typename Story>
std::optional<Fault> guarded(std::string_view where, Story&& story)
{
    try {
        story();
        return std::nullopt;
    } catch (const std::exception&) {
        return Fault{.code = FaultCode::Internal, .where = where};
    }
}

/// So seldom a picture is no help to anybody who looks for their place before the camera. It is the camera's
/// fault when a good part of that time was spent waiting for it, and not at work on the picture before.
bool tooSeldom(std::chrono::steady_clock::duration sinceLast, std::chrono::steady_clock::duration waited)
{
    constexpr std::chrono::milliseconds kLongest{900};
    constexpr int kPart = 3;
    return sinceLast >= kLongest && waited >= sinceLast / kPart;
}

/// Not to be guessed by whoever has prepared a film.
TurnSide anySide()
{
    std::random_device random;
    return random() % 2 == 0 ? TurnSide::Left : TurnSide::Right;
}

/// A picture whose numbers do not fit its bytes must not reach anybody who trusts them.
bool usableFrame(const Image& image)
{
    constexpr int kMostSide = 8192;
    return image.format == PixelFormat::Bgr8 && image.width > 0 && image.height > 0 &&
           image.width <= kMostSide && image.height <= kMostSide && image.stride >= 3 * image.width &&
           image.pixels.size() >=
               static_cast<std::size_t>(image.stride) * static_cast<std::size_t>(image.height);
}

} // namespace

FaceMatcher::FaceMatcher(FaceModels& models, Report report, Preview preview, HeadTurnRule headTurn)
    : models_{models}, report_{std::move(report)}, preview_{std::move(preview)}, headTurn_{headTurn},
      judge_{models.finder}
{
}

void FaceMatcher::run(FrameSource& camera, std::stop_token stop)
{
    const std::stop_callback forward{stop, [&] { ended_.request_stop(); }};
    const std::jthread embedding{[&] {
        if (const auto fault = guarded("faceauth/embed", [&] { embed(ended_.get_token()); }))
            finish(*fault);
    }};
    if (const auto fault = guarded("faceauth/watch", [&] { watch(camera, ended_.get_token()); }))
        finish(*fault);
    ended_.request_stop();
}

void FaceMatcher::watch(FrameSource& camera, std::stop_token stop)
{
    using Clock = std::chrono::steady_clock;
    std::optional<Clock::time_point> last; // none yet: for its first picture a camera may need to wake up
    while (!stop.stop_requested()) {
        const auto asked = Clock::now();
        auto frame = camera.next(stop);
        if (stop.stop_requested())
            return;
        const auto now = Clock::now();
        if (last && tooSeldom(now - *last, now - asked))
            return finish(Fault{.code = FaultCode::CameraMissing, .where = "faceauth/cameraSlow"});
        last = now;
        if (!frame)
            return finish(frame.fault());
        if (!usableFrame(frame->image))
            return finish(Fault{.code = FaultCode::CameraBlind, .where = "faceauth/frameShape"});
        preview_(frame->image);
        {
            const std::lock_guard lock{reporting_};
            if (std::exchange(turnWanted_, false))
                judge_.askTurn(anySide());
        }
        handle(judge_.observe(std::move(*frame)));
    }
}

void FaceMatcher::handle(FrameJudge::Outcome outcome)
{
    if (outcome.fault)
        return finish(*outcome.fault);
    if (outcome.personLeft)
        box_.personLeft();
    {
        const std::lock_guard lock{reporting_};
        if (outcome.personLeft) {
            firstUsable_.reset();
            turnWanted_ = turning_ = turnSeen_ = false;
        }
        screenSeen_ = outcome.screenSeen;
        if (outcome.usable && !firstUsable_)
            firstUsable_ = std::chrono::steady_clock::now();
    }
    if (outcome.turn)
        turnEnded(outcome);
    if (outcome.guidance)
        report(*outcome.guidance);
    if (outcome.shot)
        box_.put(std::move(*outcome.shot));
}

void FaceMatcher::embed(std::stop_token stop)
{
    ShotComparison comparison{models_.rule};
    while (const auto work = box_.take(stop))
        handle(*work, comparison);
}

void FaceMatcher::handle(const MatchWork& work, ShotComparison& comparison)
{
    if (work.personLeft)
        comparison.clear();
    if (work.portrait) {
        auto card = describe(*work.portrait);
        if (!card)
            return finish(card.fault());
        comparison.setCard(std::move(*card));
    }
    if (work.turned)
        compareAnew(*work.turned, comparison);
    if (work.shot)
        comparison.add(models_.describeQuickly(work.shot->frame.image, work.shot->points));
    if (const auto decision = comparison.decision())
        decided(*decision, comparison);
}

void FaceMatcher::decided(FaceDecision decision, ShotComparison& comparison)
{
    {
        const std::lock_guard lock{reporting_};
        if (turning_)
            return;
        if (screenSeen_ && decision.verdict == FaceVerdict::Accepted)
            decision.verdict = FaceVerdict::AskStaff;
        else if (turnNeededFor(decision.verdict)) {
            turnWanted_ = turning_ = true;
            doubtful_ = decision;
            doubtful_.verdict = FaceVerdict::AskStaff;
            return comparison.clear();
        }
    }
    finishWith(decision);
}

bool FaceMatcher::turnNeededFor(FaceVerdict verdict) const
{
    if (turnSeen_ || headTurn_ == HeadTurnRule::Never)
        return false;
    return verdict == FaceVerdict::AskStaff ||
           (verdict == FaceVerdict::Accepted && headTurn_ == HeadTurnRule::Always);
}

void FaceMatcher::turnEnded(FrameJudge::Outcome& outcome)
{
    FaceDecision left;
    {
        const std::lock_guard lock{reporting_};
        turnSeen_ = outcome.turned.has_value();
        left = doubtful_;
    }
    if (outcome.turned)
        box_.put(std::move(*outcome.turned));
    else
        finishWith(left);
}

/// Whoever turned their head is compared anew, with shots from after the turn and of the face that turned: a
/// picture held up before or after it counts for nothing.
void FaceMatcher::compareAnew(const TurnShots& turned, ShotComparison& comparison)
{
    const auto face = [&](const FaceShot& shot) {
        return models_.describeQuickly(shot.frame.image, shot.points);
    };
    const bool same = comparison.turned(face(turned.straight), face(turned.turned));
    FaceDecision left;
    {
        const std::lock_guard lock{reporting_};
        turning_ = false;
        left = doubtful_;
    }
    if (!same)
        finishWith(left);
}

Result<FaceTemplate> FaceMatcher::describe(const ChipPortrait& portrait)
{
    const auto photo = decodePortrait(portrait.jpeg2000);
    if (!photo)
        return photo.fault();
    const auto face = models_.finder.findOne(*photo);
    if (!face)
        return Fault{.code = FaultCode::PhotoUnreadable, .where = "faceauth/noFaceInPhoto"};
    return models_.describeQuickly(*photo, face->points);
}

void FaceMatcher::report(const FaceReport& report)
{
    const std::lock_guard lock{reporting_};
    if (!finished_)
        report_(report);
}

void FaceMatcher::finish(const FaceReport& last)
{
    const std::lock_guard lock{reporting_};
    if (std::exchange(finished_, true))
        return;
    report_(last);
    ended_.request_stop();
}

void FaceMatcher::finishWith(FaceDecision decision)
{
    {
        const std::lock_guard lock{reporting_};
        if (firstUsable_)
            decision.milliseconds = static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(
                                                         std::chrono::steady_clock::now() - *firstUsable_)
                                                         .count());
    }
    finish(decision);
}

} // namespace madoguchi
