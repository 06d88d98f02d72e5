// SPDX-License-Identifier: Apache-2.0
// How long one APDU takes on a contactless link (ISO 14443 Type B), as a pure function. A character is 10
// etu, an etu is 128 carrier periods at 106 kbit/s and a half, a quarter, an eighth of that at the higher
// rates. Frames hold 256 bytes; each I-block adds a PCB and two CRC bytes, each block but the last of a chain
// is acknowledged by an R-block. Frame delimiters, the card's own computing and its waiting-time extensions
// are not modelled.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>

namespace madoguchi {

/// The rates a card and a reader can agree on, in kbit/s.
inline constexpr std::array kLinkRates{106, 212, 424, 848};

struct LinkModel {
    int kbps{0}; ///< one of kLinkRates; 0: the link costs no time at all
    /// Once for each APDU: guard times, USB round trip, driver.
    std::chrono::microseconds turnaround{10'000};
};

/// Bytes on air for a message of `length` bytes in one direction, acknowledgements of the other side
/// included.
[[nodiscard]] std::size_t bytesOnAir(std::size_t length);

/// Time on air of `bytes` characters.
[[nodiscard]] std::chrono::nanoseconds timeOnAir(std::size_t bytes, int kbps);

/// From the reader sending the command's first bit to the host having the response.
[[nodiscard]] std::chrono::nanoseconds linkDelay(std::size_t commandBytes, std::size_t responseBytes,
                                                 const LinkModel& model);

} // namespace madoguchi
