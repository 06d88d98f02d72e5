// SPDX-License-Identifier: Apache-2.0
// Everything the next step of a visit depends on. No personal data: a PIN, a photo or a name travels beside
// the events, in the dossier.
#pragma once

#include "domain/record/NumberSource.h"
#include "domain/status/CertificateState.h"
#include "domain/status/Consents.h"
#include "domain/status/Guidance.h"
#include "domain/status/Method.h"
#include "domain/status/Outcome.h"
#include "domain/status/Reservation.h"
#include "domain/status/Stage.h"
#include "domain/text/Language.h"
#include "foundation/base/Fault.h"

#include <optional>
#include <vector>

namespace madoguchi {

/// What this terminal can offer; fixed for its life.
struct Abilities {
    bool face{true}; ///< a camera, a model and PIN-less keys are there
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

/// What the patient is served by. A visit that began with a card may go on with a number, never back.
enum class Kind : std::uint8_t { ByCard, ByNumber };

/// How far the card's question to the central system has come.
enum class Question : std::uint8_t {
    None,       ///< no nonce, or it is spent
    NonceAsked, ///< one is on its way: a second would make a second question
    NonceHere,  ///< unused, or the card is signing with it
    Signed,     ///< and without an answer: the same may be put again
    Answered,
};

/// Whose card the reader holds.
enum class OnReader : std::uint8_t {
    Nothing,
    Own,  ///< this visit's
    Next, ///< it came after this visit's own had gone, or beside a typed number: it waits
};

/// Over for the patient, a visit may be kept while staff look at it: then the next patient may come.
enum class Patient : std::uint8_t { Here, Gone };

/// The file for the receipt computer.
struct OwedFile {
    bool owed{false};
    int tries{0};
};

struct Visit {
    bool myTurn{false}; ///< the next card is this visit's; a spare keeps behind the visit before it
    Kind kind{Kind::ByCard};
    Stage stage{Stage::Idle};
    Patient patient{Patient::Here};
    Abilities abilities{};
    Language language{Language::Japanese};

    OnReader reader{OnReader::Nothing};
    CertificateState certificate{CertificateState::Valid};
    std::optional<Method> proof{};     ///< set once the person has been shown to be the holder
    std::optional<int> pinTriesLeft{}; ///< as the card said last
    bool lastTryConfirmed{false};
    bool securityNumberKnown{false};              ///< staff have typed it
    NumberSource numberFrom{NumberSource::Staff}; ///< of the number the card was opened with last
    bool portraitRead{false};
    int faceMisses{0};
    std::optional<Guidance> guidance{};
    Question question{Question::None};
    bool lineUp{true}; ///< the central system was heard of when it was last asked
    Consents consents{};
    bool registerFirstUse{false};
    OwedFile file{};
    ReservationFound booking{};
    bool paneOpen{false};             ///< staff are looking at this patient
    std::optional<FaultCode> fault{}; ///< shown with its words
    Outcome outcome{Outcome::None};
};

/// The methods that can still be offered at this point, in the order of the screen.
[[nodiscard]] std::vector<Method> offeredMethods(const Visit& visit);

/// Stages in which the patient is still before the question to the central system and may simply stop
/// (やめる).
[[nodiscard]] constexpr bool mayCancel(Stage stage)
{
    switch (stage) {
    case Stage::ReadingCard:
    case Stage::ChoosingMethod:
    case Stage::LookingAtFace:
    case Stage::EnteringPin:
    case Stage::WaitingForStaff:
    case Stage::Registering:
    case Stage::Consenting:
        return true;
    case Stage::OutOfService:
    case Stage::Idle:
    case Stage::CheckingPin: // the card is being asked; a second is all it takes
    case Stage::AskingCentral:
    case Stage::HandingOver:
    case Stage::Finished:
    case Stage::CardLeftBehind:
    case Stage::Failed:
    case Stage::Erasing:
        return false;
    }
    return false;
}

/// What 再照会 would do now for somebody with a card.
enum class Requery : std::uint8_t {
    No,
    SameQuestion, ///< it got no answer: nobody has to do anything for it
    NewQuestion   ///< the card signs again: consents are asked anew, and a PIN is typed anew
};
[[nodiscard]] Requery requery(const Visit& visit);

/// Whether staff may type a number now: nobody is here, or this patient's card did not help.
[[nodiscard]] bool mayBeginByNumber(const Visit& visit);

/// Staff have to type 照合番号B, or the face cannot be compared.
[[nodiscard]] bool securityNumberWanted(const Visit& visit);

} // namespace madoguchi
