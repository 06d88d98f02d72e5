// SPDX-License-Identifier: Apache-2.0
// The chip's photo as a picture for the staff's window. Decoded by madoguchi-face in a process that does
// nothing else and ends: no picture decoder shares memory with the visit or with what staff see.
#pragma once

#include "foundation/base/Bytes.h"

#include <filesystem>

namespace madoguchi {

/// `decoder`: madoguchi-face. PGM of at most 240 by 320 pixels; empty when no picture could be made.
[[nodiscard]] Bytes chipPicture(const Bytes& jpeg2000, const std::filesystem::path& decoder);

} // namespace madoguchi
