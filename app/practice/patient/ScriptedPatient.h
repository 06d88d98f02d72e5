// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/record/Screen.h"
#include "practice/patient/BeforeCamera.h"

#include <deque>
#include <optional>
#include <tuple>

namespace madoguchi {

/// What a practice patient means to do.
struct PatientScript {
    Method method{Method::Pin};
    std::deque<PinDigits> pins; ///< typed one after another, each once
    Consents consents{};
    bool registerFirstUse{true};
    bool usesLastTry{true}; ///< says yes when only one try is left
    Language language{Language::Japanese};
    std::filesystem::path camera; ///< the link before which they stand; may be empty
};

/// Answers each question of the screen once, as a person does; a screen drawn again gets no second answer.
class ScriptedPatient {
public:
    explicit ScriptedPatient(PatientScript script) : script_{std::move(script)} {}

    /// What the patient does on seeing `screen`; nothing while there is nothing to answer.
    [[nodiscard]] std::optional<PatientInput> sees(const Screen& screen);

    /// Where they look from now on, when `screen` changes that.
    [[nodiscard]] std::optional<Facing> turns(const Screen& screen);

    [[nodiscard]] const std::filesystem::path& camera() const { return script_.camera; }

private:
    using Question = std::tuple<Stage, std::optional<int>, bool, int, std::optional<FaultCode>>;

    [[nodiscard]] std::optional<PatientInput> answer(const Screen& screen);
    [[nodiscard]] std::optional<PatientInput> answerPin(const Screen& screen);
    [[nodiscard]] PatientInput chooseMethod(const Screen& screen) const;

    PatientScript script_;
    std::optional<Question> answered_;
    bool languageChosen_{false};
    Facing facing_{Facing::Camera};
};

} // namespace madoguchi
