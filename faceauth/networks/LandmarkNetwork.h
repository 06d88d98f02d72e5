// SPDX-License-Identifier: Apache-2.0
// The face-api package's network of four dense blocks that finds the 68 landmarks in a face's square.
// OpenCV's network stays behind this header.
#pragma once

#include "faceauth/networks/FaceGeometry.h"
#include "faceauth/networks/Weights.h"
#include "foundation/base/Result.h"
#include "foundation/picture/Frame.h"

#include <memory>
#include <vector>

namespace madoguchi {

/// A copy computes for itself and shares the weights; each thread works with its own.
class LandmarkNetwork {
public:
    static constexpr int kSquare = 112; ///< pixels the network looks at

    /// From the tensors of face_landmark_68_model. FaceModelMissing when names or shapes differ, or when the
    /// finished network does not give the known answer to a black square.
    static Result<LandmarkNetwork> fromWeights(std::vector<Tensor> tensors);

    LandmarkNetwork(const LandmarkNetwork& other);
    LandmarkNetwork(LandmarkNetwork&&) noexcept;
    LandmarkNetwork& operator=(LandmarkNetwork&&) noexcept;
    ~LandmarkNetwork();

    /// In a square of kSquare pixels: x and y of each point, 0 to 1 from its left upper corner.
    [[nodiscard]] Landmarks look(const Image& square);

    /// In a picture, for a face that the gradient-histogram detector found there. The square's place and the
    /// points' shift are tuned to that detector and to where dlib's own predictor puts its points. 3 ms.
    [[nodiscard]] Landmarks find(const Image& picture, const Box& face);

private:
    struct Net;
    explicit LandmarkNetwork(std::unique_ptr<Net> net);

    std::unique_ptr<Net> net_;
};

} // namespace madoguchi
