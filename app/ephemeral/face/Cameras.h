// SPDX-License-Identifier: Apache-2.0
// Where the two cameras of a terminal come from. Whether one is there shows at its first frame.
#pragma once

#include "foundation/base/Result.h"
#include "foundation/picture/Frame.h"

#include <memory>
#include <string>

namespace madoguchi {

class CameraSource {
public:
    virtual ~CameraSource() = default;

    /// What FaceSettings::camera names. Switched on by the first question, so that a process that waits warm
    /// leaves the camera's light off.
    [[nodiscard]] virtual std::unique_ptr<FrameSource> ofFaces(const std::string& setting) const = 0;

    /// What CardSettings::faceCamera names: the one over the card. Opened at once.
    [[nodiscard]] virtual Result<std::unique_ptr<FrameSource>> ofCards(const std::string& setting) const = 0;
};

/// Devices of this machine, and nothing else.
class DeviceCameras : public CameraSource {
public:
    [[nodiscard]] std::unique_ptr<FrameSource> ofFaces(const std::string& setting) const override;
    [[nodiscard]] Result<std::unique_ptr<FrameSource>> ofCards(const std::string& setting) const override;
};

} // namespace madoguchi
