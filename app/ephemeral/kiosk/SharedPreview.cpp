// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/kiosk/SharedPreview.h"

#include <span>
#include <utility>

namespace madoguchi {

SharedPreview::SharedPreview(PreviewReader reader)
    : reader_{std::move(reader)}, frame_{kPreviewWidth, kPreviewHeight, QImage::Format_RGB32}
{
}

QImage SharedPreview::latest()
{
    // RGB32 rows of this width have no padding, so the frame is one run of pixels.
    auto* const pixels = reinterpret_cast<std::uint32_t*>(frame_.bits());
    const bool fresh = reader_.read(std::span<std::uint32_t, kPreviewPixels>{pixels, kPreviewPixels});
    return fresh ? frame_.copy() : QImage{};
}

} // namespace madoguchi
