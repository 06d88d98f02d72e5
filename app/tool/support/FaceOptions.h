// SPDX-License-Identifier: Apache-2.0
// What the subcommands of madoguchi-tool face have in common: where models and calibration lie, and how a
// mistake in a file is told.
#pragma once

#include "faceauth/compare/FaceModels.h"

#include <filesystem>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi {

struct FaceOptions {
    std::filesystem::path models;      ///< folder of packaging/fetch-models
    std::filesystem::path calibration; ///< calibration.json; the product's own unless said otherwise

    [[nodiscard]] FaceModelFiles files() const;
};

/// Writes "madoguchi-tool face: WHAT" and gives the exit code 1.
int complain(std::ostream& errors, std::string_view what);

/// "madoguchi-tool face: WHAT (where in the program)".
int complain(std::ostream& errors, std::string_view what, const Fault& fault);

/// One line of a text file, for later messages: "FILE:LINE".
struct ListLine {
    std::string text;
    std::string place;
};

/// The lines of a list, or nothing after a complaint: the file is not readable, has no line, an empty one, or
/// one longer than 4096 bytes.
[[nodiscard]] bool readList(const std::filesystem::path& file, std::vector<ListLine>& lines,
                            std::ostream& errors);

/// "PATH WORD": the last word and what stands before it. False when there are not two.
[[nodiscard]] bool splitLast(const std::string& line, std::string& before, std::string& word);

} // namespace madoguchi
