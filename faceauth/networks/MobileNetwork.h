// SPDX-License-Identifier: Apache-2.0
// The second face network ("faceres" of the human package: a MobileNet that turns an aligned face into 1024
// numbers). OpenCV's network stays behind this header.
#pragma once

#include "foundation/picture/Frame.h"
#include "faceauth/networks/FaceNetwork.h"

#include <memory>
#include <span>
#include <string_view>

namespace madoguchi {

/// Planes of numbers for a network: blue, green, red of each pixel minus these means.
struct PixelMeans {
    double blue;
    double green;
    double red;
};

class MobileNetwork {
public:
    static constexpr int kChipSize = 224;       ///< pixels, square
    static constexpr double kChipPadding = 0.5; ///< measured: 0.4 to 0.6 are equal, less and more are worse
    static constexpr std::size_t kNumbers = 1024;

    /// The order and means the network was trained with. The package that publishes it feeds red first and no
    /// means, which doubles the false non-matches.
    static constexpr PixelMeans kMeans{.blue = 103.939, .green = 116.779, .red = 123.68};

    /// From a graph model. FaceModelMissing when it cannot be read, or when the finished network does not
    /// give the known answers to a grey and to a blue picture: the second tells whether blue stands first.
    static Result<MobileNetwork> fromGraphModel(std::string_view model,
                                                std::span<const std::uint8_t> weights);

    MobileNetwork(MobileNetwork&&) noexcept;
    MobileNetwork& operator=(MobileNetwork&&) noexcept;
    ~MobileNetwork();

    /// One pass over a chip of kChipSize squared; 1024 numbers, none negative, not normalised. One thread at
    /// a time.
    [[nodiscard]] Embedding describe(const Image& chip);

private:
    struct Net;
    explicit MobileNetwork(std::unique_ptr<Net> net);

    std::unique_ptr<Net> net_;
};

/// Length of the network's answer to a plain blue picture, by which its pixel order shows.
[[nodiscard]] bool knowsBlue(double answerLength);

} // namespace madoguchi
