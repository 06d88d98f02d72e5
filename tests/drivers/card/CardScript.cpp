// SPDX-License-Identifier: Apache-2.0
#include "CardScript.h"

#include "drivers/card/PcscFault.h"

#include <catch2/catch.hpp>

namespace madoguchi::testing {
namespace {

constexpr std::string_view kDigits = "0123456789ABCDEF";

bool matches(std::string_view expected, std::string_view actual)
{
    if (expected.ends_with('*'))
        return actual.starts_with(expected.substr(0, expected.size() - 1));
    return expected == actual;
}

std::string withoutSpaces(std::string text)
{
    std::erase(text, ' ');
    return text;
}

} // namespace

Bytes hex(std::string_view digits)
{
    Bytes bytes;
    int nibbles = 0;
    std::uint8_t byte = 0;
    for (const char digit : digits) {
        if (digit == ' ')
            continue;
        byte = static_cast<std::uint8_t>(byte << 4 | kDigits.find(digit));
        if (++nibbles % 2 == 0)
            bytes.push_back(byte);
    }
    return bytes;
}

std::string toHex(ByteSpan bytes)
{
    std::string text;
    for (const auto byte : bytes) {
        text += kDigits[byte >> 4];
        text += kDigits[byte & 0x0F];
    }
    return text;
}

Bytes operator+(Bytes left, const Bytes& right)
{
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

Bytes answer(const Bytes& data, StatusWord status)
{
    return data + Bytes{static_cast<std::uint8_t>(status >> 8), static_cast<std::uint8_t>(status)};
}

Bytes answer(StatusWord status)
{
    return answer(Bytes{}, status);
}

Fault pcscFaultOf(long code)
{
    return pcscFault(code, "test");
}

Exchange exchange(std::string_view what, std::string command, Exchange::Reply reply)
{
    return {what, withoutSpaces(std::move(command)), std::move(reply)};
}

Exchange exchange(std::string_view what, std::string command, Bytes reply)
{
    return exchange(what, std::move(command), [reply](ByteSpan) -> Result<Bytes> { return reply; });
}

Exchange exchange(std::string_view what, std::string command, StatusWord status)
{
    return exchange(what, std::move(command), answer(status));
}

Exchange exchange(std::string_view what, std::string command, Fault fault)
{
    return exchange(what, std::move(command), [fault](ByteSpan) -> Result<Bytes> { return fault; });
}

Result<Bytes> ScriptedTransport::transmit(ByteSpan command)
{
    if (script_.finished()) {
        FAIL_CHECK("command after the end of the script: " << toHex(command));
        return Fault{};
    }
    const auto& next = script_.exchanges[script_.played++];
    INFO(next.what);
    if (!matches(next.command, toHex(command)))
        FAIL_CHECK("expected " << next.command << ", got " << toHex(command));
    return next.reply(command);
}

Result<void> ScriptedTransport::beginTransaction()
{
    if (const auto fault = std::exchange(script_.transactionFault, std::nullopt))
        return *fault;
    script_.transactionsBegun += script_.inTransaction ? 0 : 1;
    script_.inTransaction = true;
    return {};
}

Result<void> ScriptedTransport::reconnect()
{
    ++script_.reconnects;
    return {};
}

void ScriptedTransport::disconnect(Parting parting)
{
    script_.parting = parting;
    script_.inTransaction = false;
}

Result<std::unique_ptr<CardTransport>> ScriptedSlot::connect()
{
    if (script_.connectFault)
        return *script_.connectFault;
    return std::unique_ptr<CardTransport>{std::make_unique<ScriptedTransport>(script_)};
}

} // namespace madoguchi::testing
