// SPDX-License-Identifier: Apache-2.0
// madoguchi-lab cardface read|measure
#include "drivers/cardprint/CardFaceReader.h"
#include "drivers/sim/people/PictureFile.h"
#include "foundation/base/CivilDate.h"
#include "tool/lab/CardFaceMeasure.h"
#include "tool/lab/LabSubcommands.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <vector>

namespace madoguchi {

namespace {

using nlohmann::ordered_json;

struct CardFaceOptions {
    std::vector<std::filesystem::path> pictures;
    bool show{false};
    std::uint32_t first{0}, count{1000};
    Typefaces fonts;
    bool heldOut{false};
    bool json{false};
};

/// One line of JSON. The number itself stays out of terminals' histories unless it is asked for.
bool report(const std::filesystem::path& file, bool show)
{
    const auto picture = readPng(file);
    const auto today = civilDay(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
    const auto reading = picture ? readCardFace(*picture, today) : CardFaceReading{};
    ordered_json line{{"file", file.string()},
                      {"verdict", word(reading.verdict)},
                      {"digits", reading.digitsRead},
                      {"confidence", reading.confidence},
                      {"birthday_repeated", reading.birthdayRepeated}};
    if (show && !reading.number.empty())
        line["number"] = reading.number;
    std::puts(line.dump(-1, ' ', false, ordered_json::error_handler_t::replace).c_str());
    return reading.verdict == CardFaceVerdict::Read;
}

int runRead(const CardFaceOptions& options)
{
    bool all = true;
    for (const auto& file : options.pictures)
        all = report(file, options.show) && all;
    return all ? 0 : 1;
}

template<typename Value>
Value quantile(std::vector<Value> values, double share)
{
    if (values.empty())
        return {};
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

ordered_json counts(const std::map<CardFaceVerdict, int>& verdicts)
{
    ordered_json counted = ordered_json::object();
    for (const auto& [verdict, count] : verdicts)
        counted[std::string{word(verdict)}] = count;
    return counted;
}

ordered_json jsonOf(const CardFaceFigures& figures)
{
    return {{"cards", figures.cards},
            {"pictures", counts(figures.pictures)},
            {"picture_wrong", figures.pictureWrong},
            {"picture_ms",
             {{"p50", quantile(figures.milliseconds, 0.5)}, {"p95", quantile(figures.milliseconds, 0.95)}}},
            {"exact", figures.exact},
            {"wrong", figures.wrong},
            {"staff", counts(figures.staff)},
            {"pictures_needed",
             {{"p50", quantile(figures.needed, 0.5)},
              {"p95", quantile(figures.needed, 0.95)},
              {"most", quantile(figures.needed, 1)}}}};
}

void print(const CardFaceFigures& figures)
{
    std::printf("one picture of each of %d cards ends at\n", figures.cards);
    for (const auto& [verdict, count] : figures.pictures)
        std::printf("  %-14s %5d\n", std::string{word(verdict)}.c_str(), count);
    std::printf("  read wrong     %5d\n", figures.pictureWrong);
    std::printf("  time           %5.0f ms (median), %.0f ms (95 %%)\n", quantile(figures.milliseconds, 0.5),
                quantile(figures.milliseconds, 0.95));
    std::printf("the card left lying, as in a visit\n");
    std::printf("  exact          %5d after %d pictures (median), %d (95 %%)\n", figures.exact,
                quantile(figures.needed, 0.5), quantile(figures.needed, 0.95));
    for (const auto& [verdict, count] : figures.staff)
        std::printf("  to staff       %5d (%s)\n", count, std::string{word(verdict)}.c_str());
    std::printf("  wrong          %5d\n", figures.wrong);
}

int runMeasure(const CardFaceOptions& options)
try {
    const auto& others = options.heldOut ? heldOutTypefaces() : usualTypefaces();
    const auto figures =
        measureCardFaces(options.first, options.count, options.fonts.empty() ? others : options.fonts);
    if (options.json)
        std::puts(jsonOf(figures).dump().c_str());
    else
        print(figures);
    return figures.wrong == 0 ? 0 : 1;
} catch (const std::runtime_error& error) { // a file that is no font
    std::fprintf(stderr, "%s\n", error.what());
    return 2;
}

using Shared = std::shared_ptr<CardFaceOptions>;

CLI::App* subcommand(CLI::App& cardFace, const char* name, const char* what, const Shared& options,
                     Job& chosen, int (*job)(const CardFaceOptions&))
{
    auto* command = cardFace.add_subcommand(name, what);
    command->callback([&chosen, options, job] { chosen = [options, job] { return job(*options); }; });
    return command;
}

} // namespace

void addCardFace(CLI::App& program, Job& chosen)
{
    auto* command = program.add_subcommand("cardface", "The camera over the card, on pictures");
    command->require_subcommand(1);
    const auto options = std::make_shared<CardFaceOptions>();
    auto* read = subcommand(*command, "read", "Read pictures of card faces", options, chosen, runRead);
    read->add_option("IMG", options->pictures, "PNG files, 1920 x 1440 at most")->required();
    read->add_flag("--show", options->show, "Print the number too (for practice cards)");
    read->footer("One JSON a picture: verdict (no_picture, no_card, no_dates, no_code, uncertain, "
                 "contradictory, read), digits found, confidence of the least certain one. Exit code 1 when "
                 "one was not read.");
    auto* measure = subcommand(*command, "measure", "Draw cards, photograph them, and count what is read",
                               options, chosen, runMeasure);
    measure->add_option("--count", options->count, "Cards")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
    measure->add_option("--first", options->first, "The first card's number")->capture_default_str();
    auto* fonts =
        measure->add_option("--font", options->fonts, "Print the cards in the typefaces of these files")
            ->check(CLI::ExistingFile);
    measure
        ->add_flag("--held-out", options->heldOut,
                   "Print them in four typefaces the reader was not trained on")
        ->excludes(fonts);
    measure->add_flag("--json", options->json, "One JSON instead of a table");
    measure->footer(
        "Exit code 1 when a number was given out that is not the card's, 2 when a font cannot be used.");
}

} // namespace madoguchi
