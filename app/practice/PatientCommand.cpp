// SPDX-License-Identifier: Apache-2.0
#include "bus/Channel.h"
#include "bus/ScreenMessages.h"
#include "bus/StopSignal.h"
#include "practice/Subcommands.h"
#include "practice/patient/PatientFile.h"
#include "practice/patient/ScriptedPatient.h"

#include <iostream>
#include <memory>
#include <optional>

namespace madoguchi {
namespace {

/// Sees screens and answers them until the visit hangs up. Who sits down is looked up when their visit
/// begins: a patient of the warm spare, or of a visit whose reader is not there, is nobody yet.
int attend(Channel& channel, const std::string& file)
{
    std::optional<ScriptedPatient> patient;
    const StopSignal never;
    while (true) {
        const auto message = channel.receive(never);
        if (!message)
            return message.fault().code == FaultCode::ChannelBroken ? 0 : 1;
        const auto screen = decodeScreen(*message);
        if (!screen)
            return 1;
        if (screen->stage == Stage::Idle || screen->stage == Stage::OutOfService)
            continue;
        if (!patient) {
            auto script = loadPatientScript(file);
            if (!script)
                return 1;
            patient.emplace(*std::move(script));
        }
        // Who cannot turn, as a person before a real camera, is told so by the screen again.
        if (const auto facing = patient->turns(*screen); facing && !patient->camera().empty())
            static_cast<void>(turnHead(patient->camera(), *facing));
        if (const auto input = patient->sees(*screen); input && !channel.send(encode(*input)))
            return 0;
    }
}

int sitDown(int descriptor, const std::string& file)
{
    auto channel = Channel::adopt(descriptor);
    const int result = channel ? attend(*channel, file) : 1;
    if (result != 0)
        std::cerr << "madoguchi-practice: the patient needs a channel and a readable script\n";
    return result;
}

} // namespace

void addPatient(CLI::App& program, Job& chosen)
{
    struct Options {
        int channel{-1};
        std::string script;
    };
    auto options = std::make_shared<Options>();
    auto* command = program.add_subcommand("patient", "Answer a visit's screens as a persona would");
    command->add_option("--channel", options->channel, "The visit's line, a descriptor number")->required();
    command->add_option("--script", options->script, "What the patient means to do")->required();
    command->callback(
        [options, &chosen] { chosen = [options] { return sitDown(options->channel, options->script); }; });
}

} // namespace madoguchi
