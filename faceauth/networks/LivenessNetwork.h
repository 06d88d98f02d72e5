// SPDX-License-Identifier: Apache-2.0
// Whether a face in a frame is there or is a picture of one: a second voice beside the head's turn, of a
// network that looks at paper, edges and glare around a face. It is no certified test of anything.
#pragma once

#include "faceauth/networks/FaceGeometry.h"
#include "foundation/base/Result.h"
#include "foundation/picture/Frame.h"

#include <memory>
#include <span>

namespace madoguchi {

class LivenessNetwork {
public:
    static constexpr int kChipSize = 128;        ///< pixels, square
    static constexpr double kSurroundings = 2.7; ///< of the face's box, as the network was trained

    /// From the bytes of an ONNX file whose hash was checked. FaceModelMissing when it cannot be read or does
    /// not give the known answers to a black and to a blue picture.
    static Result<LivenessNetwork> fromOnnx(std::span<const std::uint8_t> bytes);

    LivenessNetwork(LivenessNetwork&&) noexcept;
    LivenessNetwork& operator=(LivenessNetwork&&) noexcept;
    ~LivenessNetwork();

    /// 0 a picture, 1 alive, for what surroundings() cut out. One thread at a time.
    [[nodiscard]] double alive(const Image& chip);

private:
    struct Net;
    explicit LivenessNetwork(std::unique_ptr<Net> net);

    std::unique_ptr<Net> net_;
};

/// A face and what is around it, as the network wants to see it: the box enlarged as far as the frame allows,
/// moved inside and never padded.
[[nodiscard]] Image surroundings(const Image& frame, const Box& face);

} // namespace madoguchi
