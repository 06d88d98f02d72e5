// SPDX-License-Identifier: Apache-2.0
#include "faceauth/study/CalibrationFit.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace madoguchi {

namespace {

constexpr int kShotRows[]{1, 3, 5};
constexpr std::size_t kLeastPeople = 4;
constexpr std::size_t kMostTrials = 2'000'000;
const auto kLeastStrangers = static_cast<std::size_t>(std::lround(1 / kAcceptRate));

using Faces = std::vector<const LabelledFace*>;
using Scores = std::vector<double>;

std::map<std::string, Faces> byIdentity(const std::vector<LabelledFace>& faces)
{
    std::map<std::string, Faces> people;
    for (const LabelledFace& face : faces)
        people[face.identity].push_back(&face);
    return people;
}

/// One person's pictures in a row, from each of them on, around the end.
struct Live {
    std::string identity;
    Faces shots;
    std::vector<Embedding> fusedShots; ///< the first, the first two, and so on
};

std::vector<Live> livesOf(const std::map<std::string, Faces>& people)
{
    std::vector<Live> lives;
    for (const auto& [identity, faces] : people)
        for (std::size_t start = 0; start < faces.size(); ++start) {
            Live live{.identity = identity, .shots = {}, .fusedShots = {}};
            std::vector<Embedding> shots;
            for (std::size_t i = 0; i < std::min<std::size_t>(faces.size(), kMostShots); ++i) {
                live.shots.push_back(faces[(start + i) % faces.size()]);
                shots.push_back(live.shots.back()->face);
                live.fusedShots.push_back(fused(shots));
            }
            lives.push_back(std::move(live));
        }
    return lives;
}

Trial trialOf(const LabelledFace& card, const Live& live)
{
    Trial trial{.card = card.identity, .live = live.identity, .scores = {}};
    for (std::size_t i = 0; i < live.fusedShots.size(); ++i) {
        if (live.shots[i] == &card)
            break; // a card is never compared with itself
        trial.scores.push_back(distance(card.face, live.fusedShots[i]));
    }
    return trial;
}

std::vector<Trial> trialsOf(const std::vector<LabelledFace>& faces)
{
    const std::vector<Live> lives = livesOf(byIdentity(faces));
    const std::size_t step = faces.size() * lives.size() / kMostTrials + 1;
    std::vector<Trial> trials;
    for (std::size_t card = 0; card < faces.size(); ++card)
        for (std::size_t live = card % step; live < lives.size(); live += step)
            if (auto trial = trialOf(faces[card], lives[live]); !trial.scores.empty())
                trials.push_back(std::move(trial));
    return trials;
}

/// Scores of different people, sorted, by group; only groups that have enough of them. `score` gives none for
/// a trial that has too few shots.
template<typename Score>
std::map<std::string, Scores> strangers(const std::vector<Trial>& trials, const People& people, Score&& score)
{
    std::map<std::pair<std::string, std::string>, Scores> pairs;
    for (const Trial& trial : trials)
        if (const std::optional<double> value = score(trial); value && trial.card != trial.live)
            pairs[{trial.card, trial.live}].push_back(*value);
    std::map<std::string, Scores> groups;
    for (const auto& [pair, scores] : pairs) {
        const Labels &card = people.at(pair.first), &live = people.at(pair.second);
        if (isChild(card) || isChild(live))
            continue;
        for (const std::string& group : sharedGroups(card, live))
            groups[group].insert(groups[group].end(), scores.begin(), scores.end());
    }
    std::erase_if(groups, [](const auto& group) { return group.second.size() < kLeastStrangers; });
    for (auto& [group, scores] : groups)
        std::ranges::sort(scores);
    return groups;
}

/// The limit below which in no group more than this share lies.
double limitFor(const std::map<std::string, Scores>& groups, double share)
{
    double limit = std::numeric_limits<double>::max();
    for (const auto& [group, scores] : groups)
        limit = std::min(limit, scores[static_cast<std::size_t>(share * static_cast<double>(scores.size()))]);
    return limit;
}

std::optional<double> scoreAfter(const Trial& trial, int shots)
{
    const auto index = static_cast<std::size_t>(shots) - 1;
    return index < trial.scores.size() ? std::optional{trial.scores[index]} : std::nullopt;
}

/// By how much the whole decision is missed: its least distance from the limits it is held to one after the
/// other.
std::optional<double> marginOf(const Trial& trial, const ScoreRule& rule)
{
    if (trial.scores.size() < kMostShots)
        return std::nullopt;
    double least = std::numeric_limits<double>::max();
    for (int shots = kLeastShots; shots <= kMostShots; ++shots)
        least = std::min(least, *scoreAfter(trial, shots) - rule.thresholds(shots).accept);
    return least;
}

/// Lowers the limits of three shots and more together, until the whole decision keeps its rate in every
/// group.
void holdAsOne(std::vector<Thresholds>& rows, const std::vector<Trial>& trials, const People& people)
{
    const ScoreRule rule{rows};
    const auto margins = strangers(trials, people, [&](const Trial& one) { return marginOf(one, rule); });
    const double lower = std::min(0.0, limitFor(margins, kAcceptRate));
    for (Thresholds& row : rows)
        if (row.shots >= kLeastShots)
            row.accept += lower;
}

std::string complaint(const std::map<std::string, Faces>& people)
{
    if (people.size() < kLeastPeople)
        return std::to_string(people.size()) + " people with a face; at least " +
               std::to_string(kLeastPeople) + " are needed";
    return {};
}

std::vector<std::string> missingIn(const std::map<std::string, Scores>& groups)
{
    std::vector<std::string> missing;
    for (const std::string& group : groupsThatMatter())
        if (!groups.contains(group))
            missing.push_back(group);
    return missing;
}

} // namespace

std::variant<CalibrationFit, std::string> fitCalibration(const std::vector<LabelledFace>& faces,
                                                         const People& people)
{
    if (auto text = complaint(byIdentity(faces)); !text.empty())
        return text;
    const std::vector<Trial> trials = trialsOf(faces);
    CalibrationFit fit;
    for (const int shots : kShotRows) {
        const auto groups =
            strangers(trials, people, [&](const Trial& one) { return scoreAfter(one, shots); });
        if (groups.empty())
            return "too few comparisons between different adults with " + std::to_string(shots) +
                   " picture(s) at a time; a false match rate of 1 in " + std::to_string(kLeastStrangers) +
                   " needs at least " + std::to_string(kLeastStrangers);
        fit.thresholds.push_back(
            {.shots = shots, .accept = limitFor(groups, kAcceptRate), .ask = limitFor(groups, kAskRate)});
        if (shots == kMostShots)
            fit.missing = missingIn(groups);
    }
    holdAsOne(fit.thresholds, trials, people);
    fit.figures = figuresOf(ScoreRule{fit.thresholds}, trials, people);
    return fit;
}

} // namespace madoguchi
