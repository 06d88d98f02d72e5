// SPDX-License-Identifier: Apache-2.0
// Faces as rows of numbers in a file: per row 128 numbers of the residual network and 1024 of the mobile one,
// each part of unit length and before centring, as little-endian 32-bit floats. A row of zeros is a picture
// without a face.
#pragma once

#include "faceauth/compare/Embedder.h"

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi {

inline constexpr std::array<std::size_t, 2> kRowParts{FaceNetwork::kNumbers, MobileNetwork::kNumbers};
inline constexpr std::size_t kRowNumbers = kRowParts[0] + kRowParts[1];

class EmbeddingFile {
public:
    /// The whole file, up to 4 GB; the reason when it cannot be had or holds no whole number of rows.
    static std::optional<EmbeddingFile> read(const std::filesystem::path& file, std::string& reason);

    [[nodiscard]] std::size_t rows() const { return numbers_.size() / kRowNumbers; }

    /// Nothing for a row of zeros, or one whose numbers are no unit vectors.
    [[nodiscard]] std::optional<FaceTemplate> row(std::size_t index) const;

private:
    std::vector<float> numbers_;
};

} // namespace madoguchi
