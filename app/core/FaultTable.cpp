// SPDX-License-Identifier: Apache-2.0
#include "core/FaultTable.h"

#include <array>
#include <cstddef>

namespace madoguchi {
namespace {

using enum FaultCode;

constexpr Text kToReception{"受付へお声がけください。", "Please speak to the reception desk."};
constexpr Text kUseOtherWay{"ほかの方法で確認できます。係の者がご案内します。",
                            "You can confirm another way. Our staff will help you."};
constexpr Text kAtReception{"このまま受付できます。受付へお声がけください。",
                            "You can still be received. Please speak to the reception desk."};

constexpr std::array kRows{
    FaultRow{ReaderMissing, "R-01", {"ただいま機械が使えません", "This machine is not ready"}, kToReception,
             Actor::Staff, true},
    FaultRow{ReaderServiceStopped, "R-02", {"ただいま機械が使えません", "This machine is not ready"}, kToReception,
             Actor::Administrator, true},
    FaultRow{CardUnreadable, "C-01", {"カードを読み取れませんでした", "The card could not be read"},
             {"ケースから出して、写真の面を上にして、もう一度置いてください。",
              "Take it out of its case and place it again, photo side up."},
             Actor::Patient, true},
    FaultRow{CardRemoved, "C-02", {"カードが早く離れました", "The card was taken away too early"},
             {"もう一度置いて、そのままお待ちください。", "Place it again and leave it there."}, Actor::Patient, true},
    FaultRow{CardBusy, "C-03", {"カードをほかの機能が使っています", "Another program is using the card"},
             {"カードを一度取り、もう一度置いてください。", "Take the card and place it again."}, Actor::Patient, true},
    FaultRow{NotMyNumberCard, "C-04",
             {"マイナンバーカードではないようです", "This does not seem to be a My Number Card"},
             {"診察券や保険証は受付へお出しください。", "Please hand other cards to the reception desk."},
             Actor::Patient, true},
    FaultRow{ResidentCard, "C-05",
             {"住民基本台帳カードは使えません", "A resident register card cannot be used"},
             {"マイナンバーカードを置くか、受付へお声がけください。",
              "Place a My Number Card or speak to the reception desk."},
             Actor::Patient, true},
    FaultRow{PhoneToken, "C-06", {"スマートフォンが置かれています", "A phone was placed on the reader"},
             {"マイナンバーカードを置いてください。", "Please place your My Number Card."}, Actor::Patient, true},
    FaultRow{CardAnswerInvalid, "C-07", {"カードを読み取れませんでした", "The card could not be read"},
             {"カードを一度取り、もう一度置いてください。", "Take the card and place it again."}, Actor::Patient, true},
    FaultRow{CardNotGenuine, "C-08", {"このカードでは確認できません", "This card cannot be used for confirmation"},
             kToReception, Actor::Staff, false},
    FaultRow{CardCloned, "C-09", {"このカードでは確認できません", "This card cannot be used for confirmation"},
             kToReception, Actor::Staff, false},
    FaultRow{CertificateMissing, "C-10",
             {"カードに電子証明書が入っていません", "The card holds no electronic certificate"},
             {"今日は受付でご案内します。電子証明書は市区町村の窓口で入れられます。",
              "Our reception desk will help you today. The municipal office can issue the certificate."},
             Actor::Municipality, false},
    FaultRow{CertificateExpired, "C-11",
             {"電子証明書の期限が切れています", "The card's certificate has expired"},
             {"今日は受付でご案内します。市区町村の窓口で更新できます。",
              "Our reception desk will help you today. The municipal office can renew it."},
             Actor::Municipality, false},
    FaultRow{CertificateRevoked, "C-12", {"このカードでは確認できません", "This card cannot be used for confirmation"},
             kToReception, Actor::Municipality, false},
    FaultRow{PinWrong, "P-01", {"暗証番号がちがいます", "The PIN is not right"},
             {"もう一度入れるか、ほかの方法をえらんでください。", "Try again or choose another way."},
             Actor::Patient, true},
    FaultRow{PinLocked, "P-02", {"暗証番号は使えなくなっています", "The PIN is locked"},
             {"顔か、係の者の確認で受付できます。暗証番号は市区町村の窓口でもどせます。",
              "Use your face or ask our staff. The municipal office can reset the PIN."},
             Actor::Municipality, false},
    FaultRow{SecurityNumberWrong, "S-01",
             {"カードの番号を確認できませんでした", "The number on the card could not be confirmed"}, kUseOtherWay,
             Actor::Staff, true},
    FaultRow{SecurityNumberLocked, "S-02",
             {"カードの写真は使えなくなっています", "The card's photo is locked"},
             {"暗証番号か、係の者の確認で受付できます。市区町村の窓口でもどせます。",
              "Use your PIN or ask our staff. The municipal office can reset it."},
             Actor::Municipality, false},
    FaultRow{SecurityNumberLow, "S-03",
             {"カードの写真を読むのをひかえました", "We did not try to read the card's photo"}, kUseOtherWay,
             Actor::Staff, false},
    FaultRow{PhotoUnreadable, "S-04", {"カードの写真を読めませんでした", "The card's photo could not be read"},
             kUseOtherWay, Actor::Patient, false},
    FaultRow{PinlessNotAvailable, "S-05",
             {"この機械では顔だけでの確認はできません", "This machine cannot confirm by face alone"},
             {"暗証番号をお使いください。", "Please use your PIN."}, Actor::Administrator, false},
    FaultRow{CameraMissing, "F-01", {"カメラが使えません", "The camera is not working"}, kUseOtherWay, Actor::Staff,
             false},
    FaultRow{CameraBlind, "F-02", {"カメラに何も写りません", "The camera sees nothing"}, kUseOtherWay, Actor::Staff,
             true},
    FaultRow{FaceNotConfirmed, "F-03", {"うまく写りませんでした", "We could not get a good picture"}, kUseOtherWay,
             Actor::Patient, true},
    FaultRow{FaceModelMissing, "F-04", {"顔での確認は使えません", "Confirming by face is not available"}, kUseOtherWay,
             Actor::Administrator, false},
    FaultRow{FaceProcessEnded, "F-05", {"顔での確認が止まりました", "Confirming by face has stopped"}, kUseOtherWay,
             Actor::Staff, true},
    FaultRow{LineDown, "N-01", {"回線が止まっています", "The line is down"}, kAtReception, Actor::Staff, true},
    FaultRow{CentralTooSlow, "N-02", {"返事に時間がかかっています", "The answer is taking too long"}, kAtReception,
             Actor::Staff, true},
    FaultRow{CentralUntrusted, "N-03",
             {"つながった先を確かめられませんでした", "The other side could not be verified"}, kAtReception,
             Actor::Administrator, false},
    FaultRow{TerminalRefused, "N-04",
             {"この機械の証明書が受け付けられませんでした", "This terminal's certificate was refused"}, kAtReception,
             Actor::Administrator, false},
    FaultRow{CentralBusy, "N-05", {"混み合っています", "The service is busy"}, kAtReception, Actor::Staff, true},
    FaultRow{CentralRefused, "N-06", {"確認を受け付けてもらえませんでした", "The request was not accepted"},
             kAtReception, Actor::Administrator, false},
    FaultRow{CentralAnswerInvalid, "N-07", {"返事を読み取れませんでした", "The answer could not be read"},
             kAtReception, Actor::Administrator, true},
    FaultRow{ChallengeExpired, "N-08", {"時間がたちすぎました", "Too much time has passed"},
             {"もう一度カードを置いてください。", "Please place your card again."}, Actor::Patient, true},
    FaultRow{NotOffered, "N-09", {"いまは取り扱いがありません", "This service is not offered now"}, kAtReception,
             Actor::Staff, false},
    FaultRow{HandOverFolderMissing, "H-01", {"受付できましたが、控えを渡せませんでした",
                                             "You are received, but the record could not be passed on"},
             kToReception, Actor::Administrator, true},
    FaultRow{HandOverFolderFull, "H-02", {"受付できましたが、控えを渡せませんでした",
                                          "You are received, but the record could not be passed on"},
             kToReception, Actor::Administrator, true},
    FaultRow{HandOverFolderRefused, "H-03", {"受付できましたが、控えを渡せませんでした",
                                             "You are received, but the record could not be passed on"},
             kToReception, Actor::Administrator, true},
    FaultRow{HandOverNameTaken, "H-04", {"受付できましたが、控えを渡せませんでした",
                                         "You are received, but the record could not be passed on"},
             kToReception, Actor::Staff, true},
    FaultRow{HandOverFailed, "H-05", {"受付できましたが、控えを渡せませんでした",
                                      "You are received, but the record could not be passed on"},
             kToReception, Actor::Administrator, true},
    FaultRow{MessageInvalid, "M-01", {"返事を読み取れませんでした", "The answer could not be read"}, kAtReception,
             Actor::Administrator, false},
    FaultRow{SettingsInvalid, "M-02", {"ただいま機械が使えません", "This machine is not ready"}, kToReception,
             Actor::Administrator, false},
    FaultRow{TimedOut, "V-01", {"時間になりました", "Time is up"},
             {"カードを一度取り、もう一度置いてください。", "Take the card and place it again."}, Actor::Patient, true},
    FaultRow{StaffDeclined, "V-02", {"受付でご案内します", "Our reception desk will help you"}, kToReception,
             Actor::Staff, false},
    FaultRow{ChannelBroken, "V-03", {"ただいま機械が使えません", "This machine is not ready"}, kToReception,
             Actor::Staff, true},
    FaultRow{Internal, "V-04", {"ただいま機械が使えません", "This machine is not ready"}, kToReception,
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
