// SPDX-License-Identifier: Apache-2.0
#include "practice/Resources.h"

namespace madoguchi {

std::filesystem::path resourceFolder()
{
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    const auto installed = program.parent_path().parent_path() / "share" / "madoguchi";
    return std::filesystem::is_directory(installed, error) ? installed : MADO_SOURCE_RESOURCES;
}

std::filesystem::path peopleFile()
{
    return resourceFolder() / "personas" / "people.toml";
}

} // namespace madoguchi
