// SPDX-License-Identifier: Apache-2.0
#include "faceauth/watch/FrameJudge.h"

#include "faceauth/networks/LivenessNetwork.h"
#include "faceauth/watch/FrameTrace.h"
#include "faceauth/watch/MaskTrace.h"

namespace madoguchi {

FrameJudge::Outcome FrameJudge::observe(Frame frame)
{
    Outcome outcome;
    outcome.fault = camera_.observe(frame);
    if (outcome.fault)
        return outcome;

    const auto now = frame.captured;
    const std::vector<Face> faces = finder_.find(frame.image);
    if (const auto turn = turned_.observe(frame, faces, finder_)) {
        outcome.fault =
            Fault{.code = FaultCode::CameraTurned, .value = *turn, .where = "faceauth/cameraTurned"};
        return outcome;
    }
    outcome.personLeft = personLeft(faces.size(), now);
    watchTurn(frame, faces, outcome);
    const auto quality = faces.size() == 1 ? std::optional{judge(frame.image, faces.front())} : std::nullopt;
    const Guidance seen =
        turning(quality ? advice(*quality, now) : adviceWithoutOne(frame, faces), faces.size());
    outcome.guidance = guidance_.observe(seen, now);
    outcome.usable = seen == Guidance::Good && !camera_.repeats();
    if (outcome.personLeft) {
        best_.clear();
        maskSince_.reset();
        glassesSince_.reset();
    }
    outcome.maskKept = maskKept(quality, now);
    if (outcome.usable) {
        grids_.add(frame.image, faces.front().box);
        outcome.glance = glance(frame, faces.front().box);
        best_.offer({.frame = std::move(frame), .points = faces.front().points, .rank = rank(*quality)});
    }
    outcome.screenSeen = grids_.seen();
    outcome.shot = turn_ ? std::nullopt : best_.due(now);
    return outcome;
}

std::optional<Image> FrameJudge::glance(const Frame& frame, const Box& face)
{
    if (glanced_ && frame.captured - *glanced_ < kGlanceEvery)
        return std::nullopt;
    glanced_ = frame.captured;
    return surroundings(frame.image, face);
}

bool FrameJudge::maskKept(const std::optional<FaceQuality>& quality, std::chrono::milliseconds now)
{
    if (quality && quality->mask < kMaskSeen)
        maskSince_.reset();
    else if (quality && !maskSince_)
        maskSince_ = now;
    return maskSince_ && now - *maskSince_ >= kMaskPatience;
}

void FrameJudge::beginTurn(std::chrono::milliseconds now)
{
    turn_.emplace(*wantedTurn_, now);
    wantedTurn_.reset();
    best_.clear();
}

void FrameJudge::watchTurn(const Frame& frame, const std::vector<Face>& faces, Outcome& outcome)
{
    if (outcome.personLeft) {
        turn_.reset();
        wantedTurn_.reset();
        grids_.clear();
        return;
    }
    if (wantedTurn_)
        beginTurn(frame.captured);
    if (!turn_)
        return;
    const auto points = faces.size() == 1 ? std::optional{faces.front().points} : std::nullopt;
    const auto state = turn_->observe(frame.image, points, frame.captured);
    if (points && turn_->frames() == 1)
        straight_ = {.frame = frame, .points = *points};
    if (state == HeadTurn::State::Asking)
        return;
    outcome.turn = state;
    if (state == HeadTurn::State::Solid)
        outcome.turned = {std::move(straight_), {.frame = frame, .points = *points}};
    turn_.reset();
    best_.clear(); // what was seen before the end of the turn does not count
}

/// While a turn is wanted it takes the place of what would otherwise be said to a face that is well placed.
Guidance FrameJudge::turning(Guidance seen, std::size_t faces) const
{
    const bool placed = seen == Guidance::Good || seen == Guidance::LookHere || seen == Guidance::HoldStill;
    if (!turn_ || faces > 1 || !placed)
        return seen;
    if (turn_->frames() == 0)
        return Guidance::LookHere; // a turn is measured from the front
    return turn_->side() == TurnSide::Left ? Guidance::TurnLeft : Guidance::TurnRight;
}

Guidance FrameJudge::adviceWithoutOne(const Frame& frame, const std::vector<Face>& faces)
{
    lowScoreSince_.reset();
    return advise(frame.image, faces);
}

Guidance FrameJudge::advice(const FaceQuality& quality, std::chrono::milliseconds now)
{
    QualityLimits asked = limits(quality, now);
    const Guidance strict = advise(quality, asked);
    asked.score = kLenientScore;
    const Guidance lenient = advise(quality, asked);
    const bool onlyScoreMissing = strict != Guidance::Good && lenient == Guidance::Good;
    if (!onlyScoreMissing) {
        lowScoreSince_.reset();
        return strict;
    }
    if (!lowScoreSince_)
        lowScoreSince_ = now;
    return now - *lowScoreSince_ >= kScorePatience ? lenient : strict;
}

QualityLimits FrameJudge::limits(const FaceQuality& quality, std::chrono::milliseconds now)
{
    if (quality.eyes >= kOpenEyes)
        eyesOpen_ = now;
    const bool blinking = eyesOpen_ && now - *eyesOpen_ < kBlink;
    if (quality.frames >= kThickFrame && !glassesSince_)
        glassesSince_ = now;
    const bool asking = glassesSince_ && now - *glassesSince_ < kGlassesPatience;
    return {.eyes = blinking ? 0 : kOpenEyes, .frames = asking ? kThickFrame : QualityLimits{}.frames};
}

bool FrameJudge::personLeft(std::size_t faces, std::chrono::milliseconds now)
{
    if (faces == 1) {
        lastSeen_ = now;
        return false;
    }
    const bool gone = lastSeen_ && (faces > 1 || now - *lastSeen_ >= kAbsence);
    if (gone) {
        lastSeen_.reset();
        eyesOpen_.reset();
    }
    return gone;
}

} // namespace madoguchi
