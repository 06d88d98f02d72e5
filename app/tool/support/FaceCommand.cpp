// SPDX-License-Identifier: Apache-2.0
// madoguchi-tool face: its subcommands on the command line.
#include "tool/support/FaceJobs.h"
#include "tool/support/FaceVerbs.h"

#include <iostream>

namespace madoguchi {

namespace {

/// Everything any of the subcommands can be told.
struct Told : FaceOptions {
    Told() : FaceOptions{usualFaceOptions()} {}

    std::filesystem::path list, groups, out, reference;
    std::vector<std::filesystem::path> lives;
    FaceMatchQuestion match;
};

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
    command.add_option(
        "--report", told.match.report,
        "Lines \"identity sex age origin\"; each line of --pairs then ends with the names of the "
        "card's and the live person");
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
    command.add_option("GROUPS", told.groups, "Lines \"identity sex age origin\"")->required();
    command.add_option("OUT", told.out, "The calibration file")->required();
    addModelOptions(command, told);
}

constexpr FaceVerb<Told> kVerbs[]{
    {"embed", "Turn pictures into rows of numbers",
     "A row is 512 little-endian 32-bit floats of unit length: the face and its mirror image. Zeros where no "
     "face "
     "was found. Pictures that cannot be read get zeros as well, are named on the error stream, and end the "
     "command with 1.",
     addEmbedOptions, [](const Told& t) { return runFaceEmbed(t, t.list, t.out, std::cout, std::cerr); }},
    {"match", "Score pairs of rows",
     "One score a line: the distance between the card's and the fused live faces; lower is more alike. "
     "\"nan\" when "
     "one of the line's rows has no face. With --report and --shots 5 one JSON: for each group of people "
     "false "
     "match and false non-match rates for 1, 3 and 5 shots and for the whole decision (\"3-5\": three shots, "
     "then "
     "four, then five), each with the interval that holds 95 of 100 draws of people.",
     addMatchOptions, [](const Told& t) { return runFaceMatch(t, t.match, std::cout, std::cerr); }},
    {"score", "Compare live pictures with a reference",
     "Prints one JSON: decision (accepted, ask_staff, not_confirmed), what each voice said (distance, "
     "somebody "
     "there, a mask, a screen), thresholds, shots, timings.",
     addScoreOptions,
     [](const Told& t) { return runFaceScore(t, t.reference, t.lives, std::cout, std::cerr); }},
    {"calibrate", "Fit a calibration to labelled pictures",
     "The limits keep a false match rate of 1e-3 (accept) and 1e-2 (ask staff) in every group of sex, age "
     "and origin "
     "that has 1000 comparisons between different people, for one, three and five pictures at a time and for "
     "the "
     "whole decision; groups with fewer are named. Five pictures of a person beside the card's make a "
     "decision.",
     addCalibrateOptions,
     [](const Told& t) { return runFaceCalibrate(t, t.list, t.groups, t.out, std::cout, std::cerr); }},
    {"models", "Say which models there are, whence and under which licence", "",
     [](CLI::App& command, Told& t) { addModelOptions(command, t); },
     [](const Told& t) { return runFaceModels(t, std::cout); }},
};

} // namespace

void addFace(CLI::App& program, Job& chosen)
{
    addFaceVerbs<Told>(program, chosen, "The face comparison on files, for measurements", kVerbs);
}

} // namespace madoguchi
