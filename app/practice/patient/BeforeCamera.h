// SPDX-License-Identifier: Apache-2.0
// Who stands before the practice's camera and where they look: the camera's link points to one of the folders
// of a person, live, turn-left or turn-right.
#pragma once

#include "foundation/base/Result.h"

#include <filesystem>
#include <string>

namespace madoguchi {

enum class Facing : std::uint8_t { Camera, TheirLeft, TheirRight };

/// `person` steps up: from now on `link` shows <folder>/<person>/live. SettingsInvalid when the link cannot
/// be made.
Result<void> stepUp(const std::filesystem::path& link, const std::filesystem::path& folder,
                    const std::string& person);

/// Whoever is there turns their head. SettingsInvalid when nobody is there.
Result<void> turnHead(const std::filesystem::path& link, Facing facing);

} // namespace madoguchi
