// SPDX-License-Identifier: Apache-2.0
// The card, as a visit uses it. The calls block, so the runner gives the port a thread of its own. It never
// retries what costs a person something (a PIN, a try of 照合番号B) and keeps nothing longer than the call.
#pragma once

#include "domain/record/CardRecord.h"
#include "domain/status/Method.h"
#include "foundation/base/Result.h"

namespace madoguchi {

/// The card on the reader, from its arrival to its removal. Calls come one at a time, in any order after
/// read().
class CardPort {
public:
    virtual ~CardPort() = default;

    /// Recognises the card and reads the 利用者証明用 certificate. Spends no try of anything.
    virtual Result<CardRecord> read() = 0;

    /// Tries left for the PIN; asked before the pad opens.
    virtual Result<PinTries> pinTries() = 0;

    /// One VERIFY. PinWrong with `value` = tries left, or PinLocked. Never retried.
    virtual Result<void> verifyPin(PinDigits pin) = 0;

    /// Opens the card face with 照合番号B (one VERIFY), reads the photo and verifies issuer and anti-clone
    /// signatures before anybody may decode it. `source` decides how few tries must be left for it not to be
    /// tried at all (SecurityNumberLow); a camera's number is presented once while the card lies there.
    virtual Result<ChipPortrait> readPortrait(SecurityNumber number, NumberSource source) = 0;

    /// Signature (PKCS#1 v1.5 over SHA-256 of `subject`) with the 利用者証明用 key. With Method::Pin a
    /// verifyPin() must have succeeded; otherwise the terminal authenticates itself to the card
    /// (特定機関認証), which needs its keys.
    virtual Result<Bytes> sign(const Bytes& subject, Method method) = 0;

    /// Leaves the card without any security status. Harmless when the card is gone.
    virtual void release() = 0;
};

} // namespace madoguchi
