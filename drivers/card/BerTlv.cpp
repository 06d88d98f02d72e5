// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/BerTlv.h"

namespace madoguchi {
namespace {

struct Header {
    TlvTag tag{0};
    std::size_t size{0};  ///< of tag and length field
    std::size_t value{0}; ///< bytes that follow
};

constexpr std::size_t kMaxTagBytes = 3;

/// Bytes of the tag field at the front, 0 when malformed or cut off.
std::size_t tagBytes(ByteSpan data)
{
    if (data.empty() || data[0] == 0x00)
        return 0;
    if ((data[0] & 0x1F) != 0x1F)
        return 1;
    if (data.size() < 2 || data[1] == 0x80) // a tag number never starts with seven zero bits
        return 0;
    for (std::size_t i = 1; i < kMaxTagBytes && i < data.size(); ++i) {
        if ((data[i] & 0x80) == 0)
            return i + 1;
    }
    return 0;
}

/// Reads the length field at the front into `header`; false for indefinite, overlong or cut-off lengths.
bool readLength(ByteSpan field, Header& header)
{
    if (field.empty())
        return false;
    if (field[0] < 0x80) {
        header.value = field[0];
        header.size += 1;
        return true;
    }
    const std::size_t octets = field[0] & 0x7F;
    if (octets < 1 || octets > 2 || field.size() < 1 + octets)
        return false;
    header.value = octets == 1 ? field[1] : std::size_t{field[1]} << 8 | field[2];
    header.size += 1 + octets;
    return header.value >= (octets == 1 ? 0x80U : 0x100U);
}

std::optional<Header> readHeader(ByteSpan data)
{
    Header header;
    header.size = tagBytes(data);
    if (header.size == 0)
        return std::nullopt;
    for (std::size_t i = 0; i < header.size; ++i)
        header.tag = header.tag << 8 | data[i];
    if (!readLength(data.subspan(header.size), header))
        return std::nullopt;
    return header;
}

} // namespace

std::optional<Tlv> BerReader::next()
{
    const auto header = readHeader(rest_);
    if (!header || header->value > rest_.size() - header->size) {
        rest_ = {};
        return std::nullopt;
    }
    const auto whole = rest_.first(header->size + header->value);
    rest_ = rest_.subspan(whole.size());
    return Tlv{header->tag, whole.subspan(header->size), whole};
}

std::optional<Tlv> BerReader::next(TlvTag tag)
{
    auto object = next();
    if (object && object->tag != tag) {
        rest_ = {};
        return std::nullopt;
    }
    return object;
}

std::optional<std::size_t> announcedLength(ByteSpan head)
{
    const auto header = readHeader(head);
    if (!header)
        return std::nullopt;
    return header->size + header->value;
}

} // namespace madoguchi
