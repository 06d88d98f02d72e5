// SPDX-License-Identifier: Apache-2.0
// How a subcommand "face" is put on a command line, of madoguchi-tool and of madoguchi-lab: a table of verbs
// over the options they can be told.
#pragma once

#include "tool/support/FaceOptions.h"
#include "tool/support/Subcommands.h"

#include <memory>
#include <span>

namespace madoguchi {

/// `Told` derives from FaceOptions.
template<typename Told>
struct FaceVerb {
    const char* name;
    const char* what;
    const char* more; ///< below the options in --help
    void (*addOptions)(CLI::App& command, Told& told);
    int (*run)(const Told& told);
};

/// Models and calibration where an installation or a build tree has them.
[[nodiscard]] FaceOptions usualFaceOptions();

void addModelOptions(CLI::App& command, FaceOptions& told);
void addCalibrationOption(CLI::App& command, FaceOptions& told);

template<typename Told>
void addFaceVerbs(CLI::App& program, Job& chosen, const char* what, std::span<const FaceVerb<Told>> verbs)
{
    auto* face = program.add_subcommand("face", what);
    face->require_subcommand(1);
    const auto told = std::make_shared<Told>();
    for (const auto& verb : verbs) {
        auto* command = face->add_subcommand(verb.name, verb.what);
        verb.addOptions(*command, *told);
        command->footer(verb.more);
        command->callback([&chosen, told, run = verb.run] { chosen = [told, run] { return run(*told); }; });
    }
}

} // namespace madoguchi
