// SPDX-License-Identifier: Apache-2.0
// The camera that looks at the patient, through OpenCV's V4L2 backend. A camera that was unplugged stays
// silent for this object; open it again when it is back.
#pragma once

#include "foundation/picture/Frame.h"

#include <chrono>
#include <memory>
#include <string>

namespace madoguchi {

struct CameraSettings {
    std::string device{"/dev/video0"}; ///< or a number: "0" is /dev/video0. A path below /dev/v4l/by-id
                                       ///< survives a change of the order in which cameras are found
    int width{640};
    int height{480};
    std::chrono::milliseconds openWithin{4000}; ///< until the first picture
    std::chrono::milliseconds frameWithin{900}; ///< so that a silent camera is out within a second
};

/// The device file that `device` names.
[[nodiscard]] std::string devicePath(const std::string& device);

/// Switches the camera on and waits for its first picture. CameraMissing when there is no camera or none in
/// time, CameraBlind when it delivers something that is not a picture of 8-bit colours between 160 x 120 and
/// 1920 x 1440.
[[nodiscard]] Result<std::unique_ptr<FrameSource>> openCamera(const CameraSettings& settings);

} // namespace madoguchi
