// SPDX-License-Identifier: Apache-2.0
#include "domain/status/FaultTable.h"

#include <array>
#include <cstddef>

namespace madoguchi {
namespace {

using enum FaultCode;

// One row a line of FaultCode; the words stand in resources/texts/faults.json.
constexpr std::array kRows{
    FaultRow{ReaderMissing, "R-01", TextId::faultsReaderMissingHeadline, TextId::faultsPhrasesToReception,
             Actor::Staff, true},
    FaultRow{ReaderServiceStopped, "R-02", TextId::faultsReaderServiceStoppedHeadline,
             TextId::faultsPhrasesToReception, Actor::Administrator, true},
    FaultRow{CardUnreadable, "C-01", TextId::faultsCardUnreadableHeadline, TextId::faultsCardUnreadableAdvice,
             Actor::Patient, true},
    FaultRow{CardRemoved, "C-02", TextId::faultsCardRemovedHeadline, TextId::faultsCardRemovedAdvice,
             Actor::Patient, true},
    FaultRow{CardBusy, "C-03", TextId::faultsCardBusyHeadline, TextId::faultsCardBusyAdvice, Actor::Patient,
             true},
    FaultRow{NotMyNumberCard, "C-04", TextId::faultsNotMyNumberCardHeadline,
             TextId::faultsNotMyNumberCardAdvice, Actor::Patient, true},
    FaultRow{ResidentCard, "C-05", TextId::faultsResidentCardHeadline, TextId::faultsResidentCardAdvice,
             Actor::Patient, true},
    FaultRow{PhoneToken, "C-06", TextId::faultsPhoneTokenHeadline, TextId::faultsPhoneTokenAdvice,
             Actor::Patient, true},
    FaultRow{CardAnswerInvalid, "C-07", TextId::faultsCardAnswerInvalidHeadline,
             TextId::faultsCardAnswerInvalidAdvice, Actor::Patient, true},
    FaultRow{CardNotGenuine, "C-08", TextId::faultsCardNotGenuineHeadline, TextId::faultsPhrasesToReception,
             Actor::Staff, false},
    FaultRow{CardCloned, "C-09", TextId::faultsCardClonedHeadline, TextId::faultsPhrasesToReception,
             Actor::Staff, false},
    FaultRow{CertificateMissing, "C-10", TextId::faultsCertificateMissingHeadline,
             TextId::faultsCertificateMissingAdvice, Actor::Municipality, false},
    FaultRow{CertificateExpired, "C-11", TextId::faultsCertificateExpiredHeadline,
             TextId::faultsCertificateExpiredAdvice, Actor::Municipality, false},
    FaultRow{CertificateRevoked, "C-12", TextId::faultsCertificateRevokedHeadline,
             TextId::faultsPhrasesToReception, Actor::Municipality, false},
    FaultRow{PinWrong, "P-01", TextId::faultsPinWrongHeadline, TextId::faultsPinWrongAdvice, Actor::Patient,
             true},
    FaultRow{PinLocked, "P-02", TextId::faultsPinLockedHeadline, TextId::faultsPinLockedAdvice,
             Actor::Municipality, false},
    FaultRow{SecurityNumberWrong, "S-01", TextId::faultsSecurityNumberWrongHeadline,
             TextId::faultsPhrasesUseOtherWay, Actor::Staff, true},
    FaultRow{SecurityNumberLocked, "S-02", TextId::faultsSecurityNumberLockedHeadline,
             TextId::faultsSecurityNumberLockedAdvice, Actor::Municipality, false},
    FaultRow{SecurityNumberLow, "S-03", TextId::faultsSecurityNumberLowHeadline,
             TextId::faultsPhrasesUseOtherWay, Actor::Staff, false},
    FaultRow{SecurityNumberUnread, "S-06", TextId::faultsSecurityNumberUnreadHeadline,
             TextId::faultsSecurityNumberUnreadAdvice, Actor::Staff, true},
    FaultRow{PhotoUnreadable, "S-04", TextId::faultsPhotoUnreadableHeadline, TextId::faultsPhrasesUseOtherWay,
             Actor::Patient, false},
    FaultRow{PinlessNotAvailable, "S-05", TextId::faultsPinlessNotAvailableHeadline,
             TextId::faultsPinlessNotAvailableAdvice, Actor::Administrator, false},
    FaultRow{CameraMissing, "F-01", TextId::faultsCameraMissingHeadline, TextId::faultsPhrasesUseOtherWay,
             Actor::Staff, false},
    FaultRow{CameraBlind, "F-02", TextId::faultsCameraBlindHeadline, TextId::faultsPhrasesUseOtherWay,
             Actor::Staff, true},
    FaultRow{CameraTurned, "F-08", TextId::faultsCameraTurnedHeadline, TextId::faultsPhrasesUseOtherWay,
             Actor::Administrator, false},
    FaultRow{FaceNotConfirmed, "F-03", TextId::faultsFaceNotConfirmedHeadline,
             TextId::faultsPhrasesUseOtherWay, Actor::Patient, true},
    FaultRow{FaceModelMissing, "F-04", TextId::faultsFaceModelMissingHeadline,
             TextId::faultsPhrasesUseOtherWay, Actor::Administrator, false},
    FaultRow{FaceProcessEnded, "F-05", TextId::faultsFaceProcessEndedHeadline,
             TextId::faultsPhrasesUseOtherWay, Actor::Staff, true},
    FaultRow{FaceTriesPaused, "F-06", TextId::faultsFaceTriesPausedHeadline, TextId::faultsPhrasesUseOtherWay,
             Actor::Staff, false},
    FaultRow{FaceTriesUsedUp, "F-07", TextId::faultsFaceTriesUsedUpHeadline, TextId::faultsPhrasesUseOtherWay,
             Actor::Staff, false},
    FaultRow{LineDown, "N-01", TextId::faultsLineDownHeadline, TextId::faultsPhrasesAtReception, Actor::Staff,
             true},
    FaultRow{CentralTooSlow, "N-02", TextId::faultsCentralTooSlowHeadline, TextId::faultsPhrasesAtReception,
             Actor::Staff, true},
    FaultRow{CentralUntrusted, "N-03", TextId::faultsCentralUntrustedHeadline,
             TextId::faultsPhrasesAtReception, Actor::Administrator, false},
    FaultRow{TerminalRefused, "N-04", TextId::faultsTerminalRefusedHeadline, TextId::faultsPhrasesAtReception,
             Actor::Administrator, false},
    FaultRow{CentralBusy, "N-05", TextId::faultsCentralBusyHeadline, TextId::faultsPhrasesAtReception,
             Actor::Staff, true},
    FaultRow{CentralRefused, "N-06", TextId::faultsCentralRefusedHeadline, TextId::faultsPhrasesAtReception,
             Actor::Administrator, false},
    FaultRow{CentralAnswerInvalid, "N-07", TextId::faultsCentralAnswerInvalidHeadline,
             TextId::faultsPhrasesAtReception, Actor::Administrator, true},
    FaultRow{ChallengeExpired, "N-08", TextId::faultsChallengeExpiredHeadline,
             TextId::faultsChallengeExpiredAdvice, Actor::Patient, true},
    FaultRow{NotOffered, "N-09", TextId::faultsNotOfferedHeadline, TextId::faultsPhrasesAtReception,
             Actor::Staff, false},
    FaultRow{HandOverFolderMissing, "H-01", TextId::faultsHandOverFolderMissingHeadline,
             TextId::faultsPhrasesToReception, Actor::Administrator, true},
    FaultRow{HandOverFolderFull, "H-02", TextId::faultsHandOverFolderFullHeadline,
             TextId::faultsPhrasesToReception, Actor::Administrator, true},
    FaultRow{HandOverFolderRefused, "H-03", TextId::faultsHandOverFolderRefusedHeadline,
             TextId::faultsPhrasesToReception, Actor::Administrator, true},
    FaultRow{HandOverNameTaken, "H-04", TextId::faultsHandOverNameTakenHeadline,
             TextId::faultsPhrasesToReception, Actor::Staff, true},
    FaultRow{HandOverFailed, "H-05", TextId::faultsHandOverFailedHeadline, TextId::faultsPhrasesToReception,
             Actor::Administrator, true},
    FaultRow{MessageInvalid, "M-01", TextId::faultsMessageInvalidHeadline, TextId::faultsPhrasesAtReception,
             Actor::Administrator, false},
    FaultRow{SettingsInvalid, "M-02", TextId::faultsSettingsInvalidHeadline, TextId::faultsPhrasesToReception,
             Actor::Administrator, false},
    FaultRow{TimedOut, "V-01", TextId::faultsTimedOutHeadline, TextId::faultsTimedOutAdvice, Actor::Patient,
             true},
    FaultRow{StaffDeclined, "V-02", TextId::faultsStaffDeclinedHeadline, TextId::faultsPhrasesToReception,
             Actor::Staff, false},
    FaultRow{ChannelBroken, "V-03", TextId::faultsChannelBrokenHeadline, TextId::faultsPhrasesToReception,
             Actor::Staff, true},
    FaultRow{RecordNotKept, "V-05", TextId::faultsRecordNotKeptHeadline, TextId::faultsPhrasesToReception,
             Actor::Administrator, false},
    FaultRow{Internal, "V-04", TextId::faultsInternalHeadline, TextId::faultsPhrasesToReception,
             Actor::Administrator, true},
};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < kRows.size(); ++i)
        if (static_cast<std::size_t>(kRows[i].code) != i)
            return false;
    return kRows.size() == static_cast<std::size_t>(Internal) + 1;
}
static_assert(inOrder(), "one row for each FaultCode, in its order");

} // namespace

const FaultRow& faultRow(FaultCode code)
{
    return kRows[static_cast<std::size_t>(code)];
}

std::span<const FaultRow> faultTable()
{
    return kRows;
}

} // namespace madoguchi
