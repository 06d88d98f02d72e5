// SPDX-License-Identifier: Apache-2.0
// What the QML engine has complained about: a binding that fails is a word that is missing on somebody's
// screen.
#pragma once

#include <string>
#include <vector>

namespace madoguchi {

/// Since it was last asked.
[[nodiscard]] std::vector<std::string> takeComplaints();

} // namespace madoguchi
