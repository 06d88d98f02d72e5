// SPDX-License-Identifier: Apache-2.0
// What other programs do to a frame, re-created with our files so that both run side by side in one
// measurement. Not part of a comparison of ours.
#pragma once

#include "faceauth/study/ResidualNetwork.h"
#include "foundation/base/Result.h"
#include "foundation/picture/Frame.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace madoguchi {

/// With face-api's landmarks where the originals use dlib's shape predictors, and face-api's copy of dlib's
/// network: the official files may not be shipped. The detector is dlib's own.
class PeerFlows {
public:
    static constexpr double kDlibThreshold = 0.6;   ///< distance of two plain embeddings, its documentation's
    static constexpr double kHowdyThreshold = 0.35; ///< howdy's "certainty 3.5"

    /// From the folder that packaging/fetch-models filled. FaceModelMissing when it did not.
    static Result<PeerFlows> load(const std::filesystem::path& folder);

    PeerFlows(PeerFlows&&) noexcept;
    PeerFlows& operator=(PeerFlows&&) noexcept;
    ~PeerFlows();

    /// dlib's dnn_face_recognition_ex: detector on the whole frame, chip, one embedding.
    [[nodiscard]] std::optional<Embedding> dlibExample(const Image& frame);

    /// howdy: 320 pixels high, contrast equalised, detector on twice the size, one embedding.
    [[nodiscard]] std::optional<Embedding> howdyLike(const Image& frame);

private:
    struct Parts;
    explicit PeerFlows(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> parts_;
};

} // namespace madoguchi
