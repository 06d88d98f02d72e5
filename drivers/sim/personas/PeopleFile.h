// SPDX-License-Identifier: Apache-2.0
// The shipped people of the practice.
#pragma once

#include "foundation/process/Resources.h"

namespace madoguchi {

[[nodiscard]] inline std::filesystem::path peopleFile()
{
    return resourceFolder() / "personas" / "people.toml";
}

} // namespace madoguchi
