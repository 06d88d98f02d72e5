// SPDX-License-Identifier: Apache-2.0
// The wire to one card: bytes out, bytes back. PcscTransport is the real one; tests script theirs.
#pragma once

#include "drivers/card/Apdu.h"

#include <memory>
#include <optional>
#include <string>

namespace madoguchi {

class CardTransport {
public:
    /// How to part from the card. PowerOff takes away every security status, whatever the card thinks of it.
    enum class Parting : std::uint8_t { Leave, PowerOff };

    virtual ~CardTransport() = default;

    /// One command, one answer including its status word. Faults carry FaultSpace::Pcsc.
    virtual Result<Bytes> transmit(ByteSpan command) = 0;

    /// After the card fell silent: whether it has left the reader. May wait as long as the reader needs to
    /// notice.
    [[nodiscard]] virtual bool cardWentAway() = 0;

    /// Keeps other programs away from the card until endTransaction(). Calling either twice is harmless.
    virtual Result<void> beginTransaction() = 0;
    virtual void endTransaction() = 0;

    /// After another program reset the card: accept that. All selections and security states may be gone.
    virtual Result<void> reconnect() = 0;

    /// Ends the connection and any transaction. Harmless when there is none.
    virtual void disconnect(Parting parting) = 0;

    [[nodiscard]] virtual const std::string& readerName() const = 0;

    /// What the reader claims about itself (PC/SC part 10, dwMaxAPDUDataSize): 0 = short APDUs only,
    /// otherwise the most data bytes in one APDU. Nothing when it does not say.
    virtual std::optional<std::uint32_t> maxApduData() = 0;
};

/// Where a card can be: gives a fresh connection to whatever card lies there now.
class CardSlot {
public:
    virtual ~CardSlot() = default;
    virtual Result<std::unique_ptr<CardTransport>> connect() = 0;
};

} // namespace madoguchi
