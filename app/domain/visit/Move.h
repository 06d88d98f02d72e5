// SPDX-License-Identifier: Apache-2.0
// One event's effect on one visit while it comes about: what several parts of the tables do alike.
#pragma once

#include "domain/visit/VisitMachine.h"

namespace madoguchi {

class Move {
public:
    explicit Move(Visit& visit) : v{visit} {}

    Visit& v;
    std::vector<Action> actions;
    std::vector<AuditAct> acts; ///< beside those that a passage from one stage to another means

    void act(Action action);

    void go(Stage stage, std::optional<FaultCode> fault = std::nullopt);
    void fail(FaultCode code); ///< to the reception, with words
    void finish(Outcome outcome);
    void erase();
    void leave();   ///< the end for the patient: at once, or when staff have seen what they look at
    void deliver(); ///< the answer, once more

    void chooseMethod(std::optional<FaultCode> fault = std::nullopt); ///< if any is left to choose
    void waitForStaff(std::optional<FaultCode> fault = std::nullopt);
    void enterPin();
    void readPortrait(NumberSource source);
    void identified(Method method); ///< the person is the holder: what may be shown of them?
    void fetchChallenge();
    void ask();        ///< the nonce is here: the card signs
    void askCentral(); ///< as soon as the nonce is here
};

} // namespace madoguchi
