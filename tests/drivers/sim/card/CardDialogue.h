// SPDX-License-Identifier: Apache-2.0
// Commands and answers as the card's documentation writes them: hexadecimal, spaces where they help.
#pragma once

#include "drivers/sim/card/PracticeCard.h"
#include "foundation/base/Bytes.h"

#include <string>
#include <string_view>

namespace madoguchi {

[[nodiscard]] inline Bytes hex(std::string_view text)
{
    Bytes bytes;
    std::string digits;
    for (const char c : text)
        if (c != ' ')
            digits.push_back(c);
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
        bytes.push_back(static_cast<std::uint8_t>(std::stoi(digits.substr(i, 2), nullptr, 16)));
    return bytes;
}

[[nodiscard]] inline Bytes operator+(Bytes left, const Bytes& right)
{
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

[[nodiscard]] inline Bytes ascii(std::string_view text)
{
    return {text.begin(), text.end()};
}

struct Reply {
    int status{0};
    Bytes data;
};

/// Sends a command and takes the status word off.
inline Reply ask(PracticeCard& card, const Bytes& command)
{
    Bytes answer = card.answer(command);
    const int status = answer[answer.size() - 2] << 8 | answer.back();
    answer.resize(answer.size() - 2);
    return {status, std::move(answer)};
}

inline Reply ask(PracticeCard& card, std::string_view command)
{
    return ask(card, hex(command));
}

/// VERIFY by short identifier (P2).
inline int present(PracticeCard& card, std::string_view p2, std::string_view secret)
{
    const Bytes length{static_cast<std::uint8_t>(secret.size())};
    return ask(card, hex("00 20 00") + hex(p2) + length + ascii(secret)).status;
}

constexpr std::string_view kSelectJpki = "00 A4 04 0C 0A D392F000260100000001";
constexpr std::string_view kSelectSurface = "00 A4 04 0C 0A D3921000310001010402";
constexpr std::string_view kSelectText = "00 A4 04 0C 0A D3921000310001010408";
constexpr std::string_view kSelectCardInfo = "00 A4 04 0C 0A D3921000310001010100";
constexpr std::string_view kSelectIssuerDomain = "00 A4 04 0C 07 A0000001510000";

} // namespace madoguchi
