// SPDX-License-Identifier: Apache-2.0
// Comparisons of known people, and how often they go wrong: for everybody, for each sex, age and origin, and
// for each of these together. A rate of error that holds on average and not for young women does not hold.
#pragma once

#include "faceauth/compare/ScoreRule.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi {

struct Labels {
    std::string sex, origin; ///< words of whoever labels
    std::optional<int> age;  ///< in whole years; under 16 the face alone never decides
};

/// The names of all groups that somebody belongs to, "all" first.
[[nodiscard]] std::vector<std::string> groupsOf(const Labels& labels);
[[nodiscard]] bool isChild(const Labels& labels);

/// Sexes and ages (16-34, 35-59, 60 and over) that a set of people should hold, as groupsOf() names them.
[[nodiscard]] std::vector<std::string> groupsThatMatter();

using People = std::map<std::string, Labels>; ///< by identity

/// One card and one live person, looked at after each shot.
struct Trial {
    std::string card, live;     ///< identities; the same = the holder
    std::vector<double> scores; ///< of the first shot, of the first two fused, and so on: 1 to kMostShots
};

/// The groups that both belong to.
[[nodiscard]] std::vector<std::string> sharedGroups(const Labels& a, const Labels& b);

/// What a rule makes of a trial.
enum class Answer { Accept, Ask, No };

/// When so many shots are fused and nothing before. Nothing when the trial has fewer.
[[nodiscard]] std::optional<Answer> answerAt(const ScoreRule& rule, const Trial& trial, int shots);

/// As the product decides: after three shots, or four, or five.
[[nodiscard]] std::optional<Answer> answerOf(const ScoreRule& rule, const Trial& trial);

/// A share with the interval that holds 95 of 100 draws of people.
struct Rate {
    double share{0}, low{0}, high{0};
};

/// 0 shots = the product's whole decision.
struct GroupFigures {
    std::string group;
    int shots{0};
    std::size_t people{0}, strangers{0}, holders{0};
    Rate falseMatch, falseMatchOrAsked;        ///< of strangers: accepted; accepted or put to staff
    Rate falseNonMatch, falseNonMatchNorAsked; ///< of holders: not accepted; not even put to staff
};

/// For each group and for 1, 3, 5 shots and the whole decision. A comparison counts for a group when card and
/// live person both belong to it. The same trials give the same intervals.
[[nodiscard]] std::vector<GroupFigures> figuresOf(const ScoreRule& rule, const std::vector<Trial>& trials,
                                                  const People& people);

} // namespace madoguchi
