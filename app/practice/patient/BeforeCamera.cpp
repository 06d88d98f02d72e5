// SPDX-License-Identifier: Apache-2.0
#include "practice/patient/BeforeCamera.h"

#include <unistd.h>

namespace madoguchi {
namespace {

namespace fs = std::filesystem;

/// The folders that drivers/sim/people makes of each person.
const char* folderOf(Facing facing)
{
    switch (facing) {
    case Facing::Camera:
        return "live";
    case Facing::TheirLeft:
        return "turn-left";
    case Facing::TheirRight:
        return "turn-right";
    }
    return "live";
}

/// At once: the camera never sees nobody in between.
Result<void> point(const fs::path& link, const fs::path& target)
{
    std::error_code error;
    const fs::path next = link.string() + ".next-" + std::to_string(::getpid());
    fs::remove(next, error);
    fs::create_directory_symlink(target, next, error);
    if (!error)
        fs::rename(next, link, error);
    if (error)
        return Fault{FaultCode::SettingsInvalid, FaultSpace::Errno, error.value(), "practice/camera"};
    return {};
}

} // namespace

Result<void> stepUp(const fs::path& link, const fs::path& folder, const std::string& person)
{
    return point(link, folder / person / folderOf(Facing::Camera));
}

Result<void> turnHead(const fs::path& link, Facing facing)
{
    std::error_code error;
    const fs::path now = fs::read_symlink(link, error);
    const fs::path next = now.parent_path() / folderOf(facing);
    if (error || !fs::is_directory(next, error))
        return Fault{FaultCode::SettingsInvalid, FaultSpace::Errno, error.value(), "practice/turnHead"};
    return now == next ? Result<void>{} : point(link, next);
}

} // namespace madoguchi
