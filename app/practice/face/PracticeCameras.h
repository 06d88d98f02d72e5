// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ephemeral/face/Cameras.h"

namespace madoguchi {

/// "practice:DIR": a folder of pictures in the place of the person, and a drawing of what the practice reader
/// holds in the place of the card. Any other name is a device.
class PracticeCameras final : public DeviceCameras {
public:
    [[nodiscard]] std::unique_ptr<FrameSource> ofFaces(const std::string& setting) const override;
    [[nodiscard]] Result<std::unique_ptr<FrameSource>> ofCards(const std::string& setting) const override;
};

} // namespace madoguchi
