// SPDX-License-Identifier: Apache-2.0
#include "faceauth/study/Trials.h"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

const ScoreRule& rule()
{
    static const ScoreRule kRule{{{.shots = 1, .accept = 0.5, .ask = 1},
                                  {.shots = 3, .accept = 0.6, .ask = 1},
                                  {.shots = 5, .accept = 0.7, .ask = 1}}};
    return kRule;
}

const GroupFigures& find(const std::vector<GroupFigures>& all, const std::string& group, int shots)
{
    const auto found = std::ranges::find_if(
        all, [&](const GroupFigures& one) { return one.group == group && one.shots == shots; });
    REQUIRE(found != all.end());
    return *found;
}

} // namespace

TEST_CASE("theDecisionIsTheFirstYesOfThreeFourOrFiveShots")
{
    const auto decided = [](std::vector<double> scores) {
        return answerOf(rule(), {.card = "a", .live = "b", .scores = std::move(scores)});
    };

    CHECK(decided({2, 2, 0.55, 2, 2}) == Answer::Accept);
    CHECK(decided({2, 2, 2, 0.55, 2}) == Answer::Accept);
    CHECK(decided({2, 2, 2, 2, 0.65}) == Answer::Accept);
    CHECK(decided({0.1, 0.1, 0.65, 0.65, 0.75}) == Answer::Ask); // one shot and two are no decision
    CHECK(decided({2, 2, 2, 2, 2}) == Answer::No);
    CHECK_FALSE(decided({2, 2, 2, 2}));
    CHECK(decided({2, 2, 0.55}) == Answer::Accept);
}

TEST_CASE("aComparisonCountsForTheGroupsThatBothBelongTo")
{
    const People people{
        {"a", {"female", "japan", 20}}, {"b", {"female", "japan", 40}}, {"c", {"male", "japan", 20}}};
    const std::vector<double> alike(5, 0.1), apart(5, 2);
    const std::vector<Trial> trials{
        {"a", "b", alike}, {"a", "c", apart}, {"b", "c", apart}, {"a", "a", alike}, {"b", "b", apart}};

    const auto figures = figuresOf(rule(), trials, people);

    CHECK(find(figures, "all", 5).strangers == 3);
    CHECK(find(figures, "all", 5).falseMatch.share == Approx(1.0 / 3));
    CHECK(find(figures, "all", 0).falseNonMatch.share == Approx(0.5));
    CHECK(find(figures, "female", 1).strangers == 1);
    CHECK(find(figures, "female", 1).falseMatch.share == 1);
    CHECK(find(figures, "16-34", 1).strangers == 1); // a and c
    CHECK(find(figures, "16-34", 1).falseMatch.share == 0);
    CHECK(find(figures, "all", 5).people == 3);
}

TEST_CASE("intervalsAreOfPeopleNotOfPictures")
{
    // Of ten people one passes for everybody: the rate hangs on whether that one is among those drawn.
    People people;
    std::vector<Trial> trials;
    for (int card = 0; card < 10; ++card) {
        people[std::to_string(card)] = {"male", "japan", 30};
        for (int live = 0; live < 10; ++live)
            if (card != live)
                trials.push_back({std::to_string(card), std::to_string(live),
                                  std::vector<double>(5, card == 0 || live == 0 ? 0.1 : 2)});
    }

    const Rate rate = find(figuresOf(rule(), trials, people), "all", 3).falseMatch;

    CHECK(rate.share == Approx(0.2));
    CHECK(rate.low == 0);
    CHECK(rate.high > 0.4);
}

TEST_CASE("childrenAreAGroupOfTheirOwn")
{
    const auto groups = groupsOf({.sex = "male", .origin = "japan", .age = 9});

    CHECK(std::ranges::find(groups, "under 16") != groups.end());
    CHECK(std::ranges::find(groups, "male") == groups.end());
    CHECK(isChild({.sex = "male", .origin = "japan", .age = 15}));
    CHECK_FALSE(isChild({.sex = "male", .origin = "japan", .age = 16}));
    CHECK_FALSE(isChild({.sex = "male", .origin = "japan", .age = {}}));
}
