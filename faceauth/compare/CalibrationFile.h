// SPDX-License-Identifier: Apache-2.0
// A calibration as a file: the limits for the weights of one network, and what they rest on.
#pragma once

#include "faceauth/compare/ScoreRule.h"

#include <string>

namespace madoguchi {

struct Calibration {
    std::vector<std::string> about; ///< what it was fitted on and what it promises
    std::string modelHash;
    std::vector<Thresholds> thresholds;
};

/// False when the file could not be written.
[[nodiscard]] bool writeCalibration(const std::filesystem::path& file, const Calibration& calibration);

} // namespace madoguchi
