// SPDX-License-Identifier: Apache-2.0
// Tells a head that turns from a picture that is turned. A nose stands out of a head, so its tip wanders
// across the face as the head turns; on a sheet, flat or bent, in hands or worn, it stays where it was
// printed. That is followed in the pixels, through the whole turn. Besides, one projective map explains a
// flat picture, and its points have two dimensions. A film of a turning head and a mask with a nose of its
// own are solid in the same sense and pass; ScreenTrace sees some screens.
#pragma once

#include "faceauth/networks/FaceGeometry.h"
#include "faceauth/watch/SkinTracks.h"

#include <chrono>
#include <optional>
#include <span>
#include <vector>

namespace madoguchi {

/// Which way, seen by the person who turns.
enum class TurnSide : std::uint8_t { Left, Right };

/// What a run of frames says about the thing that moved. All per eye distance.
struct TurnFigures {
    double bend{0};  ///< what the best plane-to-plane map of the landmarks leaves between straight and turned
    double depth{0}; ///< third singular value of the landmarks: extent in the third dimension
    NoseTravel nose; ///< followed in the pixels, positive to the side of the turn
};

[[nodiscard]] TurnFigures turnFigures(std::span<const Landmarks> frames, NoseTravel nose);

/// Whether a solid head moved, by limits that were measured with invented people.
[[nodiscard]] bool isSolid(const TurnFigures& figures);

class HeadTurn {
public:
    using Time = std::chrono::milliseconds; ///< any steady clock

    static constexpr Time kPatience{12000}; ///< for somebody who listens badly or turns slowly
    static constexpr Time kLongestGap{250}; ///< frames without the face for longer, and it may be another one
    static constexpr Time kLongestPause{700}; ///< the same when there were no frames at all, as on a busy
                                              ///< machine, or its pieces were not found again: a blink
    static constexpr Time kHeldAside{1500};   ///< turned for so long in vain: to be tried anew from the front

    enum class State : std::uint8_t { Asking, Solid, Doubtful };

    HeadTurn(TurnSide side, Time now) : side_{side}, begun_{now} {}

    /// A frame; nothing or several faces = no points. Doubtful after kPatience without a solid turn to the
    /// side that was asked for.
    State observe(const Image& frame, const std::optional<Landmarks>& points, Time now);

    [[nodiscard]] TurnSide side() const { return side_; }
    /// How many frames of the turn are kept: 1 after the one it is measured from, which looks here; 0 while
    /// there is none and the person must look here before they turn.
    [[nodiscard]] std::size_t frames() const { return frames_.size(); }
    [[nodiscard]] std::optional<TurnFigures> figures() const { return figures_; } ///< the last ones looked at

private:
    static constexpr std::size_t kEnd = 3; ///< frames at the turn's end, so that one misplaced nose is none

    [[nodiscard]] bool follow(const Image& frame, const Landmarks& points);
    void keep(const Landmarks& points);
    [[nodiscard]] NoseTravel noseTravel() const;
    [[nodiscard]] double toSide(double rightwards) const;
    void beginAnew();
    [[nodiscard]] bool turnedFarEnough() const;
    [[nodiscard]] bool lost(Time now) const;

    TurnSide side_;
    Time begun_;
    std::optional<Time> lastSeen_, asideSince_;
    bool missed_{false}; ///< a frame without the face since then
    std::vector<Landmarks> frames_;
    std::optional<SkinTracks> tracks_;
    std::vector<NoseTravel> travels_; ///< the last kEnd
    NoseTravel front_;                ///< where the face looked here, furthest to the other side
    std::optional<TurnFigures> figures_;
    std::size_t sinceThinned_{0}, every_{1};
};

} // namespace madoguchi
