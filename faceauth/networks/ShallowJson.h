// SPDX-License-Identifier: Apache-2.0
// JSON from outside, of bounded depth: deep nesting is refused before anything is built that could exhaust
// the stack.
#pragma once

#include <nlohmann/json.hpp>

#include <string_view>

namespace madoguchi {

using Json = nlohmann::json;

inline constexpr int kMostJsonDepth = 32;

/// A discarded value when `text` is no JSON or nested deeper than kMostJsonDepth.
[[nodiscard]] Json parseShallow(std::string_view text);

/// The member of that name, or null when `object` has none or is none.
[[nodiscard]] const Json* member(const Json& object, const char* key);

} // namespace madoguchi
