// SPDX-License-Identifier: Apache-2.0
#include "domain/eligibility/MaskedName.h"

namespace madoguchi {
namespace {

/// Bytes of the character that starts with `lead`, or 0.
std::size_t lengthOf(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead < 0xE0)
        return 2;
    if (lead >= 0xE0 && lead < 0xF0)
        return 3;
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

} // namespace

std::string maskedName(std::string_view name)
{
    constexpr std::string_view kWideSpace = "\u3000";
    constexpr std::string_view kMask = "●";

    std::string masked;
    bool startsPart = true;
    for (std::size_t at = 0; at < name.size();) {
        const auto length = lengthOf(static_cast<unsigned char>(name[at]));
        if (length == 0 || at + length > name.size())
            return {};
        const auto character = name.substr(at, length);
        const bool space = character == " " || character == kWideSpace;
        masked += space || startsPart ? character : kMask;
        startsPart = space;
        at += length;
    }
    return masked;
}

} // namespace madoguchi
