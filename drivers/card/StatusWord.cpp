// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/StatusWord.h"

namespace madoguchi {
namespace {

using enum FaultCode;

/// Wrong or locked, for the two secrets a person may present.
std::optional<Fault> secretFault(StatusWord status, Asked asked, std::string_view where)
{
    const bool pin = asked == Asked::VerifyPin;
    if (!pin && asked != Asked::VerifySecurityNumber)
        return std::nullopt;
    const auto left = triesLeftIn(status);
    if (!left)
        return std::nullopt;
    if (*left == 0)
        return Fault{pin ? PinLocked : SecurityNumberLocked, FaultSpace::StatusWord, status, where};
    return Fault{pin ? PinWrong : SecurityNumberWrong, FaultSpace::None, *left, where};
}

/// "There is no such thing here", per question.
FaultCode absent(Asked asked)
{
    switch (asked) {
    case Asked::SelectJpki:
        return NotMyNumberCard;
    case Asked::SelectSurface: // JPKI was there, the card's face is not: a phone carries only the former
        return PhoneToken;
    case Asked::ReadCertificate:
        return CertificateMissing;
    case Asked::AuthenticateTerminal:
        return PinlessNotAvailable;
    case Asked::SelectCardInfo:
    case Asked::SelectIssuerDomain:
    case Asked::Read:
    case Asked::QueryTries:
    case Asked::VerifyPin:
    case Asked::VerifySecurityNumber:
    case Asked::Sign:
        break;
    }
    return CardAnswerInvalid;
}

/// "Not before you have proved yourself", per question.
FaultCode notAllowed(Asked asked)
{
    switch (asked) {
    case Asked::ReadCertificate: // free on plastic, behind the PIN on a phone
        return PhoneToken;
    case Asked::Sign: // the security status went away: another program selected something else in between
        return CardBusy;
    case Asked::AuthenticateTerminal:
        return PinlessNotAvailable;
    case Asked::SelectJpki:
        return NotMyNumberCard;
    case Asked::SelectSurface:
    case Asked::SelectCardInfo:
    case Asked::SelectIssuerDomain:
    case Asked::Read:
    case Asked::QueryTries:
    case Asked::VerifyPin:
    case Asked::VerifySecurityNumber:
        break;
    }
    return CardAnswerInvalid;
}

FaultCode otherwise(Asked asked)
{
    if (asked == Asked::SelectJpki)
        return NotMyNumberCard; // whatever a foreign card says to an application it does not know
    return asked == Asked::AuthenticateTerminal ? PinlessNotAvailable : CardAnswerInvalid;
}

FaultCode codeOf(StatusWord status, Asked asked)
{
    switch (status) {
    case sw::kFileNotFound:
    case 0x6A81: // function not supported: GlobalPlatform's word for a locked or absent application
        return absent(asked);
    case sw::kNotAllowedYet:
        return notAllowed(asked);
    case sw::kNoDiagnosis:
        return CardUnreadable;
    default:
        break;
    }
    switch (status >> 8) {
    case 0x64: // execution error
    case 0x65: // memory failure
        return CardUnreadable;
    default:
        return otherwise(asked);
    }
}

} // namespace

std::optional<int> triesLeftIn(StatusWord status)
{
    if (status == sw::kBlocked || status == sw::kBlockedHere)
        return 0;
    if ((status & 0xFFF0) == 0x63C0)
        return status & 0x000F;
    return std::nullopt;
}

Fault statusFault(StatusWord status, Asked asked, std::string_view where)
{
    if (const auto secret = secretFault(status, asked, where))
        return *secret;
    return Fault{codeOf(status, asked), FaultSpace::StatusWord, status, where};
}

} // namespace madoguchi
