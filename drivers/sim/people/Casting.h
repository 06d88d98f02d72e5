// SPDX-License-Identifier: Apache-2.0
// Which pictures there are of whom: the chip photo of a card, what a camera sees while somebody steps up to
// the desk, and what it sees when things go wrong.
#pragma once

#include "drivers/sim/people/Likeness.h"
#include "drivers/sim/people/Render.h"
#include "drivers/sim/people/Turning.h"

#include <string>
#include <vector>

namespace madoguchi {

/// Changes with the shots, so that cached pictures are renewed.
inline constexpr int kCastingVersion = 4;

/// One picture to render. The personas outlive it.
struct Shot {
    View view;
    std::vector<Sitter> sitters;
};

/// A run of camera pictures. Pictures before `loopFrom` are seen once: the way up to the desk.
struct Sequence {
    std::string folder; ///< below faces/
    std::vector<Shot> shots;
    int loopFrom{0};
    int hold{1}; ///< for how many camera frames each picture stays
};

/// 320 x 400, even light, plain wall, another lens, another day than the camera's.
[[nodiscard]] Shot chipPhoto(const Likeness& persona);

/// 640 x 480: nobody, far away, looking aside, coming closer, then looking here with small motions, a slow
/// turn of the head to both sides and a blink.
[[nodiscard]] Sequence atTheDesk(const Likeness& persona);

/// 640 x 480: the same person in the same light turning their head, which stays turned.
[[nodiscard]] Sequence turningAside(const Likeness& persona, Turn turn);

/// The folders of one persona's sequences: <persona>/live, <persona>/turn-left, <persona>/turn-right.
inline constexpr const char* kLiveFolder = "live";
[[nodiscard]] const char* folderOf(Turn turn);

/// "dark": a room without light; "empty": nobody; "two": a second person looks over the shoulder;
/// "mask": a mask over mouth and nose that stays on.
[[nodiscard]] std::vector<Sequence> troubles(const Likeness& persona, const Likeness& other);

} // namespace madoguchi
