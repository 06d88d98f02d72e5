// SPDX-License-Identifier: Apache-2.0
// Faces as rows of numbers in a file: 512 little-endian 32-bit floats of unit length a row. A row of zeros is
// a picture without a face.
#pragma once

#include "faceauth/networks/FeatureNetwork.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi {

inline constexpr std::size_t kRowNumbers = FeatureNetwork::kNumbers;

class EmbeddingFile {
public:
    /// The whole file, up to 4 GB; the reason when it cannot be had or holds no whole number of rows.
    static std::optional<EmbeddingFile> read(const std::filesystem::path& file, std::string& reason);

    [[nodiscard]] std::size_t rows() const { return numbers_.size() / kRowNumbers; }

    /// Nothing for a row of zeros, or one whose numbers are no unit vector.
    [[nodiscard]] std::optional<Embedding> row(std::size_t index) const;

private:
    std::vector<float> numbers_;
};

} // namespace madoguchi
