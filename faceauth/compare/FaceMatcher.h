// SPDX-License-Identifier: Apache-2.0
// One comparison from the first frame to the decision. Frames are watched and judged on one thread, faces are
// turned into numbers on another, so that preview and guidance never wait for the network. What is seen is
// told to the ComparisonTable, which alone decides.
#pragma once

#include "domain/record/FaceReport.h"
#include "domain/status/HeadTurnRule.h"
#include "faceauth/compare/ComparisonTable.h"
#include "faceauth/compare/FaceModels.h"
#include "faceauth/compare/MatchWork.h"
#include "faceauth/compare/PresenceVotes.h"
#include "faceauth/watch/FrameJudge.h"
#include "foundation/picture/Frame.h"

#include <atomic>
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
    void giveReference(ChipPortrait portrait, FaceCautions cautions = {})
    {
        box_.put(FaceReferencePhoto{std::move(portrait), cautions});
    }

private:
    // On the watching thread.
    void watch(FrameSource& camera, std::stop_token stop);
    void handle(FrameJudge::Outcome outcome);

    // On the embedding thread.
    void embed(std::stop_token stop);
    void handle(const MatchWork& work);
    Result<Embedding> describe(const ChipPortrait& portrait);
    [[nodiscard]] Embedding embedShot(const FaceShot& shot);

    // On either.
    void tell(const FaceEvent& event);
    void act(const FaceStep& step, const FaceDistance& face);
    void report(const FaceReport& report);
    void finish(const FaceReport& last);

    FaceModels& models_;
    Report report_;
    Preview preview_;
    FrameJudge judge_;
    MatchWorkBox box_;
    std::stop_source ended_;
    ShotComparison comparison_; ///< the embedding thread's, like the votes
    PresenceVotes votes_;
    std::atomic<bool> turnWanted_{false}; ///< and the judge not yet told

    std::mutex deciding_; ///< guards the evidence; before reporting_ when both are taken
    FaceEvidence evidence_;
    std::mutex reporting_; ///< guards what follows
    bool finished_{false};
    std::optional<std::chrono::steady_clock::time_point> firstUsable_;
};

} // namespace madoguchi
