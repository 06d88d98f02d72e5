// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "foundation/picture/Frame.h"

#include <memory>
#include <string>

namespace madoguchi {

/// The camera that FaceSettings::camera names: a device, or in practice a folder of pictures
/// ("practice:DIR"). Whether it is there shows at its first frame.
[[nodiscard]] std::unique_ptr<FrameSource> cameraOf(const std::string& setting);

} // namespace madoguchi
