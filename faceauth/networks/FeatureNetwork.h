// SPDX-License-Identifier: Apache-2.0
// The face network: an aligned face becomes 512 numbers, and how far apart two faces' numbers lie says how
// alike they are, for everybody on one scale. OpenCV's network stays behind this header.
#pragma once

#include "faceauth/networks/FaceGeometry.h"
#include "faceauth/networks/VectorMath.h"
#include "foundation/base/Result.h"
#include "foundation/picture/Frame.h"

#include <memory>
#include <span>

namespace madoguchi {

class FeatureNetwork {
public:
    static constexpr int kChipSize = 112; ///< pixels, square
    static constexpr std::size_t kNumbers = 512;

    /// Where the five points lie in a chip: the network was trained on faces that were laid so.
    static constexpr FivePoints kChipPoints{Point{38.2946, 51.6963}, Point{73.5318, 51.5014},
                                            Point{56.0252, 71.7366}, Point{41.5493, 92.3655},
                                            Point{70.7299, 92.2041}};

    /// From the bytes of an ONNX file whose hash was checked. FaceModelMissing when it cannot be read, or
    /// when the network does not give the known answers to a black and to a blue picture: the second tells
    /// whether blue stands first, both whether this machine's arithmetic is right.
    static Result<FeatureNetwork> fromOnnx(std::span<const std::uint8_t> bytes);

    FeatureNetwork(FeatureNetwork&&) noexcept;
    FeatureNetwork& operator=(FeatureNetwork&&) noexcept;
    ~FeatureNetwork();

    /// One pass over a chip of kChipSize squared, blue first; not normalised. One thread at a time.
    [[nodiscard]] Embedding describe(const Image& chip);

    /// The face as a vector of unit length: picture and mirror image, a unit vector each, added. Two passes.
    [[nodiscard]] Embedding embed(const Image& picture, const Landmarks& points);

private:
    struct Net;
    explicit FeatureNetwork(std::unique_ptr<Net> net);

    std::unique_ptr<Net> net_;
};

/// Whether this is the network's answer to a plain blue picture, by which the order of its colours shows.
[[nodiscard]] bool knowsBlue(const Embedding& answer);

} // namespace madoguchi
