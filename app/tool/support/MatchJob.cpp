// SPDX-License-Identifier: Apache-2.0
#include "faceauth/networks/ModelCatalogue.h"
#include "tool/support/EmbeddingFile.h"
#include "tool/support/FaceJobs.h"
#include "tool/support/FaceLabels.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <fstream>
#include <functional>
#include <ostream>

namespace madoguchi {

namespace {

constexpr std::size_t kLongestLine = 4096;

/// One line of the list of pairs.
struct PairLine {
    std::vector<std::size_t> rows; ///< of the reference, then of the live faces
    std::string card, live;        ///< whose they are, when a report is wanted
};

struct Files {
    EmbeddingFile references, lives;
};

std::optional<std::size_t> numberOf(const std::string& word)
{
    std::size_t row = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), row);
    return error == std::errc{} && end == word.data() + word.size() ? std::optional{row} : std::nullopt;
}

/// What is wrong with a line, or an empty text.
std::string readPair(const std::string& line, int shots, bool named, PairLine& pair)
{
    const auto words = line.size() > kLongestLine ? std::vector<std::string>{} : wordsOf(line);
    const auto rows = static_cast<std::size_t>(shots) + 1;
    const std::string expected = "expected " + std::to_string(rows) + " row numbers" +
                                 (named ? " and the names of the card's and the live person" : "");
    if (words.size() != rows + (named ? 2 : 0))
        return expected;
    for (std::size_t i = 0; i < rows; ++i) {
        const auto row = numberOf(words[i]);
        if (!row)
            return expected;
        pair.rows.push_back(*row);
    }
    if (named) {
        pair.card = words[rows];
        pair.live = words[rows + 1];
    }
    return {};
}

std::string beyond(const PairLine& pair, const Files& files)
{
    if (pair.rows.front() >= files.references.rows())
        return "row " + std::to_string(pair.rows.front()) + " of " + std::to_string(files.references.rows()) +
               " references (rows count from 0)";
    for (std::size_t i = 1; i < pair.rows.size(); ++i)
        if (pair.rows[i] >= files.lives.rows())
            return "row " + std::to_string(pair.rows[i]) + " of " + std::to_string(files.lives.rows()) +
                   " live faces (rows count from 0)";
    return {};
}

/// Distances after the first shot, the first two, and so on. Empty when one of the rows has no face.
std::vector<double> scoresOf(const PairLine& pair, const Files& files)
{
    const auto card = files.references.row(pair.rows.front());
    std::vector<Embedding> shots;
    std::vector<double> scores;
    for (std::size_t i = 1; i < pair.rows.size(); ++i) {
        auto shot = files.lives.row(pair.rows[i]);
        if (!card || !shot)
            return {};
        shots.push_back(std::move(*shot));
        scores.push_back(distance(*card, fused(shots)));
    }
    return scores;
}

/// Reads line by line; `take` says what is wrong with one, or nothing.
int forEachPair(const FaceMatchQuestion& question, const Files& files, std::ostream& errors,
                const std::function<std::string(const PairLine&)>& take)
{
    std::ifstream pairs{question.pairs};
    if (!pairs)
        return complain(errors, question.pairs.string() + ": cannot be read");
    std::size_t number = 0;
    for (std::string line; std::getline(pairs, line);) {
        ++number;
        PairLine pair;
        std::string problem = readPair(line, question.shots, !question.report.empty(), pair);
        if (problem.empty())
            problem = beyond(pair, files);
        if (problem.empty())
            problem = take(pair);
        if (!problem.empty())
            return complain(errors, question.pairs.string() + ':' + std::to_string(number) + ": " + problem);
    }
    return number == 0 ? complain(errors, question.pairs.string() + ": has no line") : 0;
}

int printScores(const FaceMatchQuestion& question, const Files& files, std::ostream& scores,
                std::ostream& errors)
{
    scores.precision(6);
    const int code = forEachPair(question, files, errors, [&](const PairLine& pair) -> std::string {
        const auto all = scoresOf(pair, files);
        if (all.empty())
            scores << "nan\n";
        else
            scores << all.back() << '\n';
        return {};
    });
    scores.flush();
    return scores ? code : complain(errors, "the scores cannot be written");
}

int printReport(const FaceOptions& options, const FaceMatchQuestion& question, const Files& files,
                std::ostream& answer, std::ostream& errors)
{
    const auto rule = ScoreRule::load(options.calibration, kFeatureModel.weights.sha256);
    if (!rule)
        return complain(errors, options.calibration.string() + ": no calibration for the face network",
                        rule.fault());
    People people;
    if (!readPeople(question.report, people, errors))
        return 1;
    std::vector<Trial> trials;
    std::size_t faceless = 0;
    const int code = forEachPair(question, files, errors, [&](const PairLine& pair) -> std::string {
        for (const std::string& name : {pair.card, pair.live})
            if (!people.contains(name))
                return name + " is not among " + question.report.string();
        if (auto scores = scoresOf(pair, files); !scores.empty())
            trials.push_back({.card = pair.card, .live = pair.live, .scores = std::move(scores)});
        else
            ++faceless;
        return {};
    });
    if (code != 0)
        return code;
    nlohmann::ordered_json limits = nlohmann::ordered_json::array();
    for (const Thresholds& row : rule->allThresholds())
        limits.push_back({{"shots", row.shots}, {"accept", row.accept}, {"ask", row.ask}});
    answer << nlohmann::ordered_json{{"comparisons", trials.size()},
                                     {"without_face", faceless},
                                     {"thresholds", limits},
                                     {"groups", toJson(figuresOf(*rule, trials, people))}}
                  .dump()
           << '\n';
    return 0;
}

} // namespace

int runFaceMatch(const FaceOptions& options, const FaceMatchQuestion& question, std::ostream& answer,
                 std::ostream& errors)
{
    std::string reason;
    auto references = EmbeddingFile::read(question.references, reason);
    auto lives = references ? EmbeddingFile::read(question.lives, reason) : std::nullopt;
    if (!lives)
        return complain(errors, reason);
    const Files files{std::move(*references), std::move(*lives)};
    return question.report.empty() ? printScores(question, files, answer, errors)
                                   : printReport(options, question, files, answer, errors);
}

} // namespace madoguchi
