// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/card/TerminalGate.h"

#include "drivers/sim/card/CvCertificateMaker.h"

#include <string_view>
#include <utility>

namespace madoguchi::sim {

Bytes terminalSubject(const Bytes& challenge)
{
    constexpr std::string_view kPurpose = "madoguchi practice terminal authentication";
    Bytes subject(kPurpose.begin(), kPurpose.end());
    subject.insert(subject.end(), challenge.begin(), challenge.end());
    return subject;
}

TerminalGate::TerminalGate(std::optional<CardKey> authority, Random random)
    : authority_{std::move(authority)}, random_{std::move(random)}
{
}

std::optional<Bytes> TerminalGate::present(const Bytes& certificate)
{
    forget();
    const auto parsed = parseCvCertificate(certificate);
    // The same authority certifies card issuers; one of those must not pass for a terminal.
    if (!authority_ || !parsed || parsed->subject != kTerminalKeyId || !signedBy(*parsed, *authority_))
        return {};
    terminal_ = CardKey::fromModulus(parsed->modulus);
    challenge_ = random_(kChallenge);
    return challenge_;
}

bool TerminalGate::authenticate(const Bytes& signature)
{
    const bool right =
        terminal_ && challenged() && terminal_->verifies(terminalSubject(challenge_), signature);
    forget();
    return right;
}

void TerminalGate::forget()
{
    terminal_.reset();
    challenge_.clear();
}

} // namespace madoguchi::sim
