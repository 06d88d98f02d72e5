// SPDX-License-Identifier: Apache-2.0
// Tells a head that turns from a picture that is turned. A nose stands out of a head, so its tip wanders
// across the face as the head turns; a sheet, even one bent around an upright axis, keeps its middle line
// together. Besides, one projective map explains a flat picture, and its points have two dimensions. A film
// of a turning head and a mask are solid in the same sense and pass; ScreenTrace sees some screens.
#pragma once

#include "faceauth/FaceGeometry.h"

#include <chrono>
#include <optional>
#include <span>
#include <vector>

namespace madoguchi {

/// Which way, seen by the person who turns.
enum class TurnSide : std::uint8_t { Left, Right };

/// What a run of frames says about the thing that moved. All per eye distance.
struct TurnFigures {
    double span{0};   ///< how far the nose wandered between the eyes
    double relief{0}; ///< how far the nose's tip wandered against the brows and against the chin, together
    double bend{0};   ///< what the best plane-to-plane map leaves between straight and turned
    double depth{0};  ///< third singular value: extent in the third dimension
};

[[nodiscard]] TurnFigures turnFigures(std::span<const Landmarks> frames);

/// Whether a solid head moved, by the limits that were measured with the practice's people.
[[nodiscard]] bool isSolid(const TurnFigures& figures);

class HeadTurn {
public:
    using Time = std::chrono::milliseconds; ///< any steady clock

    static constexpr Time kPatience{12000}; ///< for somebody who listens badly or turns slowly
    static constexpr Time kLongestGap{250}; ///< frames without the face for longer, and it may be another one
    static constexpr Time kLongestPause{700}; ///< the same when there were no frames at all: a busy machine
    static constexpr Time kHeldAside{1500};   ///< turned for so long in vain: to be tried anew from the front

    enum class State : std::uint8_t { Asking, Solid, Doubtful };

    HeadTurn(TurnSide side, Time now) : side_{side}, begun_{now} {}

    /// A frame; nothing or several faces = no points. Doubtful after kPatience without a solid turn to the
    /// side that was asked for.
    State observe(const std::optional<Landmarks>& points, Time now);

    [[nodiscard]] TurnSide side() const { return side_; }
    /// How many frames of the turn are kept: 1 after the one it is measured from, which looks here; 0 while
    /// there is none and the person must look here before they turn.
    [[nodiscard]] std::size_t frames() const { return frames_.size(); }
    [[nodiscard]] std::optional<TurnFigures> figures() const { return figures_; } ///< the last ones looked at

private:
    void keep(const Landmarks& points);
    void beginAnew();
    [[nodiscard]] bool turnedFarEnough() const;
    [[nodiscard]] bool lost(Time now) const;

    TurnSide side_;
    Time begun_;
    std::optional<Time> lastSeen_, asideSince_;
    bool missed_{false}; ///< a frame without the face since then
    std::vector<Landmarks> frames_;
    std::optional<TurnFigures> figures_;
    std::size_t sinceThinned_{0}, every_{1};
};

} // namespace madoguchi
