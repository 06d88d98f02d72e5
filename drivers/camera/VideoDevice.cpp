// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/VideoDevice.h"

#include <cerrno>
#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace madoguchi {

namespace {

Fault missing(int number)
{
    return {FaultCode::CameraMissing, FaultSpace::Errno, number, "camera/checkVideoDevice"};
}

/// An open file; closed with the object.
class Descriptor {
public:
    explicit Descriptor(const std::string& path)
        // Not blocking, so that a pipe in a camera's place cannot hold us.
        : number_{::open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC)}
    {
    }
    ~Descriptor()
    {
        if (number_ >= 0)
            ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

} // namespace

Result<void> checkVideoDevice(const std::string& path)
{
    const Descriptor device{path};
    if (device.number() < 0)
        return missing(errno);
    v4l2_capability capability{};
    if (::ioctl(device.number(), VIDIOC_QUERYCAP, &capability) != 0)
        return missing(errno == ENOTTY ? ENODEV : errno);
    // A camera has several device files; only some of them deliver pictures.
    const bool delivers = (capability.device_caps & V4L2_CAP_VIDEO_CAPTURE) != 0;
    return delivers ? Result<void>{} : missing(ENODEV);
}

} // namespace madoguchi
