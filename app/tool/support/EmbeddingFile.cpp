// SPDX-License-Identifier: Apache-2.0
#include "tool/support/EmbeddingFile.h"

#include "faceauth/networks/VectorMath.h"

#include <bit>
#include <cmath>
#include <fstream>

namespace madoguchi {

namespace {

static_assert(std::endian::native == std::endian::little, "rows are little-endian floats");

constexpr std::uintmax_t kMostBytes = std::uintmax_t{4} << 30;
constexpr double kUnitTolerance = 0.01;

bool isUnit(const Embedding& face)
{
    return std::abs(distance(face, Embedding(face.size())) - 1) < kUnitTolerance;
}

} // namespace

std::optional<EmbeddingFile> EmbeddingFile::read(const std::filesystem::path& file, std::string& reason)
{
    std::ifstream stream{file, std::ios::binary | std::ios::ate};
    const auto size = stream ? static_cast<std::uintmax_t>(stream.tellg()) : 0;
    if (!stream || size > kMostBytes) {
        reason = file.string() + ": cannot be read";
        return std::nullopt;
    }
    if (size == 0 || size % (kRowNumbers * sizeof(float)) != 0) {
        reason = file.string() + ": " + std::to_string(size) + " bytes are no whole number of rows of " +
                 std::to_string(kRowNumbers) + " floats";
        return std::nullopt;
    }
    EmbeddingFile result;
    result.numbers_.resize(size / sizeof(float));
    stream.seekg(0);
    stream.read(reinterpret_cast<char*>(result.numbers_.data()), static_cast<std::streamsize>(size));
    if (!stream) {
        reason = file.string() + ": cannot be read to its end";
        return std::nullopt;
    }
    return result;
}

std::optional<Embedding> EmbeddingFile::row(std::size_t index) const
{
    const auto begin = numbers_.begin() + static_cast<std::ptrdiff_t>(index * kRowNumbers);
    Embedding face(begin, begin + static_cast<std::ptrdiff_t>(kRowNumbers));
    return isUnit(face) ? std::optional{std::move(face)} : std::nullopt;
}

} // namespace madoguchi
