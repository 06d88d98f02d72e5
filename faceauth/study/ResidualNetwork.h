// SPDX-License-Identifier: Apache-2.0
// dlib's face recognition network: 29 convolutions turn an aligned face into 128 numbers; weights from the
// face-api package. Other programs decide by it, so face bench runs it beside ours. It has no vote in a
// decision: at every rate of false matches that was measured, on people it was and was not fitted on, it told
// fewer people apart than the face network does alone. dlib stays behind this header.
#pragma once

#include "faceauth/networks/VectorMath.h"
#include "faceauth/networks/Weights.h"
#include "foundation/base/Result.h"
#include "foundation/picture/Frame.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace madoguchi {

class ResidualNetwork {
public:
    static constexpr int kChipSize = 150;        ///< pixels, square
    static constexpr double kChipPadding = 0.25; ///< around the face, as the network was trained
    static constexpr std::size_t kNumbers = 128;

    /// From the 117 tensors of face-api's face_recognition_model. FaceModelMissing when names or shapes
    /// differ, or when the finished network does not give the known answer to a black picture.
    static Result<ResidualNetwork> fromWeights(const std::vector<Tensor>& tensors);

    /// From the folder that packaging/fetch-models filled; hashes are checked first.
    static Result<ResidualNetwork> load(const std::filesystem::path& folder);

    ResidualNetwork(ResidualNetwork&&) noexcept;
    ResidualNetwork& operator=(ResidualNetwork&&) noexcept;
    ~ResidualNetwork();

    /// One pass over a chip of kChipSize squared; 128 numbers, not normalised. One thread at a time.
    [[nodiscard]] Embedding describe(const Image& chip);

private:
    struct Net;
    explicit ResidualNetwork(std::unique_ptr<Net> net);

    std::unique_ptr<Net> net_;
};

} // namespace madoguchi
