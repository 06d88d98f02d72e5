// SPDX-License-Identifier: Apache-2.0
// A network as an ONNX file, read into OpenCV as it is.
#pragma once

#include "faceauth/networks/VectorMath.h"
#include "foundation/base/Result.h"
#include "foundation/picture/Frame.h"

#include <opencv2/dnn.hpp>

#include <cstdint>
#include <span>

namespace madoguchi {

class OnnxFile {
public:
    /// FaceModelMissing when OpenCV cannot read it. Whoever calls has checked the bytes' hash: the reader
    /// does not defend itself against forged files.
    static Result<OnnxFile> read(std::span<const std::uint8_t> bytes);

    /// The numbers of the network's last layer for a picture whose values, blue first, are seen as
    /// (value - middle) * scale. Throws what OpenCV throws when the picture does not fit.
    [[nodiscard]] Embedding answer(const Image& picture, double middle, double scale);

private:
    explicit OnnxFile(cv::dnn::Net net) : net_{std::move(net)} {}

    cv::dnn::Net net_;
};

/// A square of one colour, by whose answer a network is known.
[[nodiscard]] Image plainChip(int side, std::uint8_t blue, std::uint8_t green, std::uint8_t red);

} // namespace madoguchi
