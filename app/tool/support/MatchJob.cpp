// SPDX-License-Identifier: Apache-2.0
#include "tool/support/EmbeddingFile.h"
#include "tool/support/FaceJobs.h"

#include <charconv>
#include <fstream>
#include <map>
#include <ostream>

namespace madoguchi {

namespace {

constexpr std::size_t kMostKept = 40'000; ///< faces, 5 kB each
constexpr std::size_t kLongestLine = 4096;

using Rows = std::vector<std::size_t>;

/// A reference after its centring.
struct Card {
    Centroids centroids;
    FaceTemplate centred;
};

/// Scores of rows; keeps what it centred, because lists of pairs name each row many times.
class Scorer {
public:
    Scorer(const ScoreRule& rule, const EmbeddingFile& references, const EmbeddingFile& lives)
        : rule_{rule}, references_{references}, lives_{lives}
    {
    }

    std::optional<double> score(const Rows& rows)
    {
        const auto& card = cardAt(rows.front());
        if (!card)
            return std::nullopt;
        if (rows.size() == 2) {
            const auto& live = liveAt(rows[1], card->centroids);
            return live ? std::optional{rule_.centredScore(card->centred, *live)} : std::nullopt;
        }
        std::vector<FaceTemplate> shots;
        for (std::size_t i = 1; i < rows.size(); ++i) {
            auto shot = lives_.row(rows[i]);
            if (!shot)
                return std::nullopt;
            shots.push_back(std::move(*shot));
        }
        return rule_.centredScore(card->centred, rule_.centred(card->centroids, fused(shots)));
    }

private:
    const std::optional<Card>& cardAt(std::size_t row)
    {
        if (cards_.size() > kMostKept)
            cards_.clear();
        const auto [found, isNew] = cards_.try_emplace(row);
        if (!isNew)
            return found->second;
        if (const auto face = references_.row(row)) {
            const Centroids centroids = rule_.nearest(*face);
            found->second = Card{centroids, rule_.centred(centroids, *face)};
        }
        return found->second;
    }

    const std::optional<FaceTemplate>& liveAt(std::size_t row, const Centroids& centroids)
    {
        if (centredLives_.size() > kMostKept)
            centredLives_.clear();
        const auto [found, isNew] = centredLives_.try_emplace({row, centroids});
        if (isNew)
            if (auto face = lives_.row(row))
                found->second = rule_.centred(centroids, std::move(*face));
        return found->second;
    }

    const ScoreRule& rule_;
    const EmbeddingFile& references_;
    const EmbeddingFile& lives_;
    std::map<std::size_t, std::optional<Card>> cards_;
    std::map<std::pair<std::size_t, Centroids>, std::optional<FaceTemplate>> centredLives_;
};

/// Whole numbers between blanks.
std::optional<Rows> readRows(std::string_view line)
{
    Rows rows;
    while (true) {
        line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
        if (line.empty())
            return rows;
        std::size_t row = 0;
        const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), row);
        if (error != std::errc{})
            return std::nullopt;
        line.remove_prefix(static_cast<std::size_t>(end - line.data()));
        if (!line.empty() && line.find_first_of(" \t\r") != 0)
            return std::nullopt;
        rows.push_back(row);
    }
}

/// What is wrong with a line, or an empty text.
std::string problemOf(const std::optional<Rows>& rows, int shots, const EmbeddingFile& references,
                      const EmbeddingFile& lives)
{
    if (!rows || rows->size() != static_cast<std::size_t>(shots) + 1)
        return "expected " + std::to_string(shots + 1) + " row numbers";
    if (rows->front() >= references.rows())
        return "row " + std::to_string(rows->front()) + " of " + std::to_string(references.rows()) +
               " references (rows count from 0)";
    for (std::size_t i = 1; i < rows->size(); ++i)
        if ((*rows)[i] >= lives.rows())
            return "row " + std::to_string((*rows)[i]) + " of " + std::to_string(lives.rows()) +
                   " live faces (rows count from 0)";
    return {};
}

int scoreAll(const FaceMatchQuestion& question, Scorer scorer, const EmbeddingFile& references,
             const EmbeddingFile& lives, std::ostream& scores, std::ostream& errors)
{
    std::ifstream pairs{question.pairs};
    if (!pairs)
        return complain(errors, question.pairs.string() + ": cannot be read");
    std::size_t number = 0;
    for (std::string line; std::getline(pairs, line);) {
        ++number;
        const auto rows = line.size() > kLongestLine ? std::nullopt : readRows(line);
        if (const auto problem = problemOf(rows, question.shots, references, lives); !problem.empty())
            return complain(errors, question.pairs.string() + ':' + std::to_string(number) + ": " + problem);
        if (const auto score = scorer.score(*rows))
            scores << *score << '\n';
        else
            scores << "nan\n";
    }
    scores.flush();
    if (!scores)
        return complain(errors, "the scores cannot be written");
    return number == 0 ? complain(errors, question.pairs.string() + ": has no line") : 0;
}

} // namespace

int runFaceMatch(const FaceOptions& options, const FaceMatchQuestion& question, std::ostream& scores,
                 std::ostream& errors)
{
    const auto rule = ScoreRule::loadFor(options.calibration, {kRowParts.begin(), kRowParts.end()});
    if (!rule)
        return complain(errors, options.calibration.string() + ": no calibration for both networks",
                        rule.fault());
    std::string reason;
    const auto references = EmbeddingFile::read(question.references, reason);
    const auto lives = references ? EmbeddingFile::read(question.lives, reason) : std::nullopt;
    if (!lives)
        return complain(errors, reason);
    scores.precision(6);
    return scoreAll(question, Scorer{*rule, *references, *lives}, *references, *lives, scores, errors);
}

} // namespace madoguchi
