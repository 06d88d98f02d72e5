// SPDX-License-Identifier: Apache-2.0
// One visit as a table: next(visit, event) says what follows. Pure and total: every event has an answer at every
// stage, nothing is read or written elsewhere, and no personal data passes through here (a PIN, a photo or a name
// travels beside the events, from port to port, in VisitRunner).
#pragma once

#include "domain/status/CertificateState.h"
#include "domain/status/Guidance.h"
#include "domain/record/FaceReport.h"
#include "foundation/base/Fault.h"
#include "domain/record/Screen.h"
#include "domain/status/Stage.h"
#include "domain/record/StaffInput.h"

#include <optional>
#include <variant>
#include <vector>

namespace madoguchi {

/// What this terminal can offer; fixed for its life.
struct Abilities {
    bool face{true};       ///< a camera, a model and PIN-less keys are there
    bool pin{true};
    bool staffEye{true};   ///< PIN-less keys are there: what staff confirm can be signed
    bool cardCamera{true}; ///< reads 照合番号B by itself; otherwise staff type it
    std::vector<ConsentItem> consentItems{ConsentItem::Medicines, ConsentItem::Visits, ConsentItem::Surgery,
                                          ConsentItem::CheckUps};
};

/// After this many fruitless looks the face is no longer offered (SP 800-63B allows five).
inline constexpr int kMaxFaceMisses = 3;

/// So often the receipt computer's file is tried before staff have to query again.
inline constexpr int kMaxHandOverTries = 4;

/// Everything the next step depends on.
struct Visit {
    Stage stage{Stage::Idle};
    Abilities abilities{};
    Language language{Language::Japanese};

    bool cardPresent{false};
    CertificateState certificate{CertificateState::Valid};
    std::optional<Method> proof;      ///< set once the person has been shown to be the holder
    std::optional<int> pinTriesLeft;  ///< as the card said last
    bool lastTryConfirmed{false};
    bool securityNumberKnown{false};  ///< staff have typed it
    NumberSource numberFrom{NumberSource::Staff}; ///< of the number the card was opened with last
    bool portraitRead{false};
    int faceMisses{0};
    std::optional<Guidance> guidance;
    bool challengeReady{false};
    bool challengeAsked{false};       ///< one is on its way
    bool questionOpen{false};         ///< signed and without an answer: the same may be put again
    Consents consents{};
    bool registerFirstUse{false};
    bool handOverPending{false};      ///< a file is still owed to the receipt computer
    int handOverTries{0};
    bool freshCard{false};            ///< the card on the reader came after this visit's own had gone
    bool helpWanted{false};
    bool noCard{false};
    bool paneOpen{false};             ///< staff are looking at this patient
    bool lingering{false};            ///< over for the patient; kept only while staff look
    std::optional<FaultCode> fault;   ///< shown with its words
    Outcome outcome{Outcome::None};
};

/// The methods that can still be offered at this point, in the order of the screen.
[[nodiscard]] std::vector<Method> offeredMethods(const Visit& visit);

// -- Events: what happened. Patient's inputs come as they are in Screen.h, without the digits of a PIN. ------------
struct CardInserted {};
struct CardAlreadyThere {}; ///< at the start of a visit: the one before left it behind
struct CardTaken {};
struct ReaderLost {};
struct ReaderBack {};
struct CardWasRead { CertificateState certificate{CertificateState::Valid}; };
struct ChallengeArrived {};
struct PinTriesKnown { int left{0}; };
struct PinTyped {};
struct PinVerified {};
struct SecurityNumberTyped {};
struct PortraitWasRead {};
struct FaceGuided { Guidance guidance{Guidance::LookHere}; };
struct FaceDecided { FaceVerdict verdict{FaceVerdict::NotYet}; };
struct NumberTyped {};     ///< staff typed symbol and number of a patient without a card
struct FirstUseFound {};
struct Answered { Outcome outcome{Outcome::Received}; };
struct HandedOver {};
struct ChallengeFailed { Fault fault; };
struct CardFailed { Fault fault; };     ///< reading, PIN or signing
struct PortraitFailed { Fault fault; };
struct FaceFailed { Fault fault; };
struct CentralFailed { Fault fault; };
struct HandOffFailed { Fault fault; };
struct RecordFailed { Fault fault; };   ///< the audit log did not take what was about to be done
struct StepTimedOut {};
struct VisitTimedOut {};

using Event = std::variant<CardInserted, CardAlreadyThere, CardTaken, ReaderLost, ReaderBack, CardWasRead,
                           ChallengeArrived, PinTriesKnown, PinTyped, PinVerified, SecurityNumberTyped,
                           PortraitWasRead, FaceGuided, FaceDecided, StaffAttested, StaffRefused, StaffLooks, StaffBegan,
                           NumberTyped, QueryWanted, PaneOpened, PaneClosed, FirstUseFound,
                           Answered, HandedOver, ChallengeFailed, CardFailed, PortraitFailed, FaceFailed,
                           CentralFailed, HandOffFailed, RecordFailed, StepTimedOut, VisitTimedOut, MethodChosen,
                           LastTryConfirmed, ConsentsGiven, FirstUseAnswered, LanguageChosen, MoreTimeWanted,
                           HelpWanted, NoCardHere, Cancelled>;

// -- Actions: what to do about it. Each but CallStaff goes to a port. ----------------------------------------------
struct ReadCard {};
struct FetchChallenge {};
struct AskPinTries {};
struct VerifyPin {};       ///< with the PIN the runner holds, exactly once
struct StartFace {};
struct ReadPortrait { NumberSource source{NumberSource::Camera}; };
struct StopFace {};
struct AskCentral {        ///< the card signs, then the question goes out
    Consents consents;
    Method method{Method::Pin};
    bool registerFirstUse{false};
};
struct RepeatQuestion {};  ///< the signed one the runner holds, as it is: whoever asks twice gets one answer
struct ArmErasure {};      ///< somebody's data are about to be typed
struct AskNumber {};       ///< with the question the runner holds
struct DeliverAnswer {};
struct ReleaseCard {};
struct CallStaff {};
struct EraseVisit {};

using Action = std::variant<ReadCard, FetchChallenge, AskPinTries, VerifyPin, StartFace, ReadPortrait, StopFace,
                            AskCentral, RepeatQuestion, ArmErasure, AskNumber, DeliverAnswer, ReleaseCard, CallStaff,
                            EraseVisit>;

struct Step {
    Visit visit;
    std::vector<Action> actions; ///< in this order
};

/// Stages in which the patient is still before the question to the central system and may simply stop (やめる).
[[nodiscard]] bool mayCancel(Stage stage);

/// What 再照会 would do now for somebody with a card.
enum class Requery : std::uint8_t {
    No,
    SameQuestion, ///< it got no answer: nobody has to do anything for it
    NewQuestion   ///< the card signs again: consents are asked anew, and a PIN is typed anew
};
[[nodiscard]] Requery requery(const Visit& visit);

/// Whether staff may type a number now: nobody is here, or this patient's card did not help.
[[nodiscard]] bool mayBeginByNumber(const Visit& visit);

[[nodiscard]] Step next(Visit visit, const Event& event);

} // namespace madoguchi
