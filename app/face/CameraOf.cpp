// SPDX-License-Identifier: Apache-2.0
#include "face/CameraOf.h"

#include "sim/people/SequenceCamera.h"

#include <string_view>

namespace madoguchi {

namespace {

class NoCamera final : public FrameSource {
public:
    Result<Frame> next(std::stop_token) override
    {
        return Fault{.code = FaultCode::CameraMissing, .where = "face/camera"};
    }
};

} // namespace

std::unique_ptr<FrameSource> cameraOf(const std::string& setting)
{
    constexpr std::string_view kPractice = "practice:";
    if (setting.starts_with(kPractice))
        return std::make_unique<SequenceCamera>(setting.substr(kPractice.size()));
    return std::make_unique<NoCamera>();
}

} // namespace madoguchi
