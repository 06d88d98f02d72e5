// SPDX-License-Identifier: Apache-2.0
// What a PC/SC return code means at a reception desk. The only place where SCARD_* become Faults.
#pragma once

#include "foundation/base/Fault.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace madoguchi {

struct PcscFaultRow {
    std::uint32_t code; ///< SCARD_*
    FaultCode fault;
};

/// Every SCARD_* failure that pcsclite.h names (PcscFaultTest reads the header and compares).
[[nodiscard]] std::span<const PcscFaultRow> pcscFaultTable();

/// `code` as SCard functions return it, never SCARD_S_SUCCESS. A code nobody has heard of is CardUnreadable.
[[nodiscard]] Fault pcscFault(long code, std::string_view where);

/// Another program reset the card: reconnecting helps.
[[nodiscard]] bool cardWasReset(const Fault& fault);

/// Nobody is there to talk to any more: card, reader or service gone.
[[nodiscard]] bool cardIsGone(const Fault& fault);

} // namespace madoguchi
