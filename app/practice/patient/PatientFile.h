// SPDX-License-Identifier: Apache-2.0
// A practice patient's plan as a file. It names a persona and holds none of their data: the PIN is looked up
// in the list of people when the patient sits down.
//
//   {"people": "people.toml", "persona": "hanako", "method": "pin", "wrong_pins": 0,
//    "consents": ["medicines", "visits"], "register": true, "language": "ja", "camera": "camera"}
#pragma once

#include "foundation/base/Result.h"
#include "practice/patient/ScriptedPatient.h"

#include <filesystem>
#include <string>

namespace madoguchi {

struct PatientPlan {
    std::filesystem::path people; ///< people.toml
    std::string persona;
    Method method{Method::Pin};
    int wrongPins{0}; ///< wrong ones typed first
    Consents consents{0b1111};
    bool registerFirstUse{true};
    Language language{Language::Japanese};
    std::filesystem::path camera; ///< the link that shows them, see BeforeCamera.h; empty: they never turn
};

/// SettingsInvalid when it cannot be written.
Result<void> savePatientPlan(const std::filesystem::path& file, const PatientPlan& plan);

/// SettingsInvalid when the file or its persona is not as it should be.
Result<PatientScript> loadPatientScript(const std::filesystem::path& file);

} // namespace madoguchi
