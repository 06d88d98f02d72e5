// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "foundation/picture/Frame.h"
#include "services/settings/Settings.h"

#include <memory>

namespace madoguchi {

/// The camera that FaceSettings::camera names: a device, or in practice a folder of pictures
/// ("practice:DIR"), its pictures put upright as the settings say. Whether it is there shows at its first frame.
[[nodiscard]] std::unique_ptr<FrameSource> cameraOf(const FaceSettings& settings);

} // namespace madoguchi
