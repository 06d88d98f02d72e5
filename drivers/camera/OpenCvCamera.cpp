// SPDX-License-Identifier: Apache-2.0
#include "drivers/camera/OpenCvCamera.h"

#include "drivers/camera/CaptureThread.h"
#include "drivers/camera/MatImage.h"
#include "drivers/camera/VideoDevice.h"

#include <algorithm>
#include <opencv2/videoio.hpp>

namespace madoguchi {

namespace {

Fault missing(std::string_view where)
{
    return {FaultCode::CameraMissing, FaultSpace::OpenCv, 0, where};
}

/// Reads one camera. Opens it with the first read, because opening blocks as well as reading does.
class Reader {
public:
    explicit Reader(const CameraSettings& settings) : settings_{settings} {}

    Result<Image> operator()()
    {
        try {
            return read();
        } catch (const cv::Exception& error) {
            return Fault{FaultCode::CameraMissing, FaultSpace::OpenCv, error.code, "camera/read"};
        }
    }

private:
    Result<Image> read()
    {
        if (!capture_.isOpened() && !open())
            return missing("camera/open");
        cv::Mat picture;
        if (!capture_.read(picture))
            return missing("camera/read");
        return toImage(picture);
    }

    bool open()
    {
        // MJPG, because USB 2 has no room for 30 uncompressed pictures a second of two cameras; one buffer,
        // because an old picture is worth nothing. A camera that knows neither keeps what it has.
        return capture_.open(devicePath(settings_.device), cv::CAP_V4L2,
                             {cv::CAP_PROP_FOURCC, cv::VideoWriter::fourcc('M', 'J', 'P', 'G'),
                              cv::CAP_PROP_FRAME_WIDTH, settings_.width, cv::CAP_PROP_FRAME_HEIGHT,
                              settings_.height, cv::CAP_PROP_BUFFERSIZE, 1});
    }

    CameraSettings settings_;
    cv::VideoCapture capture_;
};

} // namespace

std::string devicePath(const std::string& device)
{
    const bool number =
        !device.empty() && device.size() <= 3 &&
        std::all_of(device.begin(), device.end(), [](char c) { return c >= '0' && c <= '9'; });
    return number ? "/dev/video" + device : device;
}

Result<std::unique_ptr<FrameSource>> openCamera(const CameraSettings& settings)
{
    if (const Result<void> camera = checkVideoDevice(devicePath(settings.device)); !camera)
        return camera.fault();
    auto reader = std::make_shared<Reader>(settings); // a std::function must be copyable, a capture is not
    auto capture = std::make_unique<CaptureThread>([reader] { return (*reader)(); }, settings.frameWithin);
    if (const Result<void> first = capture->awaitFirst(settings.openWithin); !first)
        return first.fault();
    return std::unique_ptr<FrameSource>{std::move(capture)};
}

} // namespace madoguchi
