// SPDX-License-Identifier: Apache-2.0
// Turns many pictures into embeddings on all cores, exactly as the product does with a card's photo: decode,
// find the face, cut, embed. Each worker has models of its own.
#pragma once

#include "faceauth/compare/FaceModels.h"

#include <functional>
#include <optional>

namespace madoguchi {

/// One picture's outcome.
struct Seen {
    bool readable{false};
    std::optional<Embedding> face; ///< nothing when none was found
};

/// A picture in a file of at most 32 MB.
[[nodiscard]] Result<Image> readPicture(const std::filesystem::path& file);

/// Looks at each file and tells `tell` its number and what was seen, in any order and one at a time; stops
/// when `tell` says false. The fault when the models cannot be had.
[[nodiscard]] Result<void> lookAtAll(const std::filesystem::path& models,
                                     const std::vector<std::filesystem::path>& files,
                                     const std::function<bool(std::size_t, const Seen&)>& tell);

} // namespace madoguchi
