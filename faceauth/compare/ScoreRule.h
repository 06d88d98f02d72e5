// SPDX-License-Identifier: Apache-2.0
// From embeddings to one number and its thresholds. Distances between raw embeddings mean different things
// for different groups of people; subtracting the group's mean and whitening brings them onto one scale. The
// well-known threshold 0.6 belongs to raw vectors of another pipeline: here nearly everybody would be below
// it.
#pragma once

#include "foundation/base/Result.h"
#include "faceauth/compare/Embedder.h"

#include <filesystem>
#include <span>
#include <vector>

namespace madoguchi {

/// One network's part of a rule.
struct Centring {
    std::vector<Embedding>
        centroids; ///< of groups of people; the one nearest to the card's face is used for both
    std::vector<float> transform; ///< square, row-major; empty = none
    double mean{0};               ///< of the distance between different people, in this centring
    double deviation{1};
};

struct Thresholds {
    int shots{1};     ///< for this many fused shots and more
    double accept{0}; ///< below: the holder
    double ask{0};    ///< below: staff's eye decides
};

/// Which centroid each member uses.
using Centroids = std::vector<std::size_t>;

class ScoreRule {
public:
    /// The rule for these weights (in the embedders' order) from `table`, a calibration.json.
    /// FaceModelMissing when there is none: without a calibration a score means nothing.
    static Result<ScoreRule> load(const std::filesystem::path& table,
                                  const std::vector<std::string>& modelHashes);

    /// The first rule there for embeddings of these sizes, whichever weights they are from.
    static Result<ScoreRule> loadFor(const std::filesystem::path& table,
                                     const std::vector<std::size_t>& numbers);

    ScoreRule(std::vector<Centring> members, std::vector<Thresholds> thresholds);

    /// Lower is more alike. Both templates hold one unit vector per member.
    [[nodiscard]] double score(const FaceTemplate& card, const FaceTemplate& live) const;

    // The same in steps, for whoever compares each face with many others.
    [[nodiscard]] Centroids nearest(const FaceTemplate& card) const;
    [[nodiscard]] FaceTemplate centred(const Centroids& centroids, FaceTemplate face) const;
    [[nodiscard]] double centredScore(const FaceTemplate& card, const FaceTemplate& live) const;

    [[nodiscard]] const Thresholds& thresholds(int shots) const;
    [[nodiscard]] const std::vector<Thresholds>& allThresholds() const { return thresholds_; }

private:
    std::vector<Centring> members_;
    std::vector<Thresholds> thresholds_; ///< ascending by shots, the first for one shot
};

/// The unit vectors of several shots averaged, per member. At least one shot.
[[nodiscard]] FaceTemplate fused(std::span<const FaceTemplate> shots);

} // namespace madoguchi
