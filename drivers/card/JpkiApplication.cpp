// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/JpkiApplication.h"

#include "drivers/card/RsaKey.h"

#include <algorithm>

namespace madoguchi {
namespace {

constexpr Aid kJpki{{0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01}, 10};
constexpr Sfi kTokenInfo{0x06};
constexpr Sfi kPresence{0x08};
constexpr Sfi kCertificate{0x0A};
constexpr Sfi kPin{0x18};
constexpr std::uint8_t kAuthKeyInP2 = 0x97; ///< private key 0017 by its short identifier

constexpr std::size_t kTokenNameSize = 32;
constexpr std::uint8_t kPresent = 0x8F;

std::string_view trimmed(ByteSpan padded)
{
    const auto name = padded.first(std::min(padded.size(), kTokenNameSize));
    const std::string_view text{reinterpret_cast<const char*>(name.data()), name.size()};
    const auto end = text.find_last_not_of(std::string_view{" \0", 2});
    return end == std::string_view::npos ? std::string_view{} : text.substr(0, end + 1);
}

bool isPin(std::string_view pin)
{
    return pin.size() == 4 &&
           std::ranges::all_of(pin, [](char digit) { return digit >= '0' && digit <= '9'; });
}

} // namespace

Result<void> JpkiApplication::select()
{
    return session_.select(kJpki, Asked::SelectJpki, "card/selectJpki");
}

Result<void> JpkiApplication::selectIfLeft()
{
    return session_.selected(kJpki) ? Result<void>{} : select();
}

Result<bool> JpkiApplication::hasCertificate()
{
    const auto flags = session_.readHead(kPresence, Asked::Read, "card/readPresence");
    if (!flags)
        return flags.fault();
    if (flags->size() < 2)
        return Fault{FaultCode::CardAnswerInvalid, FaultSpace::None, 0, "card/readPresence"};
    return (*flags)[1] == kPresent;
}

Result<Bytes> JpkiApplication::certificateFile()
{
    const auto present = hasCertificate();
    if (!present)
        return nameToken(present.fault());
    if (!*present)
        return nameToken({FaultCode::CertificateMissing, FaultSpace::None, 0, "card/readPresence"});
    auto file = session_.readFile(kCertificate, Asked::ReadCertificate, "card/readCertificate");
    if (!file && file.fault().space == FaultSpace::StatusWord)
        return nameToken(file.fault());
    return file;
}

/// The certificate cannot be read: perhaps this is no plastic My Number Card. Otherwise the fault stands.
Fault JpkiApplication::nameToken(const Fault& whatIsOff)
{
    if (whatIsOff.space == FaultSpace::Pcsc)
        return whatIsOff;
    const auto info = session_.readHead(kTokenInfo, Asked::Read, "card/readToken");
    if (!info)
        return info.fault().space == FaultSpace::Pcsc ? info.fault() : whatIsOff;
    const auto name = trimmed(*info);
    if (name == "JPKIAPICCTOKEN")
        return {FaultCode::ResidentCard, FaultSpace::None, 0, "card/readToken"};
    if (name == "JPKIAPGPSETOKEN" || name == "JPKIAPIOSTOKEN")
        return {FaultCode::PhoneToken, FaultSpace::None, 0, "card/readToken"};
    return whatIsOff;
}

Result<PinTries> JpkiApplication::pinTries()
{
    auto tries = session_.tries(kPin, "card/pinTries");
    if (tries &&
        tries->verified) { // left open by another program: close it, the person here has shown nothing yet
        if (const auto selected = select(); !selected)
            return selected.fault();
        tries = session_.tries(kPin, "card/pinTries");
    }
    if (!tries)
        return tries.fault();
    if (tries->verified)
        return Fault{FaultCode::CardAnswerInvalid, FaultSpace::None, 0, "card/pinTries"};
    return PinTries{tries->left};
}

Result<void> JpkiApplication::verifyPin(std::string_view pin)
{
    if (!isPin(pin))
        return Fault{FaultCode::Internal, FaultSpace::None, 0, "card/verifyPin/format"};
    return session_.verify(kPin, pin, Asked::VerifyPin, "card/verifyPin");
}

Result<Bytes> JpkiApplication::sign(const Bytes& subject)
{
    constexpr std::uint8_t kDigestGiven = 0x02; // we hash, the card wraps and pads
    const auto digest = sha256(subject);
    return session_.command(
        {0x80, 0x2A, kDigestGiven, kAuthKeyInP2, Bytes{digest.begin(), digest.end()}, kShortAnswer},
        Asked::Sign, "card/sign");
}

} // namespace madoguchi
