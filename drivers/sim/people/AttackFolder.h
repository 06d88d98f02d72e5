// SPDX-License-Identifier: Apache-2.0
// A drawn attack as files, so that somebody who is not the card's holder can stand before the practice's
// camera: <folder>/<holder>-<species>/live, turn-left and turn-right.
#pragma once

#include "drivers/sim/people/Attacks.h"
#include "foundation/base/Result.h"

#include <filesystem>
#include <string>

namespace madoguchi {

/// How the folder is called below `folder`.
[[nodiscard]] std::string attackName(const std::string& holder, AttackSpecies species);

/// Draws it: `attacker` with a picture of `holder`. 2 to 10 s. SettingsInvalid with the errno when the folder
/// cannot be written.
[[nodiscard]] Result<void> fillAttackFolder(const std::filesystem::path& folder, const Likeness& holder,
                                            const Likeness& attacker, AttackSpecies species);

} // namespace madoguchi
