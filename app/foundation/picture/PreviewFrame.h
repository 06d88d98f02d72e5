// SPDX-License-Identifier: Apache-2.0
// The camera's preview on its way from the face process to the kiosk: one frame of 640x480 BGRX in anonymous
// shared memory (memfd), guarded by a sequence counter, so that neither side ever waits for the other. It is
// part of the visit's group and dies with it.
#pragma once

#include "foundation/base/Result.h"
#include "foundation/base/UniqueFd.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>

namespace madoguchi {

struct PreviewLayout; ///< what lies in the memory; see PreviewFrame.cpp

inline constexpr int kPreviewWidth = 640;
inline constexpr int kPreviewHeight = 480;
inline constexpr std::size_t kPreviewPixels = std::size_t{kPreviewWidth} * kPreviewHeight;

/// New memory of the right size and shape, close-on-exec, its size sealed. Made by the visit, which gives one
/// copy of the descriptor to the face process and one to the kiosk.
Result<UniqueFd> createPreviewMemory();

struct PreviewUnmap {
    void operator()(PreviewLayout* memory) const;
};
using PreviewMapping = std::unique_ptr<PreviewLayout, PreviewUnmap>;

/// The face process's end. One writer only.
class PreviewWriter {
public:
    /// Maps the memory; the descriptor is closed. MessageInvalid when it is no preview memory.
    static Result<PreviewWriter> open(UniqueFd memory);

    /// A whole frame, row by row from the top; each pixel is 0xXXRRGGBB (B first in memory).
    void write(std::span<const std::uint32_t, kPreviewPixels> pixels);

    /// Black. Readers see it as a new frame.
    void clear();

private:
    explicit PreviewWriter(PreviewMapping memory) : memory_{std::move(memory)} {}
    PreviewMapping memory_;
};

/// The kiosk's end.
class PreviewReader {
public:
    static Result<PreviewReader> open(UniqueFd memory);

    /// Copies the newest frame. False, and `pixels` is to be ignored, when none is newer than the last one
    /// read or the writer is in the middle of one (or died there): look again at the next tick.
    bool read(std::span<std::uint32_t, kPreviewPixels> pixels);

private:
    explicit PreviewReader(PreviewMapping memory) : memory_{std::move(memory)} {}
    PreviewMapping memory_;
    std::uint32_t seen_{0};
};

} // namespace madoguchi
