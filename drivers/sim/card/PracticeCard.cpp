// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/card/PracticeCard.h"

#include "drivers/sim/card/TlvWriter.h"

#include <openssl/rand.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace madoguchi {

namespace {

namespace sw {
constexpr std::uint16_t kOk = 0x9000;
constexpr std::uint16_t kNotAuthentic = 0x6300;
constexpr std::uint16_t kTriesLeft = 0x63C0; // and the count in the low four bits
constexpr std::uint16_t kWrongLength = 0x6700;
constexpr std::uint16_t kLogicalChannel = 0x6881;
constexpr std::uint16_t kSecureMessaging = 0x6882;
constexpr std::uint16_t kWrongFileKind = 0x6981;
constexpr std::uint16_t kNotOpened = 0x6982;
constexpr std::uint16_t kBlocked = 0x6984;
constexpr std::uint16_t kConditions = 0x6985;
constexpr std::uint16_t kNoCurrentFile = 0x6986;
constexpr std::uint16_t kNotFound = 0x6A82;
constexpr std::uint16_t kNoRecord = 0x6A83;
constexpr std::uint16_t kWrongParameters = 0x6A86;
constexpr std::uint16_t kNoReference = 0x6A88;
constexpr std::uint16_t kWrongOffset = 0x6B00;
constexpr std::uint16_t kUnknownInstruction = 0x6D00;
constexpr std::uint16_t kUnknownClass = 0x6E00;
} // namespace sw

constexpr std::uint16_t kTerminalReference = 0x0016;
constexpr std::uint8_t kShortIdMask = 0x1F;
constexpr std::size_t kLongestSecret = 16;

/// What the link below can carry: two bytes of length for data and status word together.
constexpr std::size_t kLongestAnswer = 65533;

std::uint16_t triesStatus(int left)
{
    return static_cast<std::uint16_t>(sw::kTriesLeft | left);
}

bool startsWith(const Bytes& whole, const Bytes& start)
{
    return start.size() <= whole.size() && std::equal(start.begin(), start.end(), whole.begin());
}

/// The signature forms by P1. Empty: the data do not fit the form.
Bytes signatureOver(const Bytes& data, std::uint8_t form, const sim::CardKey& key)
{
    constexpr std::size_t kHash = 32;
    constexpr std::size_t kLongestBlock = sim::CardKey::kBytes - 11;
    switch (form) {
    case 0x00: // the data as they are
        return data.size() <= kLongestBlock ? key.signBlock(data) : Bytes{};
    case 0x01: // the card hashes, no DigestInfo
        return key.signBlock(sim::sha256(data));
    case 0x02: // a hash is given, the card adds the DigestInfo
        return data.size() == kHash ? key.signBlock(sim::digestInfo(data)) : Bytes{};
    case 0x03: // the card hashes and adds the DigestInfo
        return key.sign(data);
    case 0x04: // PSS over a given hash
        return data.size() == kHash ? key.signPss(data) : Bytes{};
    default: // PSS, the card hashes
        return key.signPss(sim::sha256(data));
    }
}
constexpr std::uint8_t kLastSignatureForm = 0x05;

} // namespace

PracticeCard::PracticeCard(CardImage image, Random random)
    : image_{std::move(image)}, random_{std::move(random)}, gate_{image_.terminalAuthority, random_}
{
}

Bytes PracticeCard::randomBytes(std::size_t count)
{
    Bytes bytes(count);
    RAND_bytes(bytes.data(), static_cast<int>(count));
    return bytes;
}

void PracticeCard::powerOn()
{
    if (!std::exchange(powered_, true))
        enter(0);
}

void PracticeCard::powerOff()
{
    powered_ = false;
    enter(0);
}

void PracticeCard::reset() {}

int PracticeCard::triesLeft(const Bytes& aid, std::uint16_t secret) const
{
    for (const auto& application : image_.applications)
        for (const auto& file : application.files)
            if (application.aid == aid && file.id == secret)
                if (const auto* found = std::get_if<SecretFile>(&file.body))
                    return found->left;
    return -1;
}

Bytes PracticeCard::answer(const Bytes& commandApdu)
{
    auto command = sim::parseCommand(commandApdu);
    const bool acceptable = command && (image_.extendedLength || !command->extended);
    Answer answer = acceptable ? collect(std::move(*command)) : Answer{sw::kWrongLength};
    answer.data.push_back(static_cast<std::uint8_t>(answer.status >> 8));
    answer.data.push_back(static_cast<std::uint8_t>(answer.status));
    return std::move(answer.data);
}

/// Puts chained commands together (ISO 7816-4, 5.1.1.1): data too long for one short command.
PracticeCard::Answer PracticeCard::collect(Command command)
{
    constexpr std::uint8_t kMoreFollows = 0x10;
    constexpr std::size_t kLongest = 65535;
    const bool more = (command.cla & kMoreFollows) != 0;
    command.cla = static_cast<std::uint8_t>(command.cla & ~kMoreFollows);
    Command chain = std::exchange(chain_, {});
    if (chain.cla != command.cla || chain.ins != command.ins || chain.p1 != command.p1 ||
        chain.p2 != command.p2)
        chain.data.clear();
    command.data.insert(command.data.begin(), chain.data.begin(), chain.data.end());
    if (command.data.size() > kLongest)
        return {sw::kWrongLength};
    if (!more)
        return dispatch(command);
    chain_ = std::move(command);
    return {sw::kOk};
}

PracticeCard::Answer PracticeCard::dispatch(const Command& command)
{
    struct Row {
        std::uint8_t cla, ins;
        Answer (PracticeCard::*handler)(const Command&);
    };
    static constexpr Row kInstructions[] = {
        {0x00, 0xA4, &PracticeCard::select},
        {0x00, 0xB0, &PracticeCard::readBinary},
        {0x00, 0xB2, &PracticeCard::readRecord},
        {0x00, 0x20, &PracticeCard::verify},
        {0x00, 0x24, &PracticeCard::changeSecret},
        {0x80, 0x2A, &PracticeCard::sign},
        {0x00, 0x84, &PracticeCard::giveChallenge},
        {0x80, 0xA2, &PracticeCard::presentTerminal},
        {0x00, 0x82, &PracticeCard::authenticateTerminal},
        {0x00, 0xCA, &PracticeCard::dataObject},
    };
    constexpr std::uint8_t kMessaging = 0x0C;
    constexpr std::uint8_t kChannel = 0x03;
    const auto base = static_cast<std::uint8_t>(command.cla & 0xF0);
    if (base != 0x00 && base != 0x80)
        return {sw::kUnknownClass};
    if ((command.cla & kChannel) != 0)
        return {sw::kLogicalChannel};
    if ((command.cla & kMessaging) != 0)
        return {sw::kSecureMessaging};
    for (const auto& row : kInstructions)
        if (row.cla == command.cla && row.ins == command.ins)
            return (this->*row.handler)(command);
    return {sw::kUnknownInstruction};
}

PracticeCard::Answer PracticeCard::select(const Command& command)
{
    constexpr std::uint8_t kWithoutInformation = 0x0C;
    if (command.p2 != 0x00 && command.p2 != kWithoutInformation)
        return {sw::kWrongParameters};
    switch (command.p1) {
    case 0x00: // the root: cannot be selected, though inside an application the card pretends it can
        if (!command.data.empty())
            return {sw::kNotFound};
        return {current_ == 0 ? sw::kWrongParameters : sw::kOk};
    case 0x02:
        return selectFile(command);
    case 0x04:
        return selectApplication(command);
    default:
        return {sw::kWrongParameters};
    }
}

PracticeCard::Answer PracticeCard::selectApplication(const Command& command)
{
    if (command.data.empty() || command.data.size() > kLongestSecret)
        return {sw::kWrongLength};
    const auto& all = image_.applications;
    // The start of a name is enough for this card.
    const auto found = std::find_if(all.begin(), all.end(), [&](const CardApplication& candidate) {
        return startsWith(candidate.aid, command.data);
    });
    if (found == all.end())
        return {sw::kNotFound};
    enter(static_cast<std::size_t>(found - all.begin()));
    return {sw::kOk, command.p2 == 0x00 ? sim::tlv(0x6F, sim::tlv(0x84, found->aid)) : Bytes{}};
}

PracticeCard::Answer PracticeCard::selectFile(const Command& command)
{
    if (command.data.size() != 2)
        return {sw::kWrongLength};
    const auto id = static_cast<std::uint16_t>(command.data[0] << 8 | command.data[1]);
    for (auto& file : application().files)
        if (file.id == id) {
            file_ = &file;
            return {sw::kOk, command.p2 == 0x00 ? sim::tlv(0x6F, sim::tlv(0x83, command.data)) : Bytes{}};
        }
    return {sw::kNotFound};
}

PracticeCard::Answer PracticeCard::readBinary(const Command& command)
{
    constexpr std::uint8_t kShortForm = 0x80;
    std::size_t offset = static_cast<std::size_t>(command.p1) << 8 | command.p2;
    if ((command.p1 & kShortForm) != 0) {
        auto* named = fileByShortId(command.p1 & kShortIdMask);
        if (!named)
            return {sw::kNotFound};
        file_ = named;
        offset = command.p2;
    }
    if (!file_)
        return {sw::kNoCurrentFile};
    const auto* binary = std::get_if<BinaryFile>(&file_->body);
    if (!binary)
        return {sw::kWrongFileKind};
    if (!open(*file_))
        return {sw::kNotOpened};
    if (!command.expected || !command.data.empty())
        return {sw::kWrongLength};
    if (offset >= binary->content.size())
        return {sw::kWrongOffset};
    const auto length = std::min({*command.expected, binary->content.size() - offset, kLongestAnswer});
    const auto begin = binary->content.begin() + static_cast<std::ptrdiff_t>(offset);
    return {sw::kOk, Bytes(begin, begin + static_cast<std::ptrdiff_t>(length))};
}

PracticeCard::Answer PracticeCard::readRecord(const Command& command)
{
    constexpr std::uint8_t kByNumber = 0x04;
    if ((command.p2 & 0x07) != kByNumber)
        return {sw::kWrongParameters};
    if (const auto shortId = static_cast<std::uint8_t>(command.p2 >> 3); shortId != 0) {
        auto* named = fileByShortId(shortId);
        if (!named)
            return {sw::kNotFound};
        file_ = named;
    }
    if (!file_)
        return {sw::kNoCurrentFile};
    const auto* file = std::get_if<RecordFile>(&file_->body);
    if (!file)
        return {sw::kWrongFileKind};
    if (!open(*file_))
        return {sw::kNotOpened};
    if (!command.expected)
        return {sw::kWrongLength};
    if (command.p1 == 0 || command.p1 > file->records.size())
        return {sw::kNoRecord};
    const Bytes& record = file->records[command.p1 - 1U];
    if (*command.expected < record.size())
        return {sw::kWrongLength};
    return {sw::kOk, record};
}

PracticeCard::Answer PracticeCard::verify(const Command& command)
{
    if (command.p1 != 0 || (command.p2 & 0x80) == 0)
        return {sw::kWrongParameters};
    auto* file = referencedFile(command.p2);
    auto* secret = file ? std::get_if<SecretFile>(&file->body) : nullptr;
    if (!secret)
        return {sw::kNoReference};
    if (command.data.empty())
        return {verified_.contains(file->id) ? sw::kOk : triesStatus(secret->left)};
    if (command.data.size() > kLongestSecret)
        return {sw::kWrongLength};
    if (secret->left == 0)
        return {sw::kBlocked};
    const std::string_view given{reinterpret_cast<const char*>(command.data.data()), command.data.size()};
    if (given != secret->value) {
        verified_.erase(file->id);
        return {triesStatus(--secret->left)};
    }
    secret->left = secret->limit;
    verified_.insert(file->id);
    return {sw::kOk};
}

PracticeCard::Answer PracticeCard::changeSecret(const Command& command)
{
    if (command.p1 != 0x01 || (command.p2 & 0x80) == 0)
        return {sw::kWrongParameters};
    auto* file = referencedFile(command.p2);
    auto* secret = file ? std::get_if<SecretFile>(&file->body) : nullptr;
    if (!secret)
        return {sw::kNoReference};
    if (command.data.empty() || command.data.size() > kLongestSecret)
        return {sw::kWrongLength};
    if (!verified_.contains(file->id))
        return {sw::kNotOpened};
    secret->value.assign(command.data.begin(), command.data.end());
    return {sw::kOk};
}

PracticeCard::Answer PracticeCard::sign(const Command& command)
{
    if (command.p1 > kLastSignatureForm)
        return {sw::kWrongParameters};
    const bool byDefault = command.p2 == 0x00 && application().defaultKey;
    if (!byDefault && (command.p2 & 0x80) == 0)
        return {sw::kWrongParameters};
    auto* file = byDefault ? fileByShortId(static_cast<std::uint8_t>(*application().defaultKey))
                           : referencedFile(command.p2);
    if (!file)
        return {command.p2 == 0x80 ? sw::kNoCurrentFile : sw::kNoReference};
    const auto* signer = std::get_if<KeyFile>(&file->body);
    if (!signer)
        return {sw::kWrongFileKind};
    if (!open(*file))
        return {sw::kNotOpened};
    if (command.data.empty() || !command.expected || *command.expected < sim::CardKey::kBytes)
        return {sw::kWrongLength};
    Bytes signature = signatureOver(command.data, command.p1, signer->key);
    if (signature.empty())
        return {sw::kConditions};
    return {sw::kOk, std::move(signature)};
}

PracticeCard::Answer PracticeCard::giveChallenge(const Command& command)
{
    constexpr std::size_t kLongest = 256;
    if (command.p1 != 0 || command.p2 != 0)
        return {sw::kWrongParameters};
    if (!command.expected || *command.expected > kLongest)
        return {sw::kWrongLength};
    return {sw::kOk, random_(*command.expected)};
}

PracticeCard::Answer PracticeCard::presentTerminal(const Command& command)
{
    if (command.p1 != 0x06 || command.p2 != 0xC1 || !fileByShortId(kTerminalReference))
        return {sw::kWrongParameters};
    auto challenge = gate_.present(command.data);
    if (!challenge)
        return {sw::kWrongLength}; // what a real card says to data it does not take
    return {sw::kOk, std::move(*challenge)};
}

PracticeCard::Answer PracticeCard::authenticateTerminal(const Command& command)
{
    if (command.p1 != 0 || command.p2 != 0)
        return {sw::kWrongParameters};
    if (!gate_.challenged())
        return {sw::kConditions};
    if (!gate_.authenticate(command.data))
        return {sw::kNotAuthentic};
    verified_.insert(kTerminalReference);
    return {sw::kOk};
}

PracticeCard::Answer PracticeCard::dataObject(const Command& command)
{
    const auto tag = static_cast<std::uint16_t>(command.p1 << 8 | command.p2);
    const auto found = image_.dataObjects.find(tag);
    if (current_ != 0 || found == image_.dataObjects.end())
        return {sw::kNoReference};
    if (!command.expected || *command.expected < found->second.size())
        return {sw::kWrongLength};
    return {sw::kOk, found->second};
}

void PracticeCard::enter(std::size_t application)
{
    current_ = application;
    file_ = nullptr;
    verified_.clear();
    gate_.forget();
    chain_ = {};
}

CardFile* PracticeCard::fileByShortId(std::uint8_t shortId)
{
    auto& files = application().files;
    const auto found = std::find_if(files.begin(), files.end(), [&](const CardFile& file) {
        return (file.id & kShortIdMask) == shortId;
    });
    return found == files.end() ? nullptr : &*found;
}

/// P2 of VERIFY, CHANGE and signature: 80 is the current file, 81 to 9E a short identifier.
CardFile* PracticeCard::referencedFile(std::uint8_t p2)
{
    const auto shortId = static_cast<std::uint8_t>(p2 & kShortIdMask);
    return shortId == 0 ? file_ : fileByShortId(shortId);
}

bool PracticeCard::open(const CardFile& file) const
{
    return file.openedBy.empty() || std::any_of(file.openedBy.begin(), file.openedBy.end(),
                                                [&](std::uint16_t id) { return verified_.contains(id); });
}

} // namespace madoguchi
