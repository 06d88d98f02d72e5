// SPDX-License-Identifier: Apache-2.0
// Pictures to and from files. What is read is hostile: the size is checked before a pixel is decoded.
#pragma once

#include "foundation/base/Result.h"
#include "foundation/picture/Frame.h"

#include <filesystem>

namespace madoguchi {

inline constexpr int kWidestPicture = 1920;
inline constexpr int kHighestPicture = 1440;

/// PNG, colour.
[[nodiscard]] Result<void> writePng(const std::filesystem::path& path, const Image& image);

/// Grey JPEG 2000 in a JP2 container, as on the card: between 4 and 20 kB for 320 x 400.
[[nodiscard]] Result<void> writeChipPhoto(const std::filesystem::path& path, const Image& image);

/// A PNG as Bgr8. CameraMissing when there is no such file; CameraBlind when it is no PNG, is damaged, or is
/// wider or higher than above.
[[nodiscard]] Result<Image> readPng(const std::filesystem::path& path);

} // namespace madoguchi
