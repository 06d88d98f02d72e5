// SPDX-License-Identifier: Apache-2.0
// The personal data of one visit, and the letters that bring them.
#pragma once

#include "domain/record/CardRecord.h"
#include "domain/record/EligibilityAnswer.h"
#include "domain/record/EligibilityQuery.h"
#include "domain/record/Screen.h"
#include "domain/record/StaffInput.h"
#include "domain/visit/Events.h"

#include <functional>

namespace madoguchi {

/// What travels beside the events, from port to port. Lives as long as the group does.
struct Dossier {
    CardRecord card;
    Challenge challenge;
    PinDigits pin;
    SecurityNumber securityNumber;
    NumberQuery numberQuery;
    EligibilityQuery question; ///< the last signed one
    ChipPortrait portrait;
    CentralAnswer answer;
    HandOver handOver;
};

/// An event, and what comes with it: it is filed only if a row takes the event, else it is dropped with the
/// letter.
struct Letter {
    Event event;
    std::function<void(Dossier&)> file{};
};

/// What a patient or staff did. Digits and numbers go into the dossier, not into the event.
[[nodiscard]] Letter letterOf(const PatientInput& input);
[[nodiscard]] Letter letterOf(const StaffInput& input);

/// Whether a visit takes in what was typed, whatever the window let through: no 12-digit 個人番号 in any
/// field, and nothing longer than its field.
[[nodiscard]] bool mayBeFiled(const StaffInput& input);

} // namespace madoguchi
