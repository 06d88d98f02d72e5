// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/Apdu.h"

namespace madoguchi {
namespace {

void appendLength(Bytes& wire, std::size_t length, bool extended)
{
    if (extended)
        wire.push_back(static_cast<std::uint8_t>(length >> 8));
    wire.push_back(static_cast<std::uint8_t>(length)); // the largest Le is written as zero
}

} // namespace

Bytes encode(const CommandApdu& command)
{
    assert(command.data.size() <= 0xFFFF);
    assert(!command.answer || (*command.answer >= 1 && *command.answer <= kExtendedAnswer));
    const bool extended = command.data.size() > kShortData || command.answer.value_or(0) > kShortAnswer;

    Bytes wire;
    wire.reserve(9 + command.data.size()); // the data may be a PIN: no reallocation that leaves a copy behind
    wire.insert(wire.end(), {command.cla, command.ins, command.p1, command.p2});
    if (extended)
        wire.push_back(0);
    if (!command.data.empty()) {
        appendLength(wire, command.data.size(), extended);
        wire.insert(wire.end(), command.data.begin(), command.data.end());
    }
    if (command.answer)
        appendLength(wire, *command.answer, extended);
    return wire;
}

Result<ResponseApdu> decodeResponse(Bytes answer)
{
    if (answer.size() < 2)
        return Fault{FaultCode::CardUnreadable, FaultSpace::None, 0, "card/decodeResponse"};
    const auto low = answer.back();
    answer.pop_back();
    const auto high = answer.back();
    answer.pop_back();
    return ResponseApdu{std::move(answer), static_cast<StatusWord>(high << 8 | low)};
}

} // namespace madoguchi
