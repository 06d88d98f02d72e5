// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/card/CardCommand.h"

namespace madoguchi::sim {

namespace {

constexpr std::size_t kHeader = 4;

std::size_t orMaximum(std::size_t length, std::size_t maximum)
{
    return length == 0 ? maximum : length;
}

std::size_t number16(const Bytes& apdu, std::size_t at)
{
    return static_cast<std::size_t>(apdu[at]) << 8 | apdu[at + 1];
}

Bytes part(const Bytes& apdu, std::size_t from, std::size_t length)
{
    const auto begin = apdu.begin() + static_cast<std::ptrdiff_t>(from);
    return {begin, begin + static_cast<std::ptrdiff_t>(length)};
}

std::optional<CardCommand> parseShort(CardCommand command, const Bytes& apdu)
{
    const std::size_t body = kHeader + 1;
    if (apdu.size() == body) {
        command.expected = orMaximum(apdu[kHeader], 256);
        return command;
    }
    const std::size_t length = apdu[kHeader];
    if (length == 0 || (apdu.size() != body + length && apdu.size() != body + length + 1))
        return {};
    command.data = part(apdu, body, length);
    if (apdu.size() == body + length + 1)
        command.expected = orMaximum(apdu.back(), 256);
    return command;
}

std::optional<CardCommand> parseExtended(CardCommand command, const Bytes& apdu)
{
    command.extended = true;
    const std::size_t body = kHeader + 3;
    const std::size_t length = number16(apdu, kHeader + 1);
    if (apdu.size() == body) {
        command.expected = orMaximum(length, 65536);
        return command;
    }
    if (length == 0 || (apdu.size() != body + length && apdu.size() != body + length + 2))
        return {};
    command.data = part(apdu, body, length);
    if (apdu.size() == body + length + 2)
        command.expected = orMaximum(number16(apdu, body + length), 65536);
    return command;
}

} // namespace

std::optional<CardCommand> parseCommand(const Bytes& apdu)
{
    if (apdu.size() < kHeader)
        return {};
    const CardCommand command{apdu[0], apdu[1], apdu[2], apdu[3]};
    if (apdu.size() == kHeader)
        return command;
    const bool extended = apdu[kHeader] == 0 && apdu.size() >= kHeader + 3;
    return extended ? parseExtended(command, apdu) : parseShort(command, apdu);
}

} // namespace madoguchi::sim
