// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/TerminalAuthentication.h"

#include "drivers/card/BerTlv.h"

#include <string_view>

namespace madoguchi {
namespace {

constexpr std::string_view kPurpose = "madoguchi practice terminal authentication";
constexpr std::uint32_t kChallengeSize = 16;

} // namespace

Result<TerminalKeys> TerminalKeys::fromText(Bytes certificate, const std::string& keyPem)
{
    if (const auto wrapped = BerReader{certificate}.next(0x7F21))
        certificate = Bytes{wrapped->value.begin(), wrapped->value.end()};
    auto key = RsaPrivateKey::fromPem(keyPem);
    if (certificate.empty() || !key)
        return Fault{FaultCode::SettingsInvalid, FaultSpace::None, 0, "card/terminalKeys"};
    return TerminalKeys{std::move(certificate), std::move(*key)};
}

Bytes TerminalKeys::answer(ByteSpan challenge) const
{
    Bytes subject{kPurpose.begin(), kPurpose.end()};
    subject.insert(subject.end(), challenge.begin(), challenge.end());
    return key_.sign(subject);
}

Result<void> authenticateTerminal(CardSession& session, const TerminalKeys& keys)
{
    const auto challenge = session.command({0x80, 0xA2, 0x06, 0xC1, keys.certificate(), kChallengeSize},
                                           Asked::AuthenticateTerminal, "card/terminal/certificate");
    if (!challenge)
        return challenge.fault();
    if (challenge->size() != kChallengeSize)
        return Fault{FaultCode::PinlessNotAvailable, FaultSpace::None, 0, "card/terminal/challenge"};
    const auto accepted = session.command({0x00, 0x82, 0x00, 0x00, keys.answer(*challenge), std::nullopt},
                                          Asked::AuthenticateTerminal, "card/terminal/answer");
    return accepted ? Result<void>{} : accepted.fault();
}

} // namespace madoguchi
