// SPDX-License-Identifier: Apache-2.0
// Where the files under resources/ are: beside the installed program (../share/madoguchi), or in the source
// tree it was built from.
#pragma once

#include <filesystem>

namespace madoguchi {

[[nodiscard]] std::filesystem::path resourceFolder();

} // namespace madoguchi
