// SPDX-License-Identifier: Apache-2.0
// The fit on made-up people: unit vectors around a centre per group, a place of their own and a little noise.
#include "faceauth/study/CalibrationFit.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace madoguchi;

namespace {

struct Crowd {
    std::string sex{"female"};
    int age{20};
    int people{12};
    int pictures{7};
    float spread{1}; ///< how far people lie from each other
    float noise{0.15F};
};

struct Set {
    std::vector<LabelledFace> faces;
    People people;

    void add(const Crowd& crowd)
    {
        const Embedding centre = vector(1);
        for (int person = 0; person < crowd.people; ++person) {
            const std::string name = crowd.sex + std::to_string(crowd.age) + '-' + std::to_string(person);
            people[name] = {.sex = crowd.sex, .origin = "invented", .age = crowd.age};
            const Embedding place = vector(crowd.spread);
            for (int picture = 0; picture < crowd.pictures; ++picture) {
                LabelledFace face{centre, name};
                madoguchi::add(face.face, place);
                madoguchi::add(face.face, vector(crowd.noise));
                normalise(face.face);
                faces.push_back(std::move(face));
            }
        }
    }

private:
    Embedding vector(float spread)
    {
        Embedding numbers(24);
        for (float& number : numbers)
            number = spread * normal_(random_);
        return numbers;
    }

    std::mt19937 random_{42};
    std::normal_distribution<float> normal_;
};

CalibrationFit fitted(const Set& set)
{
    auto outcome = fitCalibration(set.faces, set.people);
    REQUIRE(std::holds_alternative<CalibrationFit>(outcome));
    return std::get<CalibrationFit>(std::move(outcome));
}

const GroupFigures& figures(const CalibrationFit& fit, const std::string& group, int shots)
{
    const auto found = std::ranges::find_if(
        fit.figures, [&](const GroupFigures& one) { return one.group == group && one.shots == shots; });
    REQUIRE(found != fit.figures.end());
    return *found;
}

} // namespace

TEST_CASE("noGroupExceedsThePromisedRateAndTheWholeDecisionDoesNotEither")
{
    Set set;
    set.add({.sex = "male", .age = 50});
    set.add({.sex = "female", .age = 20, .spread = 0.6F}); // more alike

    const CalibrationFit fit = fitted(set);

    REQUIRE(fit.thresholds.size() == 3);
    for (const GroupFigures& one : fit.figures) {
        INFO(one.group << ' ' << one.shots);
        CHECK(one.strangers >= 1000);
        CHECK(one.falseMatch.share <= kAcceptRate);
        CHECK(one.falseMatchOrAsked.share <= kAskRate * 1.5); // after three looks instead of one
        CHECK(one.falseNonMatchNorAsked.share <= one.falseNonMatch.share);
        CHECK(one.falseMatch.low <= one.falseMatch.share);
        CHECK(one.falseMatch.share <= one.falseMatch.high);
    }
}

TEST_CASE("theHardestGroupSetsTheLimit")
{
    Set men, both;
    men.add({.sex = "male", .age = 50});
    both.add({.sex = "male", .age = 50});
    both.add({.sex = "female", .age = 20, .spread = 0.5F});

    const CalibrationFit alone = fitted(men), together = fitted(both);

    CHECK(together.thresholds[0].accept < alone.thresholds[0].accept);
    CHECK(figures(together, "male", 1).falseMatch.share < kAcceptRate / 2);
}

TEST_CASE("theDecisionThatLooksThreeTimesIsHeldAsOne")
{
    Set set;
    set.add({.people = 20, .spread = 0.7F, .noise = 0.6F});
    const CalibrationFit fit = fitted(set);

    CHECK(figures(fit, "all", 0).falseMatch.share <= kAcceptRate);
    CHECK(figures(fit, "all", 0).falseMatch.share >= figures(fit, "all", 5).falseMatch.share);
}

TEST_CASE("childrenAreReportedAndNotFitted")
{
    Set adults, both;
    adults.add({.sex = "male", .age = 50});
    both.add({.sex = "male", .age = 50});
    both.add({.sex = "male", .age = 9, .spread = 0.1F}); // hardly to be told apart

    const CalibrationFit fit = fitted(both);

    CHECK(fit.thresholds[0].accept == fitted(adults).thresholds[0].accept);
    CHECK(figures(fit, "under 16", 1).falseMatch.share > kAcceptRate);
}

TEST_CASE("groupsThatAreMissingAreNamed")
{
    Set set;
    set.add({.sex = "male", .age = 50});
    set.add({.sex = "female", .age = 20});

    const auto missing = fitted(set).missing;

    CHECK(missing ==
          std::vector<std::string>{"female 35-59", "female 60 and over", "male 16-34", "male 60 and over"});
}

TEST_CASE("tooFewFacesAreRefusedWithTheReason")
{
    const auto complaint = [](const Set& set) {
        const auto outcome = fitCalibration(set.faces, set.people);
        REQUIRE(std::holds_alternative<std::string>(outcome));
        return std::get<std::string>(outcome);
    };
    Set few, fewPictures;
    few.add({.people = 3});
    fewPictures.add({.people = 40, .pictures = 4});

    CHECK(complaint({}).find("0 people with a face") == 0);
    CHECK(complaint(few).find("3 people with a face") == 0);
    CHECK(complaint(fewPictures).find("with 5 picture(s) at a time") != std::string::npos);
}
