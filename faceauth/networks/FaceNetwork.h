// SPDX-License-Identifier: Apache-2.0
// The residual network of 29 convolutions that turns an aligned face into 128 numbers (dlib's face
// recognition network; weights from the face-api package or from any file of the same network). dlib stays
// behind this header.
#pragma once

#include "foundation/picture/Frame.h"
#include "foundation/base/Result.h"
#include "faceauth/networks/Weights.h"

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace madoguchi {

/// What a network says about a face. Likeness is a question for the Calibration, not for these numbers.
using Embedding = std::vector<float>;

class FaceNetwork {
public:
    static constexpr int kChipSize = 150;        ///< pixels, square
    static constexpr double kChipPadding = 0.25; ///< around the face, as the network was trained
    static constexpr std::size_t kNumbers = 128;

    /// From the 117 tensors of face-api's face_recognition_model. FaceModelMissing when names or shapes
    /// differ, or when the finished network does not give the known answer to a black picture.
    static Result<FaceNetwork> fromWeights(const std::vector<Tensor>& tensors);

    /// From the bytes of a .dat file in dlib's own format, for operators who bring another training of the
    /// same network. The caller has checked their hash: the format itself does not defend against forged
    /// files.
    static Result<FaceNetwork> fromDat(std::span<const std::uint8_t> bytes);

    FaceNetwork(FaceNetwork&&) noexcept;
    FaceNetwork& operator=(FaceNetwork&&) noexcept;
    ~FaceNetwork();

    /// One pass over a chip of kChipSize squared; 128 numbers, not normalised. One thread at a time.
    [[nodiscard]] Embedding describe(const Image& chip);

private:
    struct Net;
    explicit FaceNetwork(std::unique_ptr<Net> net);

    std::unique_ptr<Net> net_;
};

} // namespace madoguchi
