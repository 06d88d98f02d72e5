// SPDX-License-Identifier: Apache-2.0
// madoguchi-lab face: its subcommands on the command line.
#include "tool/lab/DrawnFaceJobs.h"
#include "tool/lab/LabSubcommands.h"
#include "tool/support/FaceVerbs.h"

#include <iostream>

namespace madoguchi {

namespace {

/// Everything any of the subcommands can be told.
struct Told : FaceOptions {
    Told() : FaceOptions{usualFaceOptions()} {}

    FaceAttacksQuestion attacks;
    FaceBenchQuestion bench;
};

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

constexpr FaceVerb<Told> kVerbs[]{
    {"attacks", "Measure head turn, screen trace and second voice on drawn attacks",
     "Prints one JSON: apcer for each species of attack, bpcer for the practice's people turning "
     "their heads, with and without the second voice, and the spread of the figures that decide. Three "
     "minutes for "
     "ten people.",
     addAttacksOptions, [](const Told& t) { return runFaceAttacks(t, t.attacks, std::cout, std::cerr); }},
    {"bench", "Measure the comparison's speed beside other programs' flows",
     "Prints one JSON. A minute. Meant for a release build on a machine that does nothing else.",
     addBenchOptions, [](const Told& t) { return runFaceBench(t, t.bench, std::cout, std::cerr); }},
};

} // namespace

void addDrawnFaces(CLI::App& program, Job& chosen)
{
    addFaceVerbs<Told>(program, chosen, "The face comparison before drawn people, for measurements", kVerbs);
}

} // namespace madoguchi
