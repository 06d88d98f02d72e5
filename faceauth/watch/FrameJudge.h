// SPDX-License-Identifier: Apache-2.0
// What one frame after the other means: is the camera seeing anything, what is the person to be told, which
// shot is worth comparing, and is it still the same person. One thread.
#pragma once

#include "drivers/camera/CameraWatch.h"
#include "faceauth/networks/FaceFinder.h"
#include "faceauth/watch/BestShot.h"
#include "faceauth/watch/FaceQuality.h"
#include "faceauth/watch/GuidanceFilter.h"
#include "faceauth/watch/HeadTurn.h"
#include "faceauth/watch/ScreenTrace.h"
#include "faceauth/watch/TurnedCamera.h"

#include <chrono>
#include <optional>

namespace madoguchi {

class FrameJudge {
public:
    /// Without a single face for this long, the next one may be somebody else's.
    static constexpr std::chrono::milliseconds kAbsence{700};

    /// When for this long only the detector's score was missing, a lower one will do.
    static constexpr std::chrono::milliseconds kScorePatience{1200};

    /// Who had their eyes open that recently blinks; a picture of shut eyes never had them open.
    static constexpr std::chrono::milliseconds kBlink{2000};

    /// A mask that was asked off and stays for so long: a person will look.
    static constexpr std::chrono::milliseconds kMaskPatience{8000};

    /// Thick frames are asked off once, for so long; who keeps them on is compared with them.
    static constexpr std::chrono::milliseconds kGlassesPatience{3000};

    /// Between two glances; a decision wants several, and each costs half a shot's time.
    static constexpr std::chrono::milliseconds kGlanceEvery{60};

    struct Outcome {
        std::optional<Fault> fault;          ///< the camera is of no use; nothing else is set
        std::optional<Guidance> guidance;    ///< a new instruction
        std::optional<FaceShot> shot;        ///< to be compared
        std::optional<Image> glance;         ///< surroundings() of a usable face: is somebody there?
        bool usable{false};                  ///< this frame shows a face that could be compared
        bool personLeft{false};              ///< earlier shots no longer count, nor does a turn
        bool screenSeen{false};              ///< so far, in this person's place
        bool maskKept{false};                ///< over mouth and nose, for kMaskPatience
        std::optional<HeadTurn::State> turn; ///< how the turn that was asked for ended
        std::optional<TurnShots> turned;     ///< when it was solid
    };

    explicit FrameJudge(FaceFinder finder) : finder_{std::move(finder)} {}

    [[nodiscard]] Outcome observe(Frame frame);

    /// From the next frame on the person is asked to turn their head, and no shots are taken, until it has
    /// been seen, was in vain, or they are gone.
    void askTurn(TurnSide side) { wantedTurn_ = side; }

private:
    [[nodiscard]] Guidance advice(const FaceQuality& quality, std::chrono::milliseconds now);
    [[nodiscard]] Guidance adviceWithoutOne(const Frame& frame, const std::vector<Face>& faces);
    [[nodiscard]] QualityLimits limits(const FaceQuality& quality, std::chrono::milliseconds now);

    /// What an asked-for turn makes of this frame.
    void watchTurn(const Frame& frame, const std::vector<Face>& faces, Outcome& outcome);
    void beginTurn(std::chrono::milliseconds now);

    [[nodiscard]] Guidance turning(Guidance seen, std::size_t faces) const;

    /// Notes whether somebody is there; true when earlier shots must be forgotten.
    bool personLeft(std::size_t faces, std::chrono::milliseconds now);

    /// Cuts out a glance when the last one is long enough ago.
    [[nodiscard]] std::optional<Image> glance(const Frame& frame, const Box& face);

    /// Notes a mask; true when it stayed on.
    [[nodiscard]] bool maskKept(const std::optional<FaceQuality>& quality, std::chrono::milliseconds now);

    FaceFinder finder_;
    CameraWatch camera_;
    TurnedCamera turned_;
    GuidanceFilter guidance_;
    BestShot best_;
    std::optional<TurnSide> wantedTurn_;
    std::optional<HeadTurn> turn_;
    FaceShot straight_; ///< what the turn is measured from
    GridVotes grids_;
    std::optional<std::chrono::milliseconds> lowScoreSince_, maskSince_, glassesSince_, glanced_;
    std::optional<std::chrono::milliseconds> eyesOpen_; ///< last seen, of this person
    std::optional<std::chrono::milliseconds> lastSeen_; ///< of a person that was not yet reported as gone
};

} // namespace madoguchi
