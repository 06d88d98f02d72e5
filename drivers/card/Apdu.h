// SPDX-License-Identifier: Apache-2.0
// Commands and answers of ISO 7816-4 as values, and their encoding on the wire. Short form wherever it
// suffices: the extended form is used only for more than 255 bytes of data or more than 256 bytes of answer.
#pragma once

#include "foundation/base/Bytes.h"
#include "foundation/base/Result.h"

#include <cstdint>
#include <optional>
#include <span>

namespace madoguchi {

using ByteSpan = std::span<const std::uint8_t>;

/// Two bytes after every answer. What they mean to us stands in StatusWord.h.
using StatusWord = std::uint16_t;

struct CommandApdu {
    std::uint8_t cla{0};
    std::uint8_t ins{0};
    std::uint8_t p1{0};
    std::uint8_t p2{0};
    Bytes data{};                          ///< up to 65 535 bytes
    std::optional<std::uint32_t> answer{}; ///< Le: bytes wanted, 1 to 65 536; absent when none are expected
};

inline constexpr std::uint32_t kShortAnswer = 256;
inline constexpr std::uint32_t kExtendedAnswer = 65536;
inline constexpr std::size_t kShortData = 255;

struct ResponseApdu {
    Bytes data;
    StatusWord status{0};
};

/// The command's bytes (ISO 7816-4 cases 1, 2, 3 and 4, short or extended).
[[nodiscard]] Bytes encode(const CommandApdu& command);

/// Splits data and status word. CardUnreadable for fewer than two bytes: that is what some drivers make of a
/// card that falls silent.
[[nodiscard]] Result<ResponseApdu> decodeResponse(Bytes answer);

} // namespace madoguchi
