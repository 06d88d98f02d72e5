// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace madoguchi {

/// A name as a public screen may show it: the first character of each part, a ● for each other one.
/// "山田　太郎" → "山●　太●". `name` is UTF-8; parts are separated by a space, wide or narrow. Empty if it is
/// not UTF-8.
[[nodiscard]] std::string maskedName(std::string_view name);

} // namespace madoguchi
