// SPDX-License-Identifier: Apache-2.0
// What a visit needs of the world. Each port has a real driver and a simulator; the calls block, so the
// runner gives each port a thread of its own. A port never retries what costs a person something (a PIN, a
// try of 照合番号B), and never keeps what it was given longer than the call.
#pragma once

#include "core/EligibilityAnswer.h"
#include "core/FaceReport.h"
#include "core/Reservation.h"
#include "core/Result.h"
#include "core/VisitData.h"

#include <functional>
#include <optional>
#include <stop_token>

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
    virtual Result<void> verifyPin(Pin pin) = 0;

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

/// Arrival and removal of the card: blocks, does not poll.
class CardPresencePort {
public:
    enum class Change : std::uint8_t { Inserted, Removed, ReaderLost, ReaderBack };
    virtual ~CardPresencePort() = default;

    /// The next change, in order. Returns TimedOut when `stop` was requested.
    virtual Result<Change> next(std::stop_token stop) = 0;
};

/// Reads 照合番号B from the card's face (a camera over the card). Optional: without one, staff type it.
class CardFacePort {
public:
    virtual ~CardFacePort() = default;

    /// Spends no try. SecurityNumberUnread when the card cannot be read surely, CameraMissing or CameraBlind
    /// as the camera says.
    virtual Result<SecurityNumber> read(std::stop_token stop) = 0;
};

/// Compares the chip photo with the person in front of the camera, in a process of its own.
class FacePort {
public:
    using Listener = std::function<void(const FaceReport&)>;
    virtual ~FacePort() = default;

    /// Starts camera and guidance; the reference template is made as soon as the portrait arrives. Reports
    /// come on a thread of the port until a decision or stop().
    virtual Result<void> start(Listener listener) = 0;
    virtual Result<void> giveReference(const ChipPortrait& portrait) = 0;
    virtual void stop() = 0;
};

/// Counts how often a face is tried with one card, so that nobody can try until it fits.
class FaceTriesPort {
public:
    virtual ~FaceTriesPort() = default;

    /// One more try, on disk when this returns. FaceTriesPaused with the seconds that are left, or
    /// FaceTriesUsedUp for today; RecordNotKept when the count cannot be kept, and then there is no try.
    virtual Result<void> begin(const Bytes& certificate) = 0;
    /// The last one was none: the face was `accepted`, or nothing was compared.
    virtual Result<void> takeBack(const Bytes& certificate, bool accepted) = 0;
};

/// The central system.
class CentralPort {
public:
    virtual ~CentralPort() = default;

    /// Connects and fetches a nonce. Called while the card is still being read.
    virtual Result<Challenge> challenge() = 0;
    virtual Result<CentralAnswer> ask(const EligibilityQuery& query) = 0;

    /// Without a card. Such an answer opens no medical information and names no newer qualification.
    virtual Result<EligibilityAnswer> askByNumber(const NumberQuery&)
    {
        return Fault{FaultCode::NotOffered, FaultSpace::None, 0, "core/askByNumber"};
    }
};

/// The receipt computer's folder.
class HandOffPort {
public:
    virtual ~HandOffPort() = default;

    /// Writes the answer where the receipt computer looks, reads it back, and returns the file's name.
    virtual Result<HandOver> deliver(const EligibilityAnswer& answer) = 0;
};

/// The clinic's list of booked patients. Whoever holds it holds other people's data: only a visit's group
/// does.
class ReservationPort {
public:
    virtual ~ReservationPort() = default;

    /// What the lists of today say of the person this answer is about, and of how many.
    virtual Result<ReservationFound> find(const EligibilityAnswer& answer) = 0;
};

/// Time, so that no test has to wait for it.
class Clock {
public:
    using Tick = std::chrono::duration<std::int64_t, std::milli>; ///< since boot, runs through suspend
    virtual ~Clock() = default;
    [[nodiscard]] virtual Tick now() const = 0;
    [[nodiscard]] virtual std::chrono::sys_seconds wallTime() const = 0;
};

/// The end of the visit's process group.
class ErasurePort {
public:
    virtual ~ErasurePort() = default;

    /// Arms the kernel's timer: SIGKILL after `within`, counted through suspend. A later call may move the
    /// end, never past the absolute cap that the first call set.
    virtual Result<void> arm(std::chrono::milliseconds within) = 0;

    /// Ends the group now. Does not return in a real visit.
    virtual void erase() = 0;
};

} // namespace madoguchi
