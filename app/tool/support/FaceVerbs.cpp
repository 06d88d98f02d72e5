// SPDX-License-Identifier: Apache-2.0
#include "tool/support/FaceVerbs.h"

#include "foundation/process/Resources.h"
#include "foundation/process/StartProgram.h"

namespace madoguchi {

namespace {

/// Where packaging/fetch-models put them: for a program of the build tree, or installed.
std::filesystem::path usualModels()
{
    const auto built = programFolder().parent_path().parent_path() / "models";
    std::error_code error;
    return std::filesystem::is_directory(built, error) ? built : "/var/lib/madoguchi/models";
}

} // namespace

FaceOptions usualFaceOptions()
{
    return {usualModels(), resourceFolder() / "face" / "calibration.json"};
}

void addModelOptions(CLI::App& command, FaceOptions& told)
{
    command.add_option("--models", told.models, "Folder that packaging/fetch-models filled")
        ->capture_default_str();
}

void addCalibrationOption(CLI::App& command, FaceOptions& told)
{
    command.add_option("--calibration", told.calibration, "The calibration")->capture_default_str();
}

} // namespace madoguchi
