// SPDX-License-Identifier: Apache-2.0
// What a camera sees when somebody turns their head at the desk, and when somebody holds a picture of the
// card's holder before the lens instead. For measuring a defence; how well a drawn attack stands for a real
// one nobody has measured.
#pragma once

#include "drivers/sim/people/Likeness.h"
#include "drivers/sim/people/Turning.h"
#include "foundation/picture/Frame.h"

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace madoguchi {

/// The ways of attack, as ISO/IEC 30107-3 calls them: presentation attack instrument species.
enum class AttackSpecies : std::uint8_t {
    FlatPrint,  ///< A4, life-size, turned in the hands
    BentPrint,  ///< the same around a cylinder of 12 cm radius
    PhoneStill, ///< the picture on a phone that is turned
    PhoneVideo, ///< the holder's own head turn, filmed and played on a phone that is held still
    CutOutMask, ///< the printed face without its eyes, worn by somebody else who turns their head
};

inline constexpr std::array<std::string_view, 5> kAttackSpecies{"flat_print", "bent_print", "phone_still",
                                                                "phone_video", "cut_out_mask"};

/// The moments of a turn as pictures of 640 x 480, each with its own noise. 4 s.
[[nodiscard]] std::vector<Image> headTurn(const Likeness& persona, Turn turn);

/// The same moments of an attack. `holders` and `attackers` are headTurn() of the person in the
/// picture and of whoever wears the mask. `screen` (0 to 1) chooses between a fine and a coarse screen.
[[nodiscard]] std::vector<Image> attack(AttackSpecies species, const Likeness& holder, Turn turn,
                                        std::span<const Image> holders, std::span<const Image> attackers,
                                        float screen);

} // namespace madoguchi
