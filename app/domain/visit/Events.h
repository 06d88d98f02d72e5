// SPDX-License-Identifier: Apache-2.0
// What can happen to a visit. Patient's and staff's inputs come as they are in Screen.h and StaffInput.h,
// without what was typed: a PIN or a number is filed in the dossier.
#pragma once

#include "domain/record/FaceReport.h"
#include "domain/record/PatientAnswers.h"
#include "domain/record/StaffActs.h"
#include "domain/status/CertificateState.h"
#include "domain/status/Guidance.h"
#include "domain/status/Outcome.h"
#include "domain/status/Reservation.h"
#include "foundation/base/Fault.h"

#include <variant>

namespace madoguchi {

struct TurnCame {}; ///< the spare becomes the active visit

// -- the reader
struct CardInserted {};
struct CardAlreadyThere {}; ///< at the start of a visit: the one before left it behind
struct CardTaken {};
struct ReaderLost {};
struct ReaderBack {};

// -- the card
struct CardWasRead {
    CertificateState certificate{CertificateState::Valid};
};
struct PinTriesKnown {
    int left{0};
};
struct PinVerified {};
struct PortraitWasRead {};
struct QuestionSigned {};
struct CardFailed {
    Fault fault;
}; ///< reading, PIN or signing
struct PortraitFailed {
    Fault fault;
};

// -- the camera
struct FaceGuided {
    Guidance guidance{Guidance::LookHere};
};
struct FaceDecided {
    FaceVerdict verdict{FaceVerdict::NotYet};
};
struct FaceFailed {
    Fault fault;
};

// -- the central system
struct ChallengeArrived {};
struct ChallengeFailed {
    Fault fault;
};
struct FirstUseFound {};
struct Answered {
    Outcome outcome{Outcome::Received};
}; ///< the card's question
struct CentralFailed {
    Fault fault;
};
struct NumberAnswered {
    Outcome outcome{Outcome::Received};
};
struct NumberFailed {
    Fault fault;
};

// -- the clinic's own lists, folders and log
struct BookingFound {
    ReservationFound found;
};
struct HandedOver {};
struct HandOffFailed {
    Fault fault;
};
struct RecordFailed {
    Fault fault;
}; ///< the audit log did not take what was about to be done

// -- typed
struct PinTyped {};
struct SecurityNumberTyped {};
struct NumberTyped {}; ///< symbol and number of a patient without a card

// -- time
struct StepTimedOut {};
struct VisitTimedOut {};

using Event =
    std::variant<TurnCame, CardInserted, CardAlreadyThere, CardTaken, ReaderLost, ReaderBack, CardWasRead,
                 PinTriesKnown, PinVerified, PortraitWasRead, QuestionSigned, CardFailed, PortraitFailed,
                 FaceGuided, FaceDecided, FaceFailed, ChallengeArrived, ChallengeFailed, FirstUseFound,
                 Answered, CentralFailed, NumberAnswered, NumberFailed, BookingFound, HandedOver,
                 HandOffFailed, RecordFailed, PinTyped, SecurityNumberTyped, NumberTyped, StepTimedOut,
                 VisitTimedOut, MethodChosen, LastTryConfirmed, ConsentsGiven, FirstUseAnswered,
                 LanguageChosen, MoreTimeWanted, HelpWanted, NoCardHere, Cancelled, StaffAttested,
                 StaffRefused, StaffLooks, StaffBegan, QueryWanted, PaneOpened, PaneClosed>;

} // namespace madoguchi
