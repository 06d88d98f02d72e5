// SPDX-License-Identifier: Apache-2.0
#include "foundation/process/Resources.h"

#include "foundation/process/StartProgram.h"

namespace madoguchi {

std::filesystem::path resourceFolder()
{
    const auto installed = programFolder().parent_path() / "share" / "madoguchi";
    std::error_code error;
    return std::filesystem::is_directory(installed, error) ? installed : MADO_SOURCE_RESOURCES;
}

} // namespace madoguchi
