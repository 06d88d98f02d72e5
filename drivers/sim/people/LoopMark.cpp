// SPDX-License-Identifier: Apache-2.0
#include "sim/people/LoopMark.h"

#include <cerrno>
#include <fstream>

namespace madoguchi {

namespace {

constexpr const char* kFile = "loop-from";

} // namespace

Result<void> writeLoopMark(const std::filesystem::path& folder, int loopFrom)
{
    errno = 0;
    std::ofstream file{folder / kFile};
    file << loopFrom << '\n';
    file.close();
    if (!file) {
        return Fault{FaultCode::SettingsInvalid, FaultSpace::Errno, errno, "sim/writeLoopMark"};
    }
    return {};
}

int readLoopMark(const std::filesystem::path& folder, int pictures)
{
    std::ifstream file{folder / kFile};
    int loopFrom = 0;
    return file >> loopFrom && loopFrom > 0 && loopFrom < pictures ? loopFrom : 0;
}

} // namespace madoguchi
