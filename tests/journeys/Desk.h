// SPDX-License-Identifier: Apache-2.0
// One reception for all journeys of this program: started once, used by one patient after another, as in a
// clinic.
#pragma once

#include "domain/status/StaffOrder.h"
#include "practice/run/Reception.h"

namespace madoguchi::test {

/// How a patient came and went.
struct Journey {
    BoardRow row; ///< at its end
    std::vector<StageTime> stages;
    LinkReport link;
    bool nextServed{false}; ///< afterwards another visit waited for a card

    [[nodiscard]] bool passed(Stage stage) const;
};

class Desk {
public:
    static Desk& open();

    /// A patient with a plan and a card. The card is taken when the visit has come to one of the stages in
    /// which it waits for that.
    Journey serve(const PatientPlan& plan, const std::vector<std::string>& cardOptions = {});

    /// The receipt computer's volume: small, and a file system of its own.
    [[nodiscard]] std::filesystem::path volume() const { return reception_.folder().path() / "receipt"; }

    [[nodiscard]] Reception& reception() { return reception_; }
    [[nodiscard]] VisitWatch& watch() { return reception_.watch(); }

    /// Staff at the desk end the active visit.
    void endVisit();

private:
    Desk();
    Reception reception_;
};

/// The plan of a persona who confirms with `method` and says yes to everything.
PatientPlan plan(const std::string& persona, Method method = Method::Pin);

} // namespace madoguchi::test
