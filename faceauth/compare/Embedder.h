// SPDX-License-Identifier: Apache-2.0
// One network with its own way of looking at a face (crop, pixels, mirror image). A comparison runs several
// of them side by side.
#pragma once

#include "foundation/picture/Frame.h"
#include "faceauth/networks/FaceGeometry.h"
#include "faceauth/networks/FaceNetwork.h"
#include "faceauth/networks/MobileNetwork.h"

#include <memory>
#include <string>

namespace madoguchi {

class Embedder {
public:
    virtual ~Embedder() = default;

    /// Lower-case hexadecimal SHA-256 of the weights: calibrations are keyed by it.
    [[nodiscard]] virtual const std::string& modelHash() const = 0;

    /// How many numbers embed() gives.
    [[nodiscard]] virtual std::size_t numbers() const = 0;

    /// The face as a vector of unit length. One thread at a time; 30 ms for the residual network, 34 ms for
    /// the mobile one.
    [[nodiscard]] virtual Embedding embed(const Image& frame, const Landmarks& points) = 0;
};

/// A face in the eyes of each embedder, in the embedders' order.
using FaceTemplate = std::vector<Embedding>;

/// The residual network. Face and mirrored face are added, which is nearly as good as ten jittered crops.
class ResidualEmbedder final : public Embedder {
public:
    ResidualEmbedder(FaceNetwork network, std::string modelHash);

    [[nodiscard]] const std::string& modelHash() const override { return modelHash_; }
    [[nodiscard]] std::size_t numbers() const override { return FaceNetwork::kNumbers; }
    [[nodiscard]] Embedding embed(const Image& frame, const Landmarks& points) override;

private:
    FaceNetwork network_;
    std::string modelHash_;
};

/// The mobile network. Its numbers are never negative and a few large ones drown the others; the square roots
/// of the unit vector do not.
class MobileEmbedder final : public Embedder {
public:
    MobileEmbedder(MobileNetwork network, std::string modelHash);

    [[nodiscard]] const std::string& modelHash() const override { return modelHash_; }
    [[nodiscard]] std::size_t numbers() const override { return MobileNetwork::kNumbers; }
    [[nodiscard]] Embedding embed(const Image& frame, const Landmarks& points) override;

private:
    [[nodiscard]] Embedding unit(const Image& chip);

    MobileNetwork network_;
    std::string modelHash_;
};

} // namespace madoguchi
