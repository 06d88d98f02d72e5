// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/FaceMatcher.h"

#include "faceauth/compare/PortraitDecoder.h"

#include <random>
#include <thread>
#include <utility>

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
    : models_{models}, report_{std::move(report)}, preview_{std::move(preview)}, judge_{models.finder},
      comparison_{models.rule}, evidence_{.rule = headTurn, .cautions = {}, .face = {}}
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
        if (turnWanted_.exchange(false))
            judge_.askTurn(anySide());
        handle(judge_.observe(std::move(*frame)));
    }
}

void FaceMatcher::handle(FrameJudge::Outcome outcome)
{
    if (outcome.fault)
        return finish(*outcome.fault);
    {
        const std::lock_guard lock{reporting_};
        if (outcome.personLeft)
            firstUsable_.reset();
        if (outcome.usable && !firstUsable_)
            firstUsable_ = std::chrono::steady_clock::now();
    }
    if (outcome.personLeft) {
        box_.forget();
        turnWanted_ = false;
        tell(PersonLeft{});
    }
    if (outcome.guidance)
        report(*outcome.guidance);
    tell(FrameLooked{.screen = outcome.screenSeen, .maskKept = outcome.maskKept});
    if (outcome.turn)
        tell(TurnEnded{outcome.turned.has_value()});
    if (outcome.turned)
        box_.put(std::move(*outcome.turned));
    if (outcome.glance)
        box_.putGlance(std::move(*outcome.glance));
    if (outcome.shot)
        box_.put(std::move(*outcome.shot));
}

void FaceMatcher::embed(std::stop_token stop)
{
    while (const auto work = box_.take(stop))
        handle(*work);
}

void FaceMatcher::handle(const MatchWork& work)
{
    if (work.forget) {
        comparison_.clear();
        votes_.clear();
    }
    if (work.reference) {
        auto card = describe(work.reference->portrait);
        if (!card)
            return finish(card.fault());
        comparison_.setCard(std::move(*card));
        tell(CardCame{work.reference->cautions});
    }
    if (work.turned) {
        // Whoever turned is compared anew, with shots from after the turn and of the face that turned: a
        // picture held up before or after it counts for nothing.
        votes_.clear();
        tell(TurnChecked{
            comparison_.turned(embedShot(work.turned->straight), embedShot(work.turned->turned))});
    }
    for (const Image& glance : work.glances)
        votes_.add(models_.liveness.alive(glance));
    if (!work.glances.empty())
        tell(PresenceSeen{votes_.presence()});
    if (!work.shot)
        return;
    comparison_.add(embedShot(*work.shot));
    if (comparison_.othersCame())
        tell(OthersCame{});
    tell(FaceCompared{comparison_.face()});
}

Embedding FaceMatcher::embedShot(const FaceShot& shot)
{
    return models_.network.embed(shot.frame.image, shot.points);
}

Result<Embedding> FaceMatcher::describe(const ChipPortrait& portrait)
{
    const auto photo = decodePortrait(portrait.jpeg2000);
    if (!photo)
        return photo.fault();
    const auto face = models_.finder.findOne(*photo);
    if (!face)
        return Fault{.code = FaultCode::PhotoUnreadable, .where = "faceauth/noFaceInPhoto"};
    return models_.network.embed(*photo, face->points);
}

void FaceMatcher::tell(const FaceEvent& event)
{
    const std::lock_guard lock{deciding_};
    evidence_ = after(std::move(evidence_), event);
    act(stepFor(evidence_), evidence_.face);
}

void FaceMatcher::act(const FaceStep& step, const FaceDistance& face)
{
    switch (step.act) {
    case FaceAct::Wait:
        return;
    case FaceAct::AskTurn:
        evidence_.turn = TurnProgress::Asked;
        evidence_.face = {};
        turnWanted_ = true;
        return box_.forget();
    case FaceAct::Decide:
        return finish(FaceDecision{.verdict = step.verdict,
                                   .doubt = step.doubt,
                                   .score = face.score,
                                   .threshold = face.threshold,
                                   .shots = face.shots,
                                   .milliseconds = 0});
    }
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
    FaceReport told = last;
    if (auto* decision = std::get_if<FaceDecision>(&told); decision != nullptr && firstUsable_)
        decision->milliseconds = static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(
                                                      std::chrono::steady_clock::now() - *firstUsable_)
                                                      .count());
    report_(told);
    ended_.request_stop();
}

} // namespace madoguchi
