// SPDX-License-Identifier: Apache-2.0
#include "faceauth/FaceMatcher.h"

#include "faceauth/PortraitDecoder.h"

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

FaceMatcher::FaceMatcher(FaceModels& models, Report report, Preview preview)
    : models_{models}, report_{std::move(report)}, preview_{std::move(preview)}, judge_{models.finder},
      portraitFinder_{models.finder}
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
    while (!stop.stop_requested()) {
        auto frame = camera.next(stop);
        if (stop.stop_requested())
            return;
        if (!frame)
            return finish(frame.fault());
        if (!usableFrame(frame->image))
            return finish(Fault{.code = FaultCode::CameraBlind, .where = "faceauth/frameShape"});
        preview_(frame->image);
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
        if (outcome.personLeft)
            firstUsable_.reset();
        if (outcome.usable && !firstUsable_)
            firstUsable_ = std::chrono::steady_clock::now();
    }
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
    if (work.shot)
        comparison.add(models_.describeQuickly(work.shot->frame.image, work.shot->points));
    if (const auto decision = comparison.decision())
        finishWith(*decision);
}

Result<FaceTemplate> FaceMatcher::describe(const ChipPortrait& portrait)
{
    const auto photo = decodePortrait(portrait.jpeg2000);
    if (!photo)
        return photo.fault();
    const auto face = portraitFinder_.findOne(*photo);
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
