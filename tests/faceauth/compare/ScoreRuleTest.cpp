// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/ScoreRule.h"

#include "faceauth/compare/CalibrationFile.h"
#include "faceauth/networks/VectorMath.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>

using namespace madoguchi;

namespace {

const std::filesystem::path kTable{MADO_SOURCE_DIR "/resources/face/calibration.json"};
const std::string kMobile{"2c7d2d62b76c97528b736527aa09d310ea71743c9e3e79fb6c62d4b2d73af79b"};
const std::string kResidual{"b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589"};

ScoreRule simpleRule(std::vector<Embedding> centroids, std::vector<float> transform = {})
{
    return ScoreRule{{Centring{.centroids = std::move(centroids), .transform = std::move(transform)}},
                     {{.shots = 1, .accept = 1.05, .ask = 1.15}, {.shots = 3, .accept = 1.0, .ask = 1.1}}};
}

FaceTemplate face(float x, float y)
{
    Embedding vector{x, y};
    normalise(vector);
    return {vector};
}

} // namespace

TEST_CASE("theSameFaceScoresZero")
{
    const ScoreRule rule = simpleRule({{0.1F, 0.1F}, {0.9F, 0.9F}});

    CHECK(rule.score(face(1, 0), face(1, 0)) == Approx(0).margin(1e-6));
}

TEST_CASE("scoresAreDistancesBetweenCentredUnitVectors")
{
    // Around the centroid (0.5, 0) the unit vectors (1, 0) and (0, 1) point to (1, 0) and (-0.447, 0.894).
    const ScoreRule rule = simpleRule({{0.5F, 0}, {-5, -5}});

    CHECK(rule.score(face(1, 0), face(0, 1)) == Approx(1.7013).margin(1e-3));
}

TEST_CASE("theCardChoosesTheCentroidForBoth")
{
    const ScoreRule rule = simpleRule({{0.5F, 0}, {0, 0.5F}});
    const ScoreRule first = simpleRule({{0.5F, 0}});
    const ScoreRule second = simpleRule({{0, 0.5F}});
    const FaceTemplate a = face(1, 0.2F);
    const FaceTemplate b = face(0.2F, 0.9F);

    CHECK(rule.score(a, b) == Approx(first.score(a, b)));
    CHECK(rule.score(b, a) == Approx(second.score(b, a)));
    CHECK(rule.score(a, b) != Approx(second.score(a, b)));
}

TEST_CASE("theTransformIsRowsTimesVector")
{
    const std::vector<float> rows{1, 2, 3, 4};
    const std::vector<float> vector{10, 100};

    CHECK(multiply(rows, vector) == std::vector<float>{210, 430});
}

TEST_CASE("severalNetworksAddUpInTheirOwnScales")
{
    const Centring plain{.centroids = {{0, 0}}, .transform = {}, .mean = 1, .deviation = 0.5};
    const ScoreRule rule{{plain, plain}, {{.shots = 1, .accept = -8, .ask = -6}}};
    const FaceTemplate card{{1, 0}, {1, 0}};
    const FaceTemplate live{{1, 0}, {-1, 0}};

    CHECK(rule.score(card, live) == Approx((0 - 1) / 0.5 + (2 - 1) / 0.5));
}

TEST_CASE("thresholdsFollowTheNumberOfShots")
{
    const ScoreRule rule = simpleRule({{0, 0}});

    CHECK(rule.thresholds(1).accept == 1.05);
    CHECK(rule.thresholds(2).accept == 1.05);
    CHECK(rule.thresholds(3).accept == 1.0);
    CHECK(rule.thresholds(9).accept == 1.0);
}

TEST_CASE("theShippedCalibrationBelongsToThePublishedWeights")
{
    const auto rule = ScoreRule::load(kTable, {kResidual});

    REQUIRE(rule);
    CHECK(rule->thresholds(3).accept <= 1.05);
    CHECK(rule->thresholds(3).ask <= 1.15);
}

TEST_CASE("bothNetworksTogetherHaveTheirOwnThresholdsForEachNumberOfShots")
{
    const auto rule = ScoreRule::load(kTable, {kResidual, kMobile});

    REQUIRE(rule);
    CHECK(rule->thresholds(1).accept == -8.00);
    CHECK(rule->thresholds(1).ask == -6.02);
    CHECK(rule->thresholds(3).accept == -8.65);
    CHECK(rule->thresholds(4).ask == -6.50);
    CHECK(rule->thresholds(5).accept == -8.73);
    CHECK(rule->thresholds(5).ask == -6.53);
    CHECK_FALSE(ScoreRule::load(kTable, {kMobile, kResidual})); // the order is part of the key
}

TEST_CASE("aRuleCanBeAskedForByTheSizesOfItsEmbeddings")
{
    CHECK(ScoreRule::loadFor(kTable, {128, 1024}));
    CHECK(ScoreRule::loadFor(kTable, {1024}));
    CHECK_FALSE(ScoreRule::loadFor(kTable, {1024, 128}));
    CHECK_FALSE(ScoreRule::loadFor(kTable, {}));
}

TEST_CASE("shotsAreAveragedPerNetwork")
{
    const std::vector<FaceTemplate> shots{{{1, 0}, {0, 1}}, {{0, 1}, {0, 1}}};

    const FaceTemplate sum = fused(shots);

    CHECK(sum[0][0] == Approx(std::sqrt(0.5)));
    CHECK(sum[0][1] == Approx(std::sqrt(0.5)));
    CHECK(sum[1] == Embedding{0, 1});
}

TEST_CASE("aWrittenCalibrationIsReadBack")
{
    const std::filesystem::path file{MADO_TEST_DIR "/ScoreRuleTest.calibration.json"};
    const Calibration calibration{
        .about = {"test"},
        .modelHashes = {"a", "b"},
        .members =
            {{.centroids = {{0.1F, 0.2F}, {-0.3F, 0}}, .transform = {1, 2, 3, 4}, .mean = 1, .deviation = 2},
             {.centroids = {{0, 0, 0.5F}}, .transform = {}, .mean = 3, .deviation = 4}},
        .thresholds = {{.shots = 1, .accept = -2, .ask = -1}, {.shots = 3, .accept = -3, .ask = -2}}};
    const FaceTemplate card{{1, 0}, {0, 1, 0}};
    const FaceTemplate live{{0.6F, 0.8F}, {0, 0.6F, 0.8F}};

    REQUIRE(writeCalibration(file, calibration));
    const auto rule = ScoreRule::load(file, {"a", "b"});

    REQUIRE(rule);
    CHECK(rule->score(card, live) ==
          Approx(ScoreRule(calibration.members, calibration.thresholds).score(card, live)).margin(1e-5));
    CHECK(rule->thresholds(3).accept == -3);
    CHECK_FALSE(ScoreRule::load(file, {"a"}));
    std::filesystem::remove(file);
    CHECK_FALSE(writeCalibration("/nowhere/calibration.json", calibration));
}

TEST_CASE("calibrationsThatDoNotFitAreRefused")
{
    const std::filesystem::path file{MADO_TEST_DIR "/ScoreRuleTest.forged.json"};
    const auto table = [&](const std::string& member, const std::string& thresholds) {
        std::ofstream{file} << R"({"calibrations":[{"members":[{"model":"a","numbers":2,"mean":0,)" << member
                            << R"(}],"thresholds":)" << thresholds << "}]}";
        return file;
    };
    const std::string rows = R"([{"shots":1,"accept":-2,"ask":-1}])";
    const std::string good = R"("deviation":1,"centroids":[[0,0]])";

    CHECK(ScoreRule::load(table(good, rows), {"a"}));
    for (const char* member :
         {R"("deviation":0,"centroids":[[0,0]])", R"("deviation":1,"centroids":[])", R"("deviation":1)",
          R"("deviation":1,"centroids":[[0]])", R"("deviation":1,"centroids":[[0,"x"]])",
          R"("deviation":1,"centroids":[[0,1e99]])",
          R"("deviation":1,"centroids":[[0,0]],"transform":[1,2,3])",
          R"("deviation":1,"centring":"../x","whitened":false)"}) {
        INFO(member);
        CHECK_FALSE(ScoreRule::load(table(member, rows), {"a"}));
    }
    for (const char* thresholds :
         {"[]", "7", R"([{"shots":3,"accept":-2,"ask":-1}])", R"([{"shots":1,"accept":0,"ask":-1}])"}) {
        INFO(thresholds);
        CHECK_FALSE(ScoreRule::load(table(good, thresholds), {"a"}));
    }
    std::filesystem::remove(file);
}

TEST_CASE("aModelWithoutCalibrationIsRefused")
{
    const auto rule = ScoreRule::load(kTable, {std::string(64, '0')});

    REQUIRE_FALSE(rule);
    CHECK(rule.fault().code == FaultCode::FaceModelMissing);
}

TEST_CASE("noModelsAndTooManyModelsAreRefused")
{
    CHECK_FALSE(ScoreRule::load(kTable, {}));
    CHECK_FALSE(ScoreRule::load(kTable, {kResidual, kResidual}));
    CHECK_FALSE(ScoreRule::load(MADO_SOURCE_DIR "/resources/face/residual-centring.txt", {kResidual}));
    CHECK_FALSE(ScoreRule::load(MADO_SOURCE_DIR "/nowhere.json", {kResidual}));
}

TEST_CASE("theThresholdOfRawVectorsMustNotBeUsedOnUnitVectors")
{
    // 0.6 between raw vectors of length 1.5 is 0.4 between unit vectors: whoever normalises and keeps 0.6
    // lets pairs pass that the raw rule refuses. Our thresholds are of a third kind and never 0.6.
    Embedding a{1.5F, 0};
    Embedding b{1.5F * std::cos(0.55F), 1.5F * std::sin(0.55F)};
    const double raw = distance(a, b);
    normalise(a);
    normalise(b);

    CHECK(raw > 0.6);
    CHECK(distance(a, b) < 0.6);
    const auto rule = ScoreRule::load(kTable, {kResidual});
    REQUIRE(rule);
    CHECK(rule->thresholds(1).accept > 0.9);
}
