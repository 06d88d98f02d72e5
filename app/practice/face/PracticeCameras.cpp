// SPDX-License-Identifier: Apache-2.0
#include "practice/face/PracticeCameras.h"

#include "drivers/sim/card/PracticeCardCamera.h"
#include "drivers/sim/people/SequenceCamera.h"

#include <string_view>

namespace madoguchi {

namespace {

constexpr std::string_view kPractice = "practice:";

} // namespace

std::unique_ptr<FrameSource> PracticeCameras::ofFaces(const std::string& setting) const
{
    if (!setting.starts_with(kPractice))
        return DeviceCameras::ofFaces(setting);
    return std::make_unique<SequenceCamera>(setting.substr(kPractice.size()));
}

Result<std::unique_ptr<FrameSource>> PracticeCameras::ofCards(const std::string& setting) const
{
    if (!setting.starts_with(kPractice))
        return DeviceCameras::ofCards(setting);
    return {std::make_unique<PracticeCardCamera>(cardFaceSocket(setting.substr(kPractice.size())))};
}

} // namespace madoguchi
