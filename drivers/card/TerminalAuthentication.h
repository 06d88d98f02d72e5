// SPDX-License-Identifier: Apache-2.0
// 特定機関認証: the terminal proves itself to the card, which then signs without a PIN.
//
// PRACTICE ONLY, INVENTED. What is public ends at the first command's header (80 A2 06 C1 with a certificate
// body); who receives such certificates, their format and the exact second step are not. This is a stand-in
// of ours that practice cards understand and real cards refuse; a terminal with provisioned keys replaces
// this one file.
//
//   80 A2 06 C1  certificate body and signature          -> 16 bytes: the card's challenge
//   00 82 00 00  signature over (purpose, challenge)     -> 9000: key 0017 signs until another AP is selected
#pragma once

#include "drivers/card/CardSession.h"
#include "drivers/card/RsaKey.h"

#include <string>

namespace madoguchi {

/// What a terminal is given: its card-verifiable certificate (content of 7F21) and the key it names.
class TerminalKeys {
public:
    /// `certificate` with or without its 7F21 wrapper; SettingsInvalid when either cannot be read.
    static Result<TerminalKeys> fromText(Bytes certificate, const std::string& keyPem);

    [[nodiscard]] const Bytes& certificate() const { return certificate_; }
    /// Signature over the fixed purpose text and the challenge; empty when OpenSSL refuses.
    [[nodiscard]] Bytes answer(ByteSpan challenge) const;

private:
    TerminalKeys(Bytes certificate, RsaPrivateKey key)
        : certificate_{std::move(certificate)}, key_{std::move(key)}
    {
    }

    Bytes certificate_;
    RsaPrivateKey key_;
};

/// Two commands inside the JPKI application. PinlessNotAvailable when the card does not take it.
[[nodiscard]] Result<void> authenticateTerminal(CardSession& session, const TerminalKeys& keys);

} // namespace madoguchi
