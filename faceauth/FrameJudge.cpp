// SPDX-License-Identifier: Apache-2.0
#include "faceauth/FrameJudge.h"

namespace madoguchi {

FrameJudge::Outcome FrameJudge::observe(Frame frame)
{
    Outcome outcome;
    outcome.fault = camera_.observe(frame);
    if (outcome.fault)
        return outcome;

    const auto now = frame.captured;
    const std::vector<Face> faces = finder_.find(frame.image);
    const Guidance seen = advice(frame, faces);
    outcome.guidance = guidance_.observe(seen, now);
    outcome.personLeft = personLeft(faces.size(), now);
    outcome.usable = seen == Guidance::Good;
    if (outcome.personLeft)
        best_.clear();
    if (outcome.usable) {
        const double shotRank = rank(judge(frame.image, faces.front()));
        best_.offer({.frame = std::move(frame), .points = faces.front().points, .rank = shotRank});
    }
    outcome.shot = best_.due(now);
    return outcome;
}

Guidance FrameJudge::advice(const Frame& frame, const std::vector<Face>& faces)
{
    const Guidance strict = advise(frame.image, faces);
    const Guidance lenient = advise(frame.image, faces, {.score = kLenientScore});
    const bool onlyScoreMissing = strict != Guidance::Good && lenient == Guidance::Good;
    if (!onlyScoreMissing) {
        lowScoreSince_.reset();
        return strict;
    }
    if (!lowScoreSince_)
        lowScoreSince_ = frame.captured;
    return frame.captured - *lowScoreSince_ >= kScorePatience ? lenient : strict;
}

bool FrameJudge::personLeft(std::size_t faces, std::chrono::milliseconds now)
{
    if (faces == 1) {
        lastSeen_ = now;
        return false;
    }
    const bool gone = lastSeen_ && (faces > 1 || now - *lastSeen_ >= kAbsence);
    if (gone)
        lastSeen_.reset();
    return gone;
}

} // namespace madoguchi
