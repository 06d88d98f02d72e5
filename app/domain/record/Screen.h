// SPDX-License-Identifier: Apache-2.0
// What the patient's screen is told, and what it tells back. The screen decides nothing: it draws a Screen
// and sends a PatientInput. Both exist only between processes of one visit's group.
#pragma once

#include "domain/record/CardRecord.h"
#include "domain/record/PatientAnswers.h"
#include "domain/status/Consents.h"
#include "domain/status/Guidance.h"
#include "domain/status/Method.h"
#include "domain/status/Outcome.h"
#include "domain/status/Stage.h"
#include "domain/text/Language.h"
#include "foundation/base/Fault.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace madoguchi {

struct Screen {
    Stage stage{Stage::Idle};
    Language language{Language::Japanese};
    bool practice{false};        ///< show the 練習 band
    bool lineUp{true};           ///< the light in the head
    bool myTurn{false};          ///< the next card is this visit's; a spare keeps behind the visit before it
    bool withoutCard{false};     ///< staff serve somebody who has no card with them
    std::vector<Method> methods; ///< offered in ChoosingMethod, in this order
    std::vector<ConsentItem> consentItems; ///< offered in Consenting (a pharmacy has no check-ups)
    std::optional<int> pinTriesLeft;
    bool confirmLastTry{false};       ///< one try left: ask explicitly before the pad opens
    std::optional<FaultCode> fault;   ///< shown with its words from the fault table (also beside the pad)
    std::optional<Guidance> guidance; ///< while looking at the face
    int faceMisses{0};
    bool mayCancel{false}; ///< the patient may simply stop here (やめる)
    Outcome outcome{Outcome::None};
    std::string maskedName; ///< 「山● 太●」: the only personal text a kiosk ever gets
    int stepSecondsLeft{0}; ///< until this step times out; 0 = no limit shown
    bool certificateEndsSoon{false};
    std::string certificateEnd; ///< YYYY-MM-DD, shown only with the notice
};

struct PinEntered {
    PinDigits pin;
};

using PatientInput = std::variant<MethodChosen, PinEntered, LastTryConfirmed, ConsentsGiven, FirstUseAnswered,
                                  LanguageChosen, MoreTimeWanted, HelpWanted, NoCardHere, Cancelled>;

} // namespace madoguchi
