// SPDX-License-Identifier: Apache-2.0
#include "faceauth/study/Trials.h"

#include <algorithm>
#include <array>
#include <random>

namespace madoguchi {

namespace {

constexpr int kAdult = 16;
constexpr int kDraws = 200;
constexpr std::array kShotRows{1, 3, 5, 0};

std::string bandOf(int age)
{
    if (age < kAdult)
        return "under 16";
    if (age < 35)
        return "16-34";
    return age < 60 ? "35-59" : "60 and over";
}

/// Of one card's person and one live person: how many comparisons, and how they went.
struct Count {
    double all{0}, accepted{0}, asked{0};
};

struct Pair {
    std::size_t card, live;
    Count count;
};

using Weights = std::vector<double>; ///< how often each person was drawn

struct Shares {
    double accepted{0}, acceptedOrAsked{0};
};

/// Nothing when nobody of them was drawn.
std::optional<Shares> sharesOf(const std::vector<Pair>& pairs, const Weights& weights)
{
    Count sum;
    for (const auto& [card, live, count] : pairs) {
        const double weight = card == live ? weights[card] : weights[card] * weights[live];
        sum.all += weight * count.all;
        sum.accepted += weight * count.accepted;
        sum.asked += weight * count.asked;
    }
    if (sum.all <= 0)
        return std::nullopt;
    return Shares{sum.accepted / sum.all, (sum.accepted + sum.asked) / sum.all};
}

std::vector<Weights> draws(std::size_t people)
{
    std::mt19937 random{2026}; // always the same, so that a report can be repeated
    std::vector<Weights> all(kDraws, Weights(people));
    for (Weights& weights : all)
        for (std::size_t i = 0; i < people; ++i)
            ++weights[random() % people];
    return all;
}

Rate rateOf(double share, std::vector<double> drawn)
{
    if (drawn.empty())
        return {share, share, share};
    std::ranges::sort(drawn);
    const auto at = [&](double part) {
        return drawn[static_cast<std::size_t>(part * static_cast<double>(drawn.size() - 1) + 0.5)];
    };
    return {share, at(0.025), at(0.975)};
}

struct Rates {
    Rate accepted, acceptedOrAsked;
};

Rates ratesOf(const std::vector<Pair>& pairs, std::size_t people, const std::vector<Weights>& drawn)
{
    const auto shares = sharesOf(pairs, Weights(people, 1));
    if (!shares)
        return {};
    std::vector<double> accepted, acceptedOrAsked;
    for (const Weights& weights : drawn)
        if (const auto one = sharesOf(pairs, weights)) {
            accepted.push_back(one->accepted);
            acceptedOrAsked.push_back(one->acceptedOrAsked);
        }
    return {rateOf(shares->accepted, std::move(accepted)),
            rateOf(shares->acceptedOrAsked, std::move(acceptedOrAsked))};
}

Rate opposite(const Rate& rate)
{
    return {1 - rate.share, 1 - rate.high, 1 - rate.low};
}

double comparisonsIn(const std::vector<Pair>& pairs)
{
    double sum = 0;
    for (const Pair& pair : pairs)
        sum += pair.count.all;
    return sum;
}

GroupFigures figuresOf(const std::string& group, int shots, const std::vector<Pair>& pairs)
{
    std::map<std::size_t, std::size_t> numbers; // people of this group, counted anew
    const auto number = [&](std::size_t person) {
        return numbers.try_emplace(person, numbers.size()).first->second;
    };
    std::vector<Pair> strangers, holders;
    for (const auto& [card, live, count] : pairs) {
        const Pair own{number(card), number(live), count};
        (card == live ? holders : strangers).push_back(own);
    }
    const auto drawn = draws(numbers.size());
    const Rates passed = ratesOf(strangers, numbers.size(), drawn);
    const Rates recognised = ratesOf(holders, numbers.size(), drawn);
    return {.group = group,
            .shots = shots,
            .people = numbers.size(),
            .strangers = static_cast<std::size_t>(comparisonsIn(strangers)),
            .holders = static_cast<std::size_t>(comparisonsIn(holders)),
            .falseMatch = passed.accepted,
            .falseMatchOrAsked = passed.acceptedOrAsked,
            .falseNonMatch = opposite(recognised.accepted),
            .falseNonMatchNorAsked = opposite(recognised.acceptedOrAsked)};
}

/// What became of the trials of each card's person with each live person.
using Outcomes = std::map<std::pair<std::string, std::string>, std::array<Count, kShotRows.size()>>;

Outcomes outcomesOf(const ScoreRule& rule, const std::vector<Trial>& trials)
{
    Outcomes outcomes;
    for (const Trial& trial : trials) {
        auto& rows = outcomes[{trial.card, trial.live}];
        for (std::size_t row = 0; row < kShotRows.size(); ++row) {
            const int shots = kShotRows[row];
            const auto answer = shots == 0 ? answerOf(rule, trial) : answerAt(rule, trial, shots);
            rows[row].all += answer ? 1 : 0;
            rows[row].accepted += answer == Answer::Accept ? 1 : 0;
            rows[row].asked += answer == Answer::Ask ? 1 : 0;
        }
    }
    return outcomes;
}

} // namespace

bool isChild(const Labels& labels)
{
    return labels.age && *labels.age < kAdult;
}

std::vector<std::string> groupsOf(const Labels& labels)
{
    const std::string age = labels.age ? bandOf(*labels.age) : "age unknown";
    std::vector<std::string> groups{"all"};
    if (!isChild(labels))
        for (const auto& one : {labels.sex, labels.origin, labels.sex + ' ' + age,
                                labels.sex + ' ' + labels.origin, age + ' ' + labels.origin})
            groups.push_back(one);
    groups.push_back(age);
    groups.push_back(labels.sex + ' ' + age + ' ' + labels.origin);
    return groups;
}

std::vector<std::string> groupsThatMatter()
{
    std::vector<std::string> groups;
    for (const char* sex : {"female", "male"})
        for (const int age : {16, 35, 60})
            groups.push_back(std::string{sex} + ' ' + bandOf(age));
    return groups;
}

std::optional<Answer> answerAt(const ScoreRule& rule, const Trial& trial, int shots)
{
    if (trial.scores.size() < static_cast<std::size_t>(shots))
        return std::nullopt;
    const Thresholds& limits = rule.thresholds(shots);
    const double score = trial.scores[static_cast<std::size_t>(shots) - 1];
    return score < limits.accept ? Answer::Accept : score < limits.ask ? Answer::Ask : Answer::No;
}

std::optional<Answer> answerOf(const ScoreRule& rule, const Trial& trial)
{
    for (int shots = kLeastShots; shots < kMostShots; ++shots)
        if (answerAt(rule, trial, shots) == Answer::Accept)
            return Answer::Accept;
    return answerAt(rule, trial, kMostShots);
}

std::vector<std::string> sharedGroups(const Labels& a, const Labels& b)
{
    const auto ofB = groupsOf(b);
    std::vector<std::string> shared;
    for (std::string& group : groupsOf(a))
        if (std::ranges::find(ofB, group) != ofB.end())
            shared.push_back(std::move(group));
    return shared;
}

std::vector<GroupFigures> figuresOf(const ScoreRule& rule, const std::vector<Trial>& trials,
                                    const People& people)
{
    std::map<std::string, std::size_t> numbers;
    for (const auto& [identity, labels] : people)
        numbers.emplace(identity, numbers.size());
    std::map<std::pair<std::string, int>, std::vector<Pair>> groups;
    for (const auto& [pair, rows] : outcomesOf(rule, trials))
        for (const std::string& group : sharedGroups(people.at(pair.first), people.at(pair.second)))
            for (std::size_t row = 0; row < kShotRows.size(); ++row)
                if (rows[row].all > 0)
                    groups[{group, kShotRows[row]}].push_back(
                        {numbers.at(pair.first), numbers.at(pair.second), rows[row]});
    std::vector<GroupFigures> figures;
    for (const auto& [key, pairs] : groups)
        figures.push_back(figuresOf(key.first, key.second, pairs));
    return figures;
}

} // namespace madoguchi
