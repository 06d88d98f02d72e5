// SPDX-License-Identifier: Apache-2.0
// Is a device file a camera? Asked before a picture library opens it, because that one cannot say why it
// failed and may wait long on what is no camera at all.
#pragma once

#include "foundation/base/Result.h"

#include <string>

namespace madoguchi {

/// Asks the driver (V4L2 VIDIOC_QUERYCAP) without switching the camera on. CameraMissing with errno: ENOENT
/// no such device, EACCES no permission, ENODEV it is something else.
[[nodiscard]] Result<void> checkVideoDevice(const std::string& path);

} // namespace madoguchi
