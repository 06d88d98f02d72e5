// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/FaceModels.h"

#include "faceauth/networks/Files.h"
#include "faceauth/networks/ModelCatalogue.h"
#include "tests/faceauth/TestPeople.h"

#include <catch2/catch.hpp>
#include <fstream>

using namespace madoguchi;

namespace {

void copyModel(const std::filesystem::path& folder, const PublishedModel& model)
{
    for (const ModelFile& file : filesOf(model))
        std::filesystem::copy_file(std::filesystem::path{MADO_MODELS} / file.name, folder / file.name);
}

std::string_view refusedAt(const FaceModelFiles& files)
{
    const auto models = loadFaceModels(files);
    REQUIRE_FALSE(models);
    CHECK(models.fault().code == FaultCode::FaceModelMissing);
    return models.fault().where;
}

} // namespace

TEST_CASE("sha256IsTheStandards")
{
    const std::vector<std::uint8_t> abc{'a', 'b', 'c'};

    CHECK(sha256(abc) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("everyModelMustBeThereAndBeWhatTheCatalogueSays")
{
    const TestFolder folder;
    for (const PublishedModel* model : {&kFeatureModel, &kLivenessModel, &kLandmarkModel})
        copyModel(folder.path(), *model);
    const FaceModelFiles files{folder.path(), testModelFiles().calibration};
    REQUIRE(loadFaceModels(files));
    const PublishedModel& model = *GENERATE(&kFeatureModel, &kLivenessModel, &kLandmarkModel);
    const auto weights = folder.path() / model.weights.name;
    INFO(model.name);

    SECTION("one byte is another")
    {
        std::fstream file{weights, std::ios::in | std::ios::out | std::ios::binary};
        file.seekp(300'000);
        file.put('\x55');
        file.close();
        CHECK(refusedAt(files) == "faceauth/weightsHash");
    }
    SECTION("it is too short")
    {
        std::filesystem::resize_file(weights, std::filesystem::file_size(weights) - 1);
        CHECK(refusedAt(files) == "faceauth/weightsHash");
    }
    SECTION("it is absent: no weaker network takes its place")
    {
        std::filesystem::remove(weights);
        copyModel(folder.path(), kResidualModel);
        CHECK(refusedAt(files) == "faceauth/readModelFile");
    }
}

TEST_CASE("missingFilesAreNamedByTheirPlace")
{
    FaceModelFiles files = testModelFiles();

    SECTION("calibration")
    {
        files.calibration = "/nowhere.json";
        CHECK(refusedAt(files) == "faceauth/readModelFile");
    }
    SECTION("models")
    {
        files.folder = "/nowhere";
        CHECK(refusedAt(files) == "faceauth/readModelFile");
    }
    SECTION("a calibration for other weights")
    {
        const TestFolder folder;
        files.calibration = folder.path() / "other.json";
        std::ofstream{files.calibration}
            << R"({"calibrations":[{"model":"00","thresholds":[{"shots":1,"accept":0.9,"ask":1}]}]})";
        CHECK(refusedAt(files) == "faceauth/noCalibrationForModel");
    }
}

TEST_CASE("theShippedLimitsServe")
{
    CHECK(testModels().rule.thresholds(1).accept == 0.91);
    CHECK(testModels().rule.thresholds(3).accept == 0.93);
    CHECK(testModels().rule.thresholds(4).accept == 0.93);
    CHECK(testModels().rule.thresholds(5).accept == 0.94);
    CHECK(testModels().rule.thresholds(5).ask == 1.055);
}
