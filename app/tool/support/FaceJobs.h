// SPDX-License-Identifier: Apache-2.0
// madoguchi-tool face: the product's face comparison on files, for measurements. Each job writes to the
// streams it is given and returns the exit code: 0, or 1 after a message that names file and line.
#pragma once

#include "tool/support/FaceOptions.h"

#include <optional>

namespace madoguchi {

/// Rows of EmbeddingFile for the pictures that `list` names, one path a line, in `out`.
int runFaceEmbed(const FaceOptions& options, const std::filesystem::path& list,
                 const std::filesystem::path& out, std::ostream& summary, std::ostream& errors);

struct FaceMatchQuestion {
    std::filesystem::path references; ///< EmbeddingFile
    std::filesystem::path lives;      ///< EmbeddingFile
    std::filesystem::path pairs;      ///< lines of a reference's row number and `shots` of lives, from 0
    int shots{1};
    std::filesystem::path
        report{}; ///< empty, or lines "identity sex age origin": then lines of `pairs` name two people
};

/// One score a line: lower is more alike; "nan" when one of the rows has no face. With `report` one JSON
/// instead: rates of error at the calibration's limits for each group of people.
int runFaceMatch(const FaceOptions& options, const FaceMatchQuestion& question, std::ostream& answer,
                 std::ostream& errors);

/// One JSON about one comparison.
int runFaceScore(const FaceOptions& options, const std::filesystem::path& reference,
                 const std::vector<std::filesystem::path>& lives, std::ostream& answer, std::ostream& errors);

/// A calibration for these pictures (lines "path identity") of people (lines "identity sex age origin").
int runFaceCalibrate(const FaceOptions& options, const std::filesystem::path& list,
                     const std::filesystem::path& groups, const std::filesystem::path& out,
                     std::ostream& summary, std::ostream& errors);

/// The catalogue as JSON, and which files are there.
int runFaceModels(const FaceOptions& options, std::ostream& answer);

} // namespace madoguchi
