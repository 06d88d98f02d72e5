// SPDX-License-Identifier: Apache-2.0
// A calibration as a file of its own, with all its numbers inside; ScoreRule::load reads it, and the table
// that comes with the product as well, whose larger statistics lie beside it.
#pragma once

#include "faceauth/compare/ScoreRule.h"

#include <string>

namespace madoguchi {

struct Calibration {
    std::vector<std::string> about; ///< what it was fitted on and what it promises
    std::vector<std::string> modelHashes;
    std::vector<Centring> members; ///< as many as hashes
    std::vector<Thresholds> thresholds;
};

/// False when the file could not be written.
[[nodiscard]] bool writeCalibration(const std::filesystem::path& file, const Calibration& calibration);

} // namespace madoguchi
