// SPDX-License-Identifier: Apache-2.0
// What a status word means at a reception desk. The same word means different things after different
// questions (6A82 after SELECT is another card, after READ a missing certificate), so the question goes in
// with it. This is the only place where status words become Faults.
#pragma once

#include "drivers/card/Apdu.h"
#include "foundation/base/Fault.h"

#include <optional>
#include <string_view>

namespace madoguchi {

enum class Asked : std::uint8_t {
    SelectJpki,
    SelectSurface,
    SelectCardInfo,
    SelectIssuerDomain,
    Read,
    ReadCertificate,
    QueryTries,
    VerifyPin,
    VerifySecurityNumber,
    Sign,
    AuthenticateTerminal,
};

namespace sw {
inline constexpr StatusWord kOk = 0x9000;
inline constexpr StatusWord kEndOfFile = 0x6282; ///< fewer bytes than asked for, all of them valid
inline constexpr StatusWord kWrongNoCounter =
    0x6300; ///< wrong secret, the card does not say how many are left
inline constexpr StatusWord kWrongLength = 0x6700;
inline constexpr StatusWord kNotAllowedYet = 0x6982; ///< security status not satisfied
inline constexpr StatusWord kBlocked = 0x6983;
inline constexpr StatusWord kBlockedHere = 0x6984; ///< what this card family answers once locked
inline constexpr StatusWord kFileNotFound = 0x6A82;
inline constexpr StatusWord kOffsetPastEnd = 0x6B00;
inline constexpr StatusWord kNoDiagnosis = 0x6F00; ///< some cards answer the first command after power-up so
} // namespace sw

/// x of 63Cx, or 0 for a blocked secret; nothing for any other word.
[[nodiscard]] std::optional<int> triesLeftIn(StatusWord status);

/// The Fault of a word that is not success. PinWrong and SecurityNumberWrong carry the tries left in `value`;
/// every other fault carries the status word.
[[nodiscard]] Fault statusFault(StatusWord status, Asked asked, std::string_view where);

} // namespace madoguchi
