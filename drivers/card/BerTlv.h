// SPDX-License-Identifier: Apache-2.0
// Reads BER-TLV objects (ISO 7816-4, 5.2.2) out of bytes a stranger's card sent. Definite lengths in their
// shortest form only, tags of at most three bytes, values of at most 65 535 bytes and never past the end. The
// reader does not recurse: whoever wants what is inside reads the value again, so nesting cannot exhaust
// anything.
#pragma once

#include "drivers/card/Apdu.h"

#include <cstdint>
#include <optional>

namespace madoguchi {

using TlvTag = std::uint32_t;

struct Tlv {
    TlvTag tag{0};  ///< all tag bytes as one number: 0x30, 0x7F21, 0xDF27
    ByteSpan value; ///< content
    ByteSpan whole; ///< header and content
};

class BerReader {
public:
    explicit BerReader(ByteSpan data) : rest_{data} {}

    /// The next object, or nothing: at the end, and for ever after the first malformed object.
    [[nodiscard]] std::optional<Tlv> next();

    /// The next object if it has this tag. The order of objects is part of every format we read.
    [[nodiscard]] std::optional<Tlv> next(TlvTag tag);

    [[nodiscard]] ByteSpan rest() const { return rest_; }

private:
    ByteSpan rest_;
};

/// Length of header plus value as the first bytes announce it, without needing the value itself: how much of
/// a file is worth reading. Nothing when the header is malformed or incomplete.
[[nodiscard]] std::optional<std::size_t> announcedLength(ByteSpan head);

} // namespace madoguchi
