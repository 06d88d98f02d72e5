// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/LoopMark.h"

#include <cerrno>
#include <fstream>

namespace madoguchi {

namespace {

constexpr const char* kLoopFrom = "loop-from";
constexpr const char* kHold = "hold";
constexpr int kLongestHold = 30;

Result<void> writeNumber(const std::filesystem::path& file, int number)
{
    errno = 0;
    std::ofstream stream{file};
    stream << number << '\n';
    stream.close();
    if (!stream) {
        return Fault{FaultCode::SettingsInvalid, FaultSpace::Errno, errno, "sim/writeLoopMark"};
    }
    return {};
}

/// `usual` unless the file holds a number from `least` to below `end`.
int readNumber(const std::filesystem::path& file, int least, int end, int usual)
{
    std::ifstream stream{file};
    int number = 0;
    return stream >> number && number >= least && number < end ? number : usual;
}

} // namespace

Result<void> writeLoopMark(const std::filesystem::path& folder, const LoopMark& mark)
{
    const auto written = writeNumber(folder / kLoopFrom, mark.loopFrom);
    return written ? writeNumber(folder / kHold, mark.hold) : written;
}

LoopMark readLoopMark(const std::filesystem::path& folder, int pictures)
{
    return {.loopFrom = readNumber(folder / kLoopFrom, 0, pictures, 0),
            .hold = readNumber(folder / kHold, 1, kLongestHold + 1, 1)};
}

} // namespace madoguchi
