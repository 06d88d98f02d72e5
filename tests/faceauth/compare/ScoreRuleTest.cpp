// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/ScoreRule.h"

#include "faceauth/compare/CalibrationFile.h"
#include "faceauth/networks/ModelCatalogue.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>

using namespace madoguchi;

namespace {

const std::filesystem::path kTable{MADO_SOURCE_DIR "/resources/face/calibration.json"};

} // namespace

TEST_CASE("thresholdsFollowTheNumberOfShots")
{
    const ScoreRule rule{
        {{.shots = 1, .accept = 1.05, .ask = 1.15}, {.shots = 3, .accept = 1.0, .ask = 1.1}}};

    CHECK(rule.thresholds(1).accept == 1.05);
    CHECK(rule.thresholds(2).accept == 1.05);
    CHECK(rule.thresholds(3).accept == 1.0);
    CHECK(rule.thresholds(9).accept == 1.0);
}

TEST_CASE("theShippedCalibrationBelongsToThePublishedWeights")
{
    CHECK(ScoreRule::load(kTable, kFeatureModel.weights.sha256));
    CHECK_FALSE(ScoreRule::load(kTable, kResidualModel.weights.sha256));
    CHECK_FALSE(ScoreRule::load(kTable, ""));
}

TEST_CASE("shotsAreAveraged")
{
    const std::vector<Embedding> shots{{1, 0}, {0, 1}};

    const Embedding sum = fused(shots);

    CHECK(sum[0] == Approx(std::sqrt(0.5)));
    CHECK(sum[1] == Approx(std::sqrt(0.5)));
}

TEST_CASE("aWrittenCalibrationIsReadBack")
{
    const std::filesystem::path file{MADO_TEST_DIR "/ScoreRuleTest.calibration.json"};
    const Calibration calibration{
        .about = {"test"},
        .modelHash = "a",
        .thresholds = {{.shots = 1, .accept = 0.8, .ask = 1}, {.shots = 3, .accept = 0.85, .ask = 1.02}}};

    REQUIRE(writeCalibration(file, calibration));
    const auto rule = ScoreRule::load(file, "a");

    REQUIRE(rule);
    CHECK(rule->thresholds(1).ask == 1);
    CHECK(rule->thresholds(3).accept == 0.85);
    CHECK_FALSE(ScoreRule::load(file, "b"));
    std::filesystem::remove(file);
    CHECK_FALSE(writeCalibration("/nowhere/calibration.json", calibration));
}

TEST_CASE("calibrationsThatDoNotFitAreRefused")
{
    const std::filesystem::path file{MADO_TEST_DIR "/ScoreRuleTest.forged.json"};
    const auto load = [&](const std::string& text) {
        std::ofstream{file} << text;
        return ScoreRule::load(file, "a");
    };
    const auto rows = [](const std::string& thresholds) {
        return R"({"calibrations":[{"model":"a","thresholds":)" + thresholds + "}]}";
    };

    CHECK(load(rows(R"([{"shots":1,"accept":0.9,"ask":1}])")));
    for (const char* thresholds :
         {"[]", "7", R"([{"shots":3,"accept":0.9,"ask":1}])", R"([{"shots":1,"accept":1,"ask":0.9}])",
          R"([{"shots":1,"accept":0.9}])", R"([{"shots":1,"accept":"x","ask":1}])",
          R"([{"shots":1,"accept":0.9,"ask":1},{"shots":1,"accept":0.9,"ask":1}])"}) {
        INFO(thresholds);
        CHECK_FALSE(load(rows(thresholds)));
    }
    for (const char* text :
         {"", "{}", "[]", R"({"calibrations":[{}]})", R"({"calibrations":[{"model":7}]})"}) {
        INFO(text);
        CHECK_FALSE(load(text));
    }
    std::filesystem::remove(file);
}

TEST_CASE("aModelWithoutCalibrationIsRefused")
{
    const auto rule = ScoreRule::load(kTable, std::string(64, '0'));

    REQUIRE_FALSE(rule);
    CHECK(rule.fault().code == FaultCode::FaceModelMissing);
    CHECK_FALSE(ScoreRule::load(MADO_SOURCE_DIR "/nowhere.json", kFeatureModel.weights.sha256));
}
