// SPDX-License-Identifier: Apache-2.0
// The pictures of the practice's people as files: <folder>/<persona>/portrait.jp2, <persona>/live/000.png and
// so on, turn-left and turn-right beside live, and the troubles dark/, empty/ and two/ beside them. Rendering
// takes a minute once; a stamp in each folder tells what it was made from, so that the next call only looks.
#pragma once

#include "drivers/sim/people/Likeness.h"
#include "foundation/base/Result.h"

#include <filesystem>
#include <span>

namespace madoguchi {

struct FacesMade {
    int rendered{0}; ///< pictures written now
    int kept{0};     ///< folders that were up to date
};

/// Fills `folder` with the pictures of `personas`; the first two of `troubled`, if it has two, play the
/// troubles. SettingsInvalid with the errno when the folder cannot be written.
[[nodiscard]] Result<FacesMade> fillFacesFolder(const std::filesystem::path& folder,
                                                std::span<const Likeness> personas,
                                                std::span<const Likeness> troubled);

} // namespace madoguchi
