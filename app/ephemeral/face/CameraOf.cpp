// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/face/CameraOf.h"

#include "drivers/camera/OpenCvCamera.h"
#include "drivers/camera/UprightCamera.h"
#include "drivers/sim/people/SequenceCamera.h"

#include <string_view>

namespace madoguchi {

namespace {

/// Switched on by the first question, so that a process that waits warm leaves the camera's light off.
class DeviceCamera final : public FrameSource {
public:
    explicit DeviceCamera(std::string device) : device_{std::move(device)} {}

    Result<Frame> next(std::stop_token stop) override
    {
        if (!camera_) {
            auto opened = openCamera({.device = device_});
            if (!opened)
                return opened.fault();
            camera_ = std::move(*opened);
        }
        return camera_->next(stop);
    }

private:
    std::string device_;
    std::unique_ptr<FrameSource> camera_;
};

std::unique_ptr<FrameSource> open(const std::string& setting)
{
    constexpr std::string_view kPractice = "practice:";
    if (setting.starts_with(kPractice))
        return std::make_unique<SequenceCamera>(setting.substr(kPractice.size()));
    return std::make_unique<DeviceCamera>(setting);
}

} // namespace

std::unique_ptr<FrameSource> cameraOf(const FaceSettings& settings)
{
    const Uprighting how{.clockwise = settings.rotate, .mirror = settings.mirror};
    auto camera = open(settings.camera);
    if (how == Uprighting{})
        return camera;
    return std::make_unique<UprightCamera>(std::move(camera), how);
}

} // namespace madoguchi
