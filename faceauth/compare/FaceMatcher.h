// SPDX-License-Identifier: Apache-2.0
// One comparison from the first frame to the decision. Frames are watched and judged on one thread, faces are
// turned into numbers on another, so that preview and guidance never wait for the network.
#pragma once

#include "domain/status/HeadTurnRule.h"
#include "domain/record/FaceReport.h"
#include "foundation/picture/Frame.h"
#include "domain/record/CardRecord.h"
#include "faceauth/compare/FaceModels.h"
#include "faceauth/watch/FrameJudge.h"
#include "faceauth/compare/MatchWork.h"
#include "faceauth/compare/ShotComparison.h"

#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>

namespace madoguchi {

class FaceMatcher {
public:
    using Report = std::function<void(const FaceReport&)>;
    using Preview = std::function<void(const Image&)>; ///< gets each frame, on the thread of run()

    /// `models` outlives this. `report` is called from two threads, never at the same time; a decision or a
    /// fault is the last one.
    FaceMatcher(FaceModels& models, Report report, Preview preview,
                HeadTurnRule headTurn = HeadTurnRule::Doubt);

    /// Returns after the last report, or when `stop` was requested. Call it once.
    void run(FrameSource& camera, std::stop_token stop);

    /// From any thread, before or during run(). The template is made at once, while the person finds their
    /// place.
    void giveReference(ChipPortrait portrait) { box_.put(std::move(portrait)); }

private:
    void watch(FrameSource& camera, std::stop_token stop);
    void handle(FrameJudge::Outcome outcome);
    void embed(std::stop_token stop);
    void handle(const MatchWork& work, ShotComparison& comparison);
    Result<FaceTemplate> describe(const ChipPortrait& portrait);
    void decided(FaceDecision decision, ShotComparison& comparison);
    [[nodiscard]] bool turnNeededFor(FaceVerdict verdict) const;
    void turnEnded(FrameJudge::Outcome& outcome);
    void compareAnew(const TurnShots& turned, ShotComparison& comparison);
    void report(const FaceReport& report);
    void finish(const FaceReport& last);
    void finishWith(FaceDecision decision);

    FaceModels& models_;
    Report report_;
    Preview preview_;
    HeadTurnRule headTurn_;
    FrameJudge judge_;
    MatchWorkBox box_;
    std::stop_source ended_;

    std::mutex reporting_; ///< guards what follows
    bool finished_{false};
    bool turnWanted_{false}; ///< and the judge not yet told
    bool turning_{false};
    bool turnSeen_{false};
    bool screenSeen_{false};
    FaceDecision doubtful_{}; ///< what is left to staff when the turn is in vain
    std::optional<std::chrono::steady_clock::time_point> firstUsable_;
};

} // namespace madoguchi
