// SPDX-License-Identifier: Apache-2.0
// The commands of ISO 7816-4 that a visit needs, on one connected card. Answers in pieces (61xx, 6Cxx),
// readers without extended APDUs, and a card that another program has reset are dealt with here and seen by
// nobody else. A VERIFY is sent once, whatever happens.
#pragma once

#include "drivers/card/Apdu.h"
#include "drivers/card/CardTransport.h"
#include "drivers/card/LinkStatistics.h"
#include "drivers/card/ReaderMemory.h"
#include "drivers/card/StatusWord.h"

#include <array>
#include <optional>
#include <string_view>

namespace madoguchi {

/// Application identifier; compared in full, because the card also answers to a prefix.
struct Aid {
    std::array<std::uint8_t, 10> bytes{};
    std::uint8_t size{0};

    [[nodiscard]] ByteSpan span() const { return ByteSpan{bytes}.first(size); }
    friend bool operator==(const Aid&, const Aid&) = default;
};

/// Short EF identifier: the low five bits of the file's or key's number.
enum class Sfi : std::uint8_t {};

class CardSession {
public:
    struct Tries {
        bool verified{false}; ///< the secret has already been presented: the card does not tell the number
        int left{0};
    };

    /// Both must outlive the session.
    CardSession(CardTransport& transport, ReaderMemory& memory) : transport_{transport}, memory_{memory} {}

    Result<void> select(const Aid& application, Asked asked, std::string_view where);
    [[nodiscard]] bool selected(const Aid& application) const { return current_ == application; }

    /// At most 256 bytes from the file's start.
    Result<Bytes> readHead(Sfi file, Asked asked, std::string_view where);

    /// The whole file, in one command if the reader can. Ends with the first data object where the file
    /// starts with one that says how long it is; filler may follow otherwise.
    Result<Bytes> readFile(Sfi file, Asked asked, std::string_view where);

    Result<Bytes> readRecord(Sfi file, std::uint8_t record, std::string_view where);

    /// Costs no try.
    Result<Tries> tries(Sfi secret, std::string_view where);

    /// Costs a try. When the answer is lost, the counter is asked and tells what happened.
    Result<void> verify(Sfi secret, std::string_view digits, Asked asked, std::string_view where);

    /// Any other command. Data longer than the reader carries goes out in chained commands (ISO
    /// 7816-4, 5.1.1.1).
    Result<Bytes> command(CommandApdu command, Asked asked, std::string_view where);

    Result<void> beginTransaction();

    [[nodiscard]] const LinkStatistics& statistics() const { return statistics_; }

private:
    enum class Repeat : std::uint8_t { IfReset, Never };

    Result<ResponseApdu> exchange(const CommandApdu& command, Repeat repeat = Repeat::IfReset);
    Result<ResponseApdu> exchangeOnce(const CommandApdu& command);
    Result<ResponseApdu> transmit(const CommandApdu& command);
    [[nodiscard]] Fault whySilent(const Fault& fault);
    Result<void> recover();
    Result<ResponseApdu> sendChained(CommandApdu command);
    Result<Bytes> readWith(std::uint32_t chunk, Sfi file, Asked asked, std::string_view where);
    std::uint32_t largestAnswer();
    Result<void> afterLostVerify(const Fault& loss, Sfi secret, Asked asked, std::string_view where);

    CardTransport& transport_;
    ReaderMemory& memory_;
    LinkStatistics statistics_;
    std::optional<Aid> current_;
    bool probing_{false};            ///< trying whether the reader can do extended APDUs
    std::optional<int> triesBefore_; ///< of the secret asked about last
};

} // namespace madoguchi
