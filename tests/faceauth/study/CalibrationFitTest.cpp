// SPDX-License-Identifier: Apache-2.0
// The fit on made-up people: unit vectors around a centre per group, a place of their own and a little noise.
#include "faceauth/study/CalibrationFit.h"

#include "faceauth/networks/VectorMath.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace madoguchi;

namespace {

struct Crowd {
    int people{20};
    int pictures{8};
    float noise{0.15F};
};

class Invented {
public:
    Embedding vector(std::size_t size, float spread)
    {
        Embedding numbers(size);
        for (float& number : numbers)
            number = spread * normal_(random_);
        return numbers;
    }

    /// Their centre, the person's place, the picture's noise; the second network sees something else.
    void add(std::vector<LabelledFace>& faces, const std::string& group, const Crowd& crowd)
    {
        const FaceTemplate centre{vector(16, 1), vector(24, 1)};
        for (int person = 0; person < crowd.people; ++person) {
            const FaceTemplate place{vector(16, 0.5F), vector(24, 0.5F)};
            for (int picture = 0; picture < crowd.pictures; ++picture) {
                LabelledFace face{centre, group + std::to_string(person), group};
                for (std::size_t i = 0; i < face.face.size(); ++i) {
                    madoguchi::add(face.face[i], place[i]);
                    madoguchi::add(face.face[i], vector(face.face[i].size(), crowd.noise));
                    normalise(face.face[i]);
                }
                faces.push_back(std::move(face));
            }
        }
    }

private:
    std::mt19937 random_{42};
    std::normal_distribution<float> normal_;
};

std::vector<LabelledFace> twoGroups(const Crowd& crowd)
{
    std::vector<LabelledFace> faces;
    Invented invented;
    invented.add(faces, "east", crowd);
    invented.add(faces, "west", crowd);
    return faces;
}

std::string complaintAbout(const std::vector<LabelledFace>& faces)
{
    const auto outcome = fitCalibration(faces);
    REQUIRE(std::holds_alternative<std::string>(outcome));
    return std::get<std::string>(outcome);
}

} // namespace

TEST_CASE("theFitTellsInventedPeopleApart")
{
    const auto faces = twoGroups({});

    const auto outcome = fitCalibration(faces);

    REQUIRE(std::holds_alternative<CalibrationFit>(outcome));
    const auto& fit = std::get<CalibrationFit>(outcome);
    REQUIRE(fit.members.size() == 2);
    CHECK(fit.members[0].centroids.size() == 2);
    CHECK(fit.members[0].transform.size() == 16 * 16);
    REQUIRE(fit.thresholds.size() == 3);
    CHECK(fit.figures.size() == 6);
    for (const FitFigures& figures : fit.figures) {
        INFO(figures.group << ' ' << figures.shots);
        CHECK(figures.strangers >= 1000);
        CHECK(figures.holders > 0);
        CHECK(figures.falseMatchAccept <= kAcceptRate);
        CHECK(figures.falseMatchAsk <= kAskRate);
        CHECK(figures.falseNonMatchAsk <= figures.falseNonMatchAccept);
        CHECK(figures.falseNonMatchAccept < 0.1);
    }
    const ScoreRule rule{fit.members, fit.thresholds};
    CHECK(rule.score(faces[0].face, faces[1].face) < rule.thresholds(1).accept);
    CHECK(rule.score(faces[0].face, faces[8].face) > rule.thresholds(1).ask);
}

TEST_CASE("centroidsAreTheGroupsMeans")
{
    const auto faces = twoGroups({});
    const auto outcome = fitCalibration(faces);
    REQUIRE(std::holds_alternative<CalibrationFit>(outcome));

    Embedding mean(16);
    for (const LabelledFace& face : faces)
        if (face.group == "east")
            add(mean, face.face[0]);
    for (float& number : mean)
        number /= 160;

    CHECK(distance(std::get<CalibrationFit>(outcome).members[0].centroids[0], mean) < 1e-5);
}

TEST_CASE("eachNetworksDistancesBetweenStrangersAreOnOneScale")
{
    const auto faces = twoGroups({});
    const auto outcome = fitCalibration(faces);
    REQUIRE(std::holds_alternative<CalibrationFit>(outcome));
    const ScoreRule rule{std::get<CalibrationFit>(outcome).members,
                         std::get<CalibrationFit>(outcome).thresholds};

    double sum = 0;
    int count = 0;
    for (std::size_t i = 0; i < 160; i += 8)
        for (std::size_t j = 0; j < 160; j += 8)
            if (i != j) {
                sum += rule.score(faces[i].face, faces[j].face);
                ++count;
            }

    CHECK(sum / count == Approx(0).margin(0.3));
}

TEST_CASE("alikePeopleGetStricterThresholds")
{
    const auto clear = fitCalibration(twoGroups({.noise = 0.1F}));
    const auto noisy = fitCalibration(twoGroups({.noise = 0.6F}));

    REQUIRE(std::holds_alternative<CalibrationFit>(clear));
    REQUIRE(std::holds_alternative<CalibrationFit>(noisy));
    CHECK(std::get<CalibrationFit>(noisy).figures.front().falseNonMatchAccept >
          std::get<CalibrationFit>(clear).figures.front().falseNonMatchAccept);
}

TEST_CASE("tooFewFacesAreRefusedWithTheReason")
{
    CHECK(complaintAbout({}) == "no faces");
    CHECK(complaintAbout(twoGroups({.people = 3})).find("group east: 3 people") == 0);
    CHECK(complaintAbout(twoGroups({.people = 4, .pictures = 2})).find("group east: 16 comparisons") == 0);
    CHECK(complaintAbout(twoGroups({.people = 40, .pictures = 4})).find("with 5 picture(s)") !=
          std::string::npos);
}

TEST_CASE("aGroupWithoutSeveralPicturesOfAnybodyIsNamed")
{
    std::vector<LabelledFace> faces;
    Invented invented;
    invented.add(faces, "east", {});
    invented.add(faces, "west", {.people = 80, .pictures = 2});

    CHECK(complaintAbout(faces).find("group west: 0 comparisons between different people with 3") == 0);
}
