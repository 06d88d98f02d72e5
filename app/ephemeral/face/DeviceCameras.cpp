// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/OpenCvCamera.h"
#include "ephemeral/face/Cameras.h"

#include <stop_token>
#include <utility>

namespace madoguchi {

namespace {

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

} // namespace

std::unique_ptr<FrameSource> DeviceCameras::ofFaces(const std::string& setting) const
{
    return std::make_unique<DeviceCamera>(setting);
}

Result<std::unique_ptr<FrameSource>> DeviceCameras::ofCards(const std::string& setting) const
{
    return openCamera({.device = setting, .width = 1280, .height = 960}); // digits are two millimetres high
}

} // namespace madoguchi
