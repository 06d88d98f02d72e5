// SPDX-License-Identifier: Apache-2.0
// A card that answers by script: each exchange is the exact command expected and the answer given. A command
// that is not the next in the script fails the test.
#pragma once

#include "drivers/card/CardTransport.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi::testing {

[[nodiscard]] Bytes hex(std::string_view digits);
[[nodiscard]] std::string toHex(ByteSpan bytes);
[[nodiscard]] Bytes operator+(Bytes left, const Bytes& right);

/// Data followed by a status word.
[[nodiscard]] Bytes answer(const Bytes& data, StatusWord status = 0x9000);
[[nodiscard]] Bytes answer(StatusWord status);

[[nodiscard]] Fault pcscFaultOf(long code);

struct Exchange {
    using Reply = std::function<Result<Bytes>(ByteSpan command)>;

    std::string_view what;
    std::string command; ///< hex; a trailing '*' matches any rest
    Reply reply;
};

[[nodiscard]] Exchange exchange(std::string_view what, std::string command, Bytes reply);
[[nodiscard]] Exchange exchange(std::string_view what, std::string command, StatusWord status);
[[nodiscard]] Exchange exchange(std::string_view what, std::string command, Fault fault);
[[nodiscard]] Exchange exchange(std::string_view what, std::string command, Exchange::Reply reply);

/// The script and what became of it; outlives the transports that play it.
struct CardScript {
    std::vector<Exchange> exchanges;
    std::string readerName{"Practice Reader 00 00"};
    std::optional<std::uint32_t> maxApduData{};
    std::optional<Fault> connectFault{};
    std::optional<Fault> transactionFault{}; ///< returned once
    std::size_t played{0};
    int transactionsBegun{0};
    int reconnects{0};
    bool inTransaction{false};
    bool cardWentAway{false};
    std::optional<CardTransport::Parting> parting{};

    [[nodiscard]] bool finished() const { return played == exchanges.size(); }
};

class ScriptedTransport final : public CardTransport {
public:
    explicit ScriptedTransport(CardScript& script) : script_{script} {}

    Result<Bytes> transmit(ByteSpan command) override;
    [[nodiscard]] bool cardWentAway() override { return script_.cardWentAway; }
    Result<void> beginTransaction() override;
    void endTransaction() override { script_.inTransaction = false; }
    Result<void> reconnect() override;
    void disconnect(Parting parting) override;
    [[nodiscard]] const std::string& readerName() const override { return script_.readerName; }
    std::optional<std::uint32_t> maxApduData() override { return script_.maxApduData; }

private:
    CardScript& script_;
};

class ScriptedSlot final : public CardSlot {
public:
    explicit ScriptedSlot(CardScript& script) : script_{script} {}
    Result<std::unique_ptr<CardTransport>> connect() override;

private:
    CardScript& script_;
};

} // namespace madoguchi::testing
