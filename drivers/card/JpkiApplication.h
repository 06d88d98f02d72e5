// SPDX-License-Identifier: Apache-2.0
// 公的個人認証 (JPKI): the 利用者証明用 certificate, its four-digit PIN and its signature.
#pragma once

#include "domain/record/CardRecord.h"
#include "drivers/card/CardSession.h"
#include "foundation/base/Bytes.h"

#include <string_view>

namespace madoguchi {

class JpkiApplication {
public:
    explicit JpkiApplication(CardSession& session) : session_{session} {}

    /// Also clears whatever security status the application had. NotMyNumberCard when it is not there.
    Result<void> select();
    Result<void> selectIfLeft();

    /// The certificate's file, filler included. ResidentCard, PhoneToken or CertificateMissing where it is
    /// not there to be read; the token's name is asked for only then.
    Result<Bytes> certificateFile();

    Result<PinTries> pinTries();

    /// One VERIFY. Anything but four ASCII digits is our own mistake and is not sent.
    Result<void> verifyPin(std::string_view pin);

    /// PKCS#1 v1.5 over SHA-256 of `subject`. The card has to be satisfied about the person first.
    Result<Bytes> sign(const Bytes& subject);

private:
    Result<bool> hasCertificate();
    Fault nameToken(const Fault& whatIsOff);

    CardSession& session_;
};

} // namespace madoguchi
