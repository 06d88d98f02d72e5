// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/CardSession.h"

#include "drivers/card/BerTlv.h"
#include "drivers/card/Cleansed.h"
#include "drivers/card/PcscFault.h"

#include <algorithm>
#include <utility>

namespace madoguchi {
namespace {

constexpr std::uint8_t kSelect = 0xA4;
constexpr std::uint8_t kVerify = 0x20;
constexpr std::uint8_t kReadBinary = 0xB0;
constexpr std::uint8_t kReadRecord = 0xB2;
constexpr std::uint8_t kGetResponse = 0xC0;
constexpr std::uint8_t kChaining = 0x10;
constexpr std::uint8_t kSfiInP = 0x80; ///< P1 of READ BINARY, P2 of VERIFY: the low five bits name the file

constexpr int kMaxPieces = 64;           ///< of one answer; a card that keeps promising more is not heard out
constexpr std::size_t kMaxFile = 0x8000; ///< READ BINARY reaches no further: 15-bit offsets

CommandApdu verifyCommand(Sfi secret, Bytes digits)
{
    return {0x00,
            kVerify,
            0x00,
            static_cast<std::uint8_t>(kSfiInP | static_cast<std::uint8_t>(secret)),
            std::move(digits),
            std::nullopt};
}

/// READ BINARY: by short identifier for the first bytes, which also makes the file current, then by offset.
CommandApdu readCommand(Sfi file, std::size_t offset, std::uint32_t length)
{
    const auto p1 = offset == 0 ? kSfiInP | static_cast<std::uint8_t>(file) : offset >> 8;
    return {0x00, kReadBinary, static_cast<std::uint8_t>(p1), static_cast<std::uint8_t>(offset), {}, length};
}

bool isData(StatusWord status)
{
    return status == sw::kOk || status == sw::kEndOfFile;
}

/// A failure that a reader without extended APDUs may produce: its own refusal, or the card's "wrong length".
bool mayBeTooLong(const Fault& fault)
{
    if (fault.space == FaultSpace::Pcsc || fault.code == FaultCode::CardUnreadable)
        return !cardIsGone(fault);
    return fault.space == FaultSpace::StatusWord && fault.value == sw::kWrongLength;
}

/// xx of 61xx and 6Cxx, where zero means 256.
std::uint32_t answerLength(StatusWord status)
{
    return (status & 0xFF) == 0 ? kShortAnswer : status & 0xFFU;
}

Fault invalid(std::string_view where)
{
    return {FaultCode::CardAnswerInvalid, FaultSpace::None, 0, where};
}

} // namespace

Result<void> CardSession::select(const Aid& application, Asked asked, std::string_view where)
{
    const auto id = application.span();
    const CommandApdu command{0x00, kSelect, 0x04, 0x0C, Bytes{id.begin(), id.end()}, std::nullopt};
    auto answer = exchange(command);
    if (answer && answer->status == sw::kNoDiagnosis)
        answer = exchange(command); // the first command after power-up is lost on some cards
    if (!answer)
        return answer.fault();
    if (answer->status != sw::kOk)
        return statusFault(answer->status, asked, where);
    current_ = application;
    triesBefore_.reset();
    return {};
}

Result<Bytes> CardSession::readHead(Sfi file, Asked asked, std::string_view where)
{
    return command(readCommand(file, 0, kShortAnswer), asked, where);
}

Result<Bytes> CardSession::readFile(Sfi file, Asked asked, std::string_view where)
{
    const auto& reader = transport_.readerName();
    const bool proven = memory_.largestAnswer(reader).has_value();
    auto chunk = largestAnswer();
    probing_ = !proven && chunk > kShortAnswer;
    auto read = readWith(chunk, file, asked, where);
    if (const bool probed = std::exchange(probing_, false); probed && !read && mayBeTooLong(read.fault())) {
        chunk = kShortAnswer;
        read = readWith(chunk, file, asked, where);
    }
    if (read) // only now is it certain that the length was, or was not, the reason
        memory_.remember(reader, chunk);
    return read;
}

std::uint32_t CardSession::largestAnswer()
{
    if (const auto known = memory_.largestAnswer(transport_.readerName()))
        return *known;
    const auto claimed = transport_.maxApduData();
    return claimed ? std::max(*claimed, kShortAnswer) : kExtendedAnswer; // in doubt tried: most readers can
}

Result<Bytes> CardSession::readWith(std::uint32_t chunk, Sfi file, Asked asked, std::string_view where)
{
    auto first = command(readCommand(file, 0, chunk), asked, where);
    if (!first)
        return first.fault();
    Bytes content = std::move(*first);
    const auto end = content.size() < chunk ? content.size() : kMaxFile;
    const auto wanted = std::min(announcedLength(content).value_or(end), kMaxFile);
    while (content.size() < wanted) {
        const auto length = static_cast<std::uint32_t>(std::min<std::size_t>(chunk, wanted - content.size()));
        const auto piece = exchange(readCommand(file, content.size(), length));
        if (!piece)
            return piece.fault();
        if (piece->status == sw::kOffsetPastEnd || (isData(piece->status) && piece->data.empty()))
            break;
        if (!isData(piece->status))
            return statusFault(piece->status, asked, where);
        content.insert(content.end(), piece->data.begin(), piece->data.end());
    }
    return content;
}

Result<Bytes> CardSession::readRecord(Sfi file, std::uint8_t record, std::string_view where)
{
    const auto p2 = static_cast<std::uint8_t>(static_cast<std::uint8_t>(file) << 3 | 0x04);
    return command({0x00, kReadRecord, record, p2, {}, kShortAnswer}, Asked::Read, where);
}

Result<CardSession::Tries> CardSession::tries(Sfi secret, std::string_view where)
{
    const auto answer = exchange(verifyCommand(secret, {}));
    if (!answer)
        return answer.fault();
    if (answer->status == sw::kOk)
        return Tries{.verified = true};
    const auto left = triesLeftIn(answer->status);
    if (!left)
        return statusFault(answer->status, Asked::QueryTries, where);
    triesBefore_ = left;
    return Tries{.left = *left};
}

Result<void> CardSession::verify(Sfi secret, std::string_view digits, Asked asked, std::string_view where)
{
    auto command = verifyCommand(secret, Bytes{digits.begin(), digits.end()});
    const Cleansed cleansed{command.data};

    const auto answer = exchange(command, Repeat::Never);
    if (!answer)
        return afterLostVerify(answer.fault(), secret, asked, where);
    triesBefore_ = triesLeftIn(answer->status);
    if (answer->status == sw::kOk)
        return {};
    if (answer->status == sw::kWrongNoCounter) {
        const auto now = tries(secret, where);
        if (now && !now->verified)
            return statusFault(static_cast<StatusWord>(0x63C0 | now->left), asked, where);
    }
    return statusFault(answer->status, asked, where);
}

Result<void> CardSession::afterLostVerify(const Fault& loss, Sfi secret, Asked asked, std::string_view where)
{
    if (cardIsGone(loss))
        return loss;
    const auto before = triesBefore_;
    if (cardWasReset(loss) && !recover())
        return loss;
    const auto now = tries(secret, where);
    if (!now)
        return loss;
    if (now->verified)
        return {};
    if (now->left == 0 || (before && now->left < *before))
        return statusFault(static_cast<StatusWord>(0x63C0 | now->left), asked, where);
    return loss; // it never arrived, or was accepted and then undone: the person may type it again
}

Result<Bytes> CardSession::command(CommandApdu command, Asked asked, std::string_view where)
{
    const bool tooLong = command.data.size() > kShortData && largestAnswer() == kShortAnswer;
    auto answer = tooLong ? sendChained(std::move(command)) : exchange(command);
    if (!answer)
        return answer.fault();
    if (!isData(answer->status))
        return statusFault(answer->status, asked, where);
    return std::move(answer->data);
}

Result<ResponseApdu> CardSession::sendChained(CommandApdu command)
{
    const Bytes all = std::move(command.data);
    for (std::size_t offset = 0;; offset += kShortData) {
        const auto length = std::min(kShortData, all.size() - offset);
        const bool last = offset + length == all.size();
        auto link = command;
        link.data.assign(all.begin() + static_cast<std::ptrdiff_t>(offset),
                         all.begin() + static_cast<std::ptrdiff_t>(offset + length));
        if (!last) {
            link.cla |= kChaining;
            link.answer.reset();
        }
        auto answer = exchange(link, Repeat::Never);
        if (last || !answer || answer->status != sw::kOk)
            return answer;
    }
}

Result<void> CardSession::beginTransaction()
{
    auto begun = transport_.beginTransaction();
    if (begun || !cardWasReset(begun.fault()))
        return begun;
    if (const auto recovered = recover(); !recovered)
        return recovered.fault();
    return transport_.beginTransaction();
}

Result<ResponseApdu> CardSession::exchange(const CommandApdu& command, Repeat repeat)
{
    auto answer = exchangeOnce(command);
    if (answer || repeat == Repeat::Never || !cardWasReset(answer.fault()))
        return answer;
    if (const auto recovered = recover(); !recovered)
        return recovered.fault();
    return exchangeOnce(command);
}

/// After a reset nothing is selected: go back to where we were, without the security status we may have had.
Result<void> CardSession::recover()
{
    if (const auto reconnected = transport_.reconnect(); !reconnected)
        return reconnected.fault();
    if (!current_)
        return {};
    const auto id = current_->span();
    const auto answer = exchangeOnce({0x00, kSelect, 0x04, 0x0C, Bytes{id.begin(), id.end()}, std::nullopt});
    if (!answer)
        return answer.fault();
    return answer->status == sw::kOk ? Result<void>{} : invalid("card/reselect");
}

/// One command and the whole of its answer.
Result<ResponseApdu> CardSession::exchangeOnce(const CommandApdu& command)
{
    auto answer = transmit(command);
    if (answer && answer->status >> 8 == 0x6C && command.answer) { // "ask for exactly this many"
        auto exact = command;
        exact.answer = answerLength(answer->status);
        answer = transmit(exact);
    }
    if (!answer)
        return answer;
    Bytes collected = std::move(answer->data);
    for (int pieces = 0; answer->status >> 8 == 0x61; ++pieces) { // "there is more to fetch"
        if (pieces == kMaxPieces)
            return invalid("card/getResponse");
        answer = transmit({0x00, kGetResponse, 0x00, 0x00, {}, answerLength(answer->status)});
        if (!answer)
            return answer;
        collected.insert(collected.end(), answer->data.begin(), answer->data.end());
    }
    return ResponseApdu{std::move(collected), answer->status};
}

Result<ResponseApdu> CardSession::transmit(const CommandApdu& command)
{
    Bytes wire = encode(command);
    const Cleansed cleansed{wire}; // it may hold a PIN
    ++statistics_.apdus;
    statistics_.bytesSent += wire.size();
    auto answer = transport_.transmit(wire);
    if (!answer)
        return whySilent(answer.fault());
    statistics_.bytesReceived += answer->size();
    auto response = decodeResponse(std::move(*answer));
    if (!response)
        return whySilent(response.fault());
    return response;
}

/// A card taken away in the middle of a command looks like one that cannot be read until the reader notices.
/// Not asked while probing, where the reader's own refusal is the likelier reason.
Fault CardSession::whySilent(const Fault& fault)
{
    if (fault.code != FaultCode::CardUnreadable || probing_ || !transport_.cardWentAway())
        return fault;
    return {FaultCode::CardRemoved, fault.space, fault.value, fault.where};
}

} // namespace madoguchi
