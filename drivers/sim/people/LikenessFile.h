// SPDX-License-Identifier: Apache-2.0
// Reads faces.toml: one table a persona, numbers by the names of dials(), colours as "#rrggbb", styles by
// name. An unknown key, a number out of its range or a name that is no file name is refused: a persona is
// used as a folder.
#pragma once

#include "drivers/sim/people/Likeness.h"
#include "foundation/base/Result.h"

#include <string_view>
#include <vector>

namespace madoguchi {

/// The personas of a file's text, in the order of their names. SettingsInvalid with `value` = line.
[[nodiscard]] Result<std::vector<Likeness>> readLikenesses(std::string_view toml);

/// The personas that come with the product (resources/personas/faces.toml, built in).
[[nodiscard]] Result<std::vector<Likeness>> shippedLikenesses();

} // namespace madoguchi
