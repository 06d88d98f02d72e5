// SPDX-License-Identifier: Apache-2.0
// How somebody turns their head when they are asked to, or turns a picture in their hands: fourteen moments,
// a tenth of a second apart, from looking here to 25 degrees aside and, as long as they are still asked,
// to 33.
#pragma once

#include "drivers/sim/people/View.h"

#include <array>
#include <cmath>

namespace madoguchi {

/// Which way, seen by the person who turns.
enum class Turn : std::uint8_t { ToTheirLeft, ToTheirRight };

/// How far the turn is at each moment, as a share of the whole, with a hand's or a neck's unsteadiness.
inline constexpr std::array kTurnCourse{0.00F, 0.03F, -0.03F, 0.02F, 0.17F, 0.36F, 0.58F,
                                        0.80F, 0.95F, 1.00F,  0.98F, 1.10F, 1.25F, 1.30F};

inline constexpr std::size_t kStraightMoments = 4; ///< of the course: still looking here
inline constexpr std::size_t kTurnedFrom = 11;     ///< from here on at the turn's end

inline constexpr float kHeadAngle = 0.45F; ///< of a head, radians: 1 in the course

/// Yaw at a moment of a turn by `angle`.
[[nodiscard]] inline float turnYaw(std::size_t moment, Turn turn, float angle)
{
    return (turn == Turn::ToTheirLeft ? 1.0F : -1.0F) * angle * kTurnCourse[moment];
}

/// A head at a moment of its turn: it leans and shifts a little, and the eyes stay behind.
[[nodiscard]] inline Pose turnedHead(std::size_t moment, Turn turn, float distance)
{
    const float yaw = turnYaw(moment, turn, kHeadAngle);
    return {.yaw = yaw,
            .pitch = 0.1F * std::abs(yaw),
            .roll = 0.06F * yaw,
            .x = 1.2F * yaw,
            .distance = distance};
}

[[nodiscard]] inline Expression eyesBehind(const Pose& pose)
{
    return {.gazeX = -0.5F * pose.yaw};
}

} // namespace madoguchi
