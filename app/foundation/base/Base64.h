// SPDX-License-Identifier: Apache-2.0
// Base64 (RFC 4648 clause 4), one line, padded. Decoding is strict: no line breaks, no missing padding, no
// stray bits, so that every byte string has exactly one spelling.
#pragma once

#include "foundation/base/Bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace madoguchi {

[[nodiscard]] std::string toBase64(const Bytes& bytes);
[[nodiscard]] std::optional<Bytes> fromBase64(std::string_view text);

} // namespace madoguchi
