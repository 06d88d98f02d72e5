// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/CardFaceRecord.h"

#include "drivers/card/BerTlv.h"
#include "drivers/card/CardInfoApplication.h"

namespace madoguchi {
namespace {

/// From the first byte of one object to the last of a later one in the same buffer.
ByteSpan stretch(const Tlv& first, const Tlv& last)
{
    return {first.whole.data(), last.whole.data() + last.whole.size()};
}

} // namespace

std::optional<CardFaceRecord> CardFaceRecord::parse(ByteSpan file)
{
    const auto record = BerReader{file}.next(0xFF20);
    if (!record)
        return std::nullopt;
    BerReader content{record->value};
    const auto offsets = content.next(0xDF21);
    const auto birth = content.next(0xDF22);
    const auto sex = content.next(0xDF23);
    const auto key = content.next(0xDF24);
    const auto name = content.next(0xDF25);
    const auto address = content.next(0xDF26);
    const auto photo = content.next(0xDF27);
    const auto signature = content.next(0xDF28);
    if (!offsets || !birth || !sex || !key || !name || !address || !photo || !signature)
        return std::nullopt;
    const auto expiry = content.next(0xDF29);
    return CardFaceRecord{stretch(*birth, *key),
                          stretch(*name, *address),
                          photo->whole,
                          key->value,
                          photo->value,
                          signature->value,
                          parseDate(birth->value),
                          expiry ? parseDate(expiry->value) : std::nullopt};
}

} // namespace madoguchi
