// SPDX-License-Identifier: Apache-2.0
// Tells a head that turns from a picture that is turned. A flat picture stays a plane however it is moved:
// one projective map explains it, its points have two dimensions, and its nose does not wander across its
// face. A film of a turning head and a mask are solid in the same sense and pass; ScreenTrace sees some
// screens.
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
    double span{0}; ///< how far the nose wandered between the eyes
    double reach{
        0}; ///< span per sine of the angle that the eyes' foreshortening tells: how far the nose sticks out
    double bend{0};  ///< what the best plane-to-plane map leaves between straight and turned
    double depth{0}; ///< third singular value: extent in the third dimension
};

[[nodiscard]] TurnFigures turnFigures(std::span<const Landmarks> frames);

/// Whether a solid head moved, by the limits that were measured with the practice's people.
[[nodiscard]] bool isSolid(const TurnFigures& figures);

class HeadTurn {
public:
    using Time = std::chrono::milliseconds; ///< any steady clock

    static constexpr Time kPatience{8000};  ///< for somebody who listens badly or turns slowly
    static constexpr Time kLongestGap{250}; ///< longer without the face, and it may be another one

    enum class State : std::uint8_t { Asking, Solid, Doubtful };

    HeadTurn(TurnSide side, Time now) : side_{side}, begun_{now} {}

    /// A frame; nothing or several faces = no points. Doubtful after kPatience without a solid turn to the
    /// side that was asked for.
    State observe(const std::optional<Landmarks>& points, Time now);

    [[nodiscard]] TurnSide side() const { return side_; }
    [[nodiscard]] std::optional<TurnFigures> figures() const { return figures_; } ///< the last ones looked at

private:
    void keep(const Landmarks& points);
    [[nodiscard]] bool turnedFarEnough() const;

    TurnSide side_;
    Time begun_;
    std::optional<Time> lastSeen_;
    std::vector<Landmarks> frames_;
    std::optional<TurnFigures> figures_;
    std::size_t sinceThinned_{0}, every_{1};
};

} // namespace madoguchi
