// SPDX-License-Identifier: Apache-2.0
#include "formats/record/ScreenMessages.h"
#include "practice/patient/PatientFile.h"
#include "practice/patient/ScriptedPatient.h"
#include "practice/program/LineCommand.h"

namespace madoguchi {
namespace {

/// Sees screens and answers them. Who sits down is looked up when their visit begins: a patient of the warm
/// spare, or of a visit whose reader is not there, is nobody yet.
LineStep attend(const std::string& file)
{
    return [file, patient = std::optional<ScriptedPatient>{}](
               Channel& line, std::string_view message) mutable -> std::optional<int> {
        const auto screen = decodeScreen(message);
        if (!screen)
            return 1;
        if (screen->stage == Stage::Idle || screen->stage == Stage::OutOfService)
            return std::nullopt;
        if (!patient) {
            auto script = loadPatientScript(file);
            if (!script)
                return 1;
            patient.emplace(*std::move(script));
        }
        // Who cannot turn, as a person before a real camera, is told so by the screen again.
        if (const auto facing = patient->turns(*screen); facing && !patient->camera().empty())
            static_cast<void>(turnHead(patient->camera(), *facing));
        if (const auto input = patient->sees(*screen); input && !line.send(encode(*input)))
            return 0;
        return std::nullopt;
    };
}

} // namespace

void addPatient(CLI::App& program, Job& chosen)
{
    addLineCommand(program, chosen,
                   {"patient", "Answer a visit's screens as a persona would", "What the patient means to do",
                    "the patient", attend});
}

} // namespace madoguchi
