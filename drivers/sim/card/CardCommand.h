// SPDX-License-Identifier: Apache-2.0
// A command APDU taken apart (ISO 7816-3, cases 1 to 4, short and extended).
#pragma once

#include "foundation/base/Bytes.h"

#include <cstdint>
#include <optional>

namespace madoguchi::sim {

struct CardCommand {
    std::uint8_t cla{0};
    std::uint8_t ins{0};
    std::uint8_t p1{0};
    std::uint8_t p2{0};
    Bytes data{};
    std::optional<std::size_t> expected{}; ///< Le with 0 resolved to 256 or 65536
    bool extended{false};
};

/// Nothing when the lengths contradict each other (the card then says 6700).
[[nodiscard]] std::optional<CardCommand> parseCommand(const Bytes& apdu);

} // namespace madoguchi::sim
