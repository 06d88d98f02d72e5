// SPDX-License-Identifier: Apache-2.0
// The design tokens as the package ships them: one CSS custom property a line, "--name: value;".
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace madoguchi {

class Tokens {
public:
    /// Throws std::runtime_error when the file cannot be read or holds no token.
    explicit Tokens(const std::filesystem::path& css);

    /// "#rrggbb" of "blue-900" or "solid-gray-50": the primitive and neutral colours by their short names.
    [[nodiscard]] std::string colour(const std::string& name) const;

    /// Pixels of "font-size-28", "border-radius-8": one rem is 16 px.
    [[nodiscard]] int pixels(const std::string& name) const;

private:
    [[nodiscard]] const std::string& value(const std::string& name) const;

    std::map<std::string, std::string> values_;
};

/// The whole file; throws std::runtime_error naming it when that is not possible.
[[nodiscard]] std::string readFile(const std::filesystem::path& path);

} // namespace madoguchi
