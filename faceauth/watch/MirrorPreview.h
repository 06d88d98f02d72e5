// SPDX-License-Identifier: Apache-2.0
// The small picture in which a person sees themselves, as in a mirror.
#pragma once

#include "foundation/picture/Frame.h"
#include "foundation/picture/PreviewFrame.h"

#include <span>

namespace madoguchi {

/// Fills the preview with the middle of `frame` (BGR8), mirrored; what does not fit the preview's shape is
/// cut off.
void paintMirrored(const Image& frame, std::span<std::uint32_t, kPreviewPixels> pixels);

} // namespace madoguchi
