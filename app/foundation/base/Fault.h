// SPDX-License-Identifier: Apache-2.0
// What went wrong, in words a reception desk can act on, and where, for support. A Fault never carries
// personal data: no text from outside fits into it, only a code of ours, the foreign error's number and a
// fixed place name. What to show for a code stands in FaultTable.h.
#pragma once

#include <cstdint>
#include <string_view>

namespace madoguchi {

enum class FaultCode : std::uint8_t {
    // reader and card
    ReaderMissing,        ///< no reader is attached
    ReaderServiceStopped, ///< pcscd is not there
    CardUnreadable,       ///< no answer to reset, or an answer that makes no sense
    CardRemoved,          ///< taken away before we were done
    CardBusy,             ///< another program holds the card
    NotMyNumberCard,      ///< some other card
    ResidentCard,         ///< 住民基本台帳カード, the predecessor
    PhoneToken,           ///< a phone: has the certificate but neither photo nor card face
    CardAnswerInvalid,    ///< a My Number Card's application answered what the standard does not allow
    CardNotGenuine,       ///< the issuer's signature over the card's face does not hold
    CardCloned,           ///< the card cannot prove that it holds the key its face names
    CertificateMissing,   ///< no 利用者証明用 certificate (for instance never issued)
    CertificateExpired,
    CertificateRevoked,
    PinWrong,
    PinLocked,
    SecurityNumberWrong, ///< 照合番号B did not open the card face
    SecurityNumberLocked,
    SecurityNumberLow,    ///< so few tries are left that we refuse to spend one
    SecurityNumberUnread, ///< the camera over the card could not read it; no try was spent
    PhotoUnreadable,      ///< the decoder could not make a picture of the chip photo
    PinlessNotAvailable,  ///< 特定機関認証: this terminal was given no keys
    // camera and face
    CameraMissing,
    CameraBlind,  ///< black, frozen or far too bright
    CameraTurned, ///< it hangs aside or upside down; `value` = degrees its pictures must be turned clockwise
    FaceNotConfirmed,
    FaceModelMissing,
    FaceProcessEnded,
    FaceTriesPaused, ///< too many in a row; `value` = seconds to wait
    FaceTriesUsedUp, ///< with this card, today
    // central system
    LineDown, ///< no connection
    CentralTooSlow,
    CentralUntrusted,     ///< the server's certificate does not hold
    TerminalRefused,      ///< the server does not accept our client certificate
    CentralBusy,          ///< 5xx
    CentralRefused,       ///< 4xx: the request was not accepted
    CentralAnswerInvalid, ///< truncated, oversized or not what was agreed
    ChallengeExpired,     ///< the nonce was too old or used
    NotOffered,           ///< the central system does not have this service (now)
    // receipt computer
    HandOverFolderMissing,
    HandOverFolderFull,
    HandOverFolderRefused, ///< read-only or no permission
    HandOverNameTaken,
    HandOverFailed, ///< any other input or output error
    // messages and settings
    MessageInvalid, ///< a file or body that is not what its format says
    SettingsInvalid,
    // ourselves
    TimedOut,
    StaffDeclined, ///< staff looked and said no
    ChannelBroken, ///< a process of the visit's group went away
    RecordNotKept, ///< the audit log could not be written
    Internal,      ///< a mistake of ours
};

/// Whose number `Fault::value` is.
enum class FaultSpace : std::uint8_t {
    None,
    Pcsc,
    StatusWord,
    Curl,
    X509,
    Tls,
    Http,
    OqsCode,
    Errno,
    OpenCv
};

struct [[nodiscard]] Fault {
    FaultCode code{FaultCode::Internal};
    FaultSpace space{FaultSpace::None};
    std::int64_t value{0};
    /// Where, for support: a literal such as "card/readCertificate". Never text from outside.
    std::string_view where{};

    friend bool operator==(const Fault&, const Fault&) = default;
};

} // namespace madoguchi
