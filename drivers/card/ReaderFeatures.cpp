// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/ReaderFeatures.h"

#include <reader.h>

namespace madoguchi {
namespace {

/// The value of a tag in a list of one-byte tag, one-byte length, value.
std::optional<ByteSpan> find(ByteSpan list, std::uint8_t tag)
{
    while (list.size() >= 2) {
        const std::size_t length = list[1];
        if (length > list.size() - 2)
            break;
        if (list[0] == tag)
            return list.subspan(2, length);
        list = list.subspan(2 + length);
    }
    return std::nullopt;
}

} // namespace

std::optional<std::uint32_t> tlvPropertiesCode(ByteSpan features)
{
    const auto value = find(features, FEATURE_GET_TLV_PROPERTIES);
    if (!value || value->size() != 4)
        return std::nullopt;
    std::uint32_t code = 0;
    for (const auto byte : *value)
        code = code << 8 | byte;
    return code;
}

std::optional<std::uint32_t> maxApduDataSize(ByteSpan properties)
{
    const auto value = find(properties, PCSCv2_PART10_PROPERTY_dwMaxAPDUDataSize);
    if (!value || value->size() != 4)
        return std::nullopt;
    std::uint32_t size = 0;
    for (std::size_t i = value->size(); i-- > 0;)
        size = size << 8 | (*value)[i];
    const bool reserved = (size > 0 && size < kShortAnswer) || size > kExtendedAnswer;
    return reserved ? std::nullopt : std::optional{size};
}

} // namespace madoguchi
