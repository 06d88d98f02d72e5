// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/card/TlvWriter.h"

namespace madoguchi::sim {

namespace {

void append(Bytes& out, std::size_t number, int bytes)
{
    while (bytes-- > 0)
        out.push_back(static_cast<std::uint8_t>(number >> (8 * bytes)));
}

} // namespace

Bytes tlv(std::uint16_t tag, const Bytes& value)
{
    Bytes out;
    append(out, tag, tag > 0xFF ? 2 : 1);
    if (value.size() > 0xFF)
        out.push_back(0x82);
    else if (value.size() > 0x7F)
        out.push_back(0x81);
    append(out, value.size(), value.size() > 0xFF ? 2 : 1);
    out.insert(out.end(), value.begin(), value.end());
    return out;
}

Bytes tlv(std::uint16_t tag, std::string_view value)
{
    return tlv(tag, bytesOf(value));
}

Bytes concat(std::initializer_list<Bytes> parts)
{
    Bytes out;
    for (const auto& part : parts)
        out.insert(out.end(), part.begin(), part.end());
    return out;
}

Bytes bytesOf(std::string_view text)
{
    return {text.begin(), text.end()};
}

} // namespace madoguchi::sim
