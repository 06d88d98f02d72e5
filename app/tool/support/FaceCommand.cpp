// SPDX-License-Identifier: Apache-2.0
// madoguchi-tool face: its subcommands on the command line.
#include "practice/enclosure/Resources.h"
#include "foundation/process/StartProgram.h"
#include "tool/support/Subcommands.h"
#include "tool/support/FaceJobs.h"

#include <iostream>
#include <memory>

namespace madoguchi {

namespace {

/// Where packaging/fetch-models put them: for a program of the build tree, or installed.
std::filesystem::path usualModels()
{
    const auto built = programFolder().parent_path().parent_path() / "models";
    std::error_code error;
    return std::filesystem::is_directory(built, error) ? built : "/var/lib/madoguchi/models";
}

/// Everything any of the subcommands can be told.
struct Told : FaceOptions {
    Told() : FaceOptions{usualModels(), {}, resourceFolder() / "face" / "calibration.json"} {}

    std::filesystem::path list, groups, out, reference;
    std::vector<std::filesystem::path> lives;
    FaceMatchQuestion match;
    FaceAttacksQuestion attacks;
    FaceBenchQuestion bench;
};

void addModelOptions(CLI::App& command, Told& told)
{
    command.add_option("--models", told.models, "Folder that packaging/fetch-models filled")
        ->capture_default_str();
    command.add_option("--descriptor", told.descriptor, "A .dat instead of the folder's residual network");
}

void addCalibrationOption(CLI::App& command, Told& told)
{
    command.add_option("--calibration", told.calibration, "The calibration")->capture_default_str();
}

void addEmbedOptions(CLI::App& command, Told& told)
{
    command.add_option("LIST", told.list, "One picture's path a line (JPEG, PNG, JPEG 2000)")->required();
    command.add_option("OUT", told.out, "The rows")->required();
    addModelOptions(command, told);
}

void addMatchOptions(CLI::App& command, Told& told)
{
    command.add_option("A", told.match.references, "Rows of references (cards), from face embed")->required();
    command.add_option("B", told.match.lives, "Rows of live faces")->required();
    command.add_option("--pairs", told.match.pairs, "Lines \"a b1 [b2 ... bK]\" of row numbers, from 0")
        ->required();
    command.add_option("--shots", told.match.shots, "How many live rows a line fuses")
        ->capture_default_str()
        ->check(CLI::Range(1, 100));
    addCalibrationOption(command, told);
}

void addScoreOptions(CLI::App& command, Told& told)
{
    command.add_option("--reference", told.reference, "The card's picture")->required();
    command
        .add_option("--live", told.lives, "Pictures of the person; 1, 3 or 5 have thresholds of their own")
        ->required();
    addModelOptions(command, told);
    addCalibrationOption(command, told);
}

void addCalibrateOptions(CLI::App& command, Told& told)
{
    command.add_option("LIST", told.list, "Lines \"path identity\"")->required();
    command.add_option("GROUPS", told.groups, "Lines \"identity group\"")->required();
    command.add_option("OUT", told.out, "The calibration file")->required();
    addModelOptions(command, told);
}

void addAttacksOptions(CLI::App& command, Told& told)
{
    command
        .add_option("--people", told.attacks.people,
                    "Only the first so many of the practice's people; 0 = all")
        ->check(CLI::Range(0, 1000));
    command
        .add_option("--invented", told.attacks.invented,
                    "So many invented people instead; the limits were fitted on 0 to 23")
        ->check(CLI::Range(0, 1000));
    command.add_option("--from", told.attacks.firstOfThem, "The number of the first invented one")
        ->check(CLI::Range(0, 1000000));
    addModelOptions(command, told);
}

void addBenchOptions(CLI::App& command, Told& told)
{
    command.add_option("--persona", told.bench.persona, "Who stands at the desk")->capture_default_str();
    command.add_option("--rounds", told.bench.rounds, "Of each measurement")
        ->capture_default_str()
        ->check(CLI::Range(1, 1000));
    addModelOptions(command, told);
    addCalibrationOption(command, told);
}

struct Verb {
    const char* name;
    const char* what;
    const char* more; ///< below the options in --help
    void (*addOptions)(CLI::App& command, Told& told);
    int (*run)(const Told& told);
};

constexpr Verb kVerbs[]{
    {"embed", "Turn pictures into rows of numbers",
     "A row is 1152 little-endian 32-bit floats: 128 of the residual network (face plus mirrored face, "
     "unit length), 1024 of the mobile network (square roots of the unit vector, mirrored face added, "
     "unit length; before centring). Zeros where no face was found. Pictures that cannot be read get "
     "zeros as well, are named on the error stream, and end the command with 1.",
     addEmbedOptions, [](const Told& t) { return runFaceEmbed(t, t.list, t.out, std::cout, std::cerr); }},
    {"match", "Score pairs of rows",
     "One score a line: the sum of both networks' distances in deviations from the mean of strangers; "
     "lower is more alike. \"nan\" when one of the line's rows has no face (all zeros).",
     addMatchOptions, [](const Told& t) { return runFaceMatch(t, t.match, std::cout, std::cerr); }},
    {"score", "Compare live pictures with a reference",
     "Prints one JSON: decision (accepted, ask_staff, not_confirmed), score, thresholds, shots, timings.",
     addScoreOptions,
     [](const Told& t) { return runFaceScore(t, t.reference, t.lives, std::cout, std::cerr); }},
    {"calibrate", "Fit a calibration to labelled pictures",
     "Each group needs at least 1000 comparisons between different people, in halves by person, for one, "
     "three and five pictures at a time: about 25 people with 6 pictures each. The thresholds hold a false "
     "match rate of 1e-3 (accept) and 1e-2 (ask staff) in every group.",
     addCalibrateOptions,
     [](const Told& t) { return runFaceCalibrate(t, t.list, t.groups, t.out, std::cout, std::cerr); }},
    {"models", "Say which models there are, whence and under which licence", "", addModelOptions,
     [](const Told& t) { return runFaceModels(t, std::cout); }},
    {"attacks", "Measure the head turn and the screen trace on drawn attacks",
     "Prints one JSON: apcer for each species of attack, bpcer for the practice's people turning "
     "their heads, and the spread of the figures that decide. Two minutes for ten people.",
     addAttacksOptions, [](const Told& t) { return runFaceAttacks(t, t.attacks, std::cout, std::cerr); }},
    {"bench", "Measure the comparison's speed beside other programs' flows",
     "Prints one JSON. A minute. Meant for a release build on a machine that does nothing else.",
     addBenchOptions, [](const Told& t) { return runFaceBench(t, t.bench, std::cout, std::cerr); }},
};

} // namespace

void addFace(CLI::App& program, Job& chosen)
{
    auto* face = program.add_subcommand("face", "The face comparison on files, for measurements");
    face->require_subcommand(1);
    const auto told = std::make_shared<Told>();
    for (const auto& verb : kVerbs) {
        auto* command = face->add_subcommand(verb.name, verb.what);
        verb.addOptions(*command, *told);
        command->footer(verb.more);
        command->callback([&chosen, told, run = verb.run] { chosen = [told, run] { return run(*told); }; });
    }
}

} // namespace madoguchi
