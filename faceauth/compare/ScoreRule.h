// SPDX-License-Identifier: Apache-2.0
// How far apart two faces' unit vectors may lie. The well-known threshold 0.6 belongs to the raw vectors of
// another network: here nearly everybody would be told apart from themselves.
#pragma once

#include "faceauth/networks/VectorMath.h"
#include "foundation/base/Result.h"

#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace madoguchi {

struct Thresholds {
    int shots{1};     ///< for this many fused shots and more
    double accept{0}; ///< below: the holder
    double ask{0};    ///< below: staff's eye decides
};

class ScoreRule {
public:
    /// The rule for these weights (their SHA-256) from `table`, a calibration.json. FaceModelMissing when
    /// there is none: without a calibration a distance means nothing.
    static Result<ScoreRule> load(const std::filesystem::path& table, std::string_view modelHash);

    explicit ScoreRule(std::vector<Thresholds> thresholds);

    [[nodiscard]] const Thresholds& thresholds(int shots) const;
    [[nodiscard]] const std::vector<Thresholds>& allThresholds() const { return thresholds_; }

private:
    std::vector<Thresholds> thresholds_; ///< ascending by shots, the first for one shot
};

/// The unit vectors of several shots averaged. At least one shot.
[[nodiscard]] Embedding fused(std::span<const Embedding> shots);

/// What the product makes of one live person after the other: it looks after kLeastShots and after each
/// further shot up to kMostShots, and the first yes is the answer. One decision, with one rate of error:
/// whoever fits or measures thresholds asks this, not the rows one by one.
inline constexpr int kLeastShots = 3;
inline constexpr int kMostShots = 5;

} // namespace madoguchi
