// SPDX-License-Identifier: Apache-2.0
// Passwords and PINs as they are kept: argon2id with a random salt. What was typed is overwritten here as
// soon as it has been used.
#pragma once

#include "foundation/base/Result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace madoguchi {

/// Text that overwrites itself at its end. Does not travel: it is moved to where it is used.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::string text) : text_{std::move(text)} {}
    Secret(Secret&& other) noexcept : text_{std::move(other.text_)} { other.wipe(); }
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret() { wipe(); }

    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }

private:
    void wipe();
    std::string text_;
};

/// What one guess costs whoever has stolen the file.
struct PasswordCost {
    std::uint32_t kibibytes{256 * 1024};
    std::uint32_t passes{3};
};

/// "$argon2id$v=19$m=…". Fault: no memory, no randomness.
[[nodiscard]] Result<std::string> hashPassword(const Secret& password, PasswordCost cost);

/// False also for what is no such text. Takes as long as the hash says.
[[nodiscard]] bool passwordFits(const Secret& password, const std::string& hash);

} // namespace madoguchi
