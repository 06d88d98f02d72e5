// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/FaceModels.h"

#include "tests/faceauth/TestPeople.h"
#include "faceauth/networks/Files.h"
#include "faceauth/networks/ModelCatalogue.h"
#include "faceauth/networks/VectorMath.h"

#include <catch2/catch.hpp>
#include <fstream>

using namespace madoguchi;

namespace {

void copyModel(const std::filesystem::path& folder, const PublishedModel& model)
{
    for (const ModelFile& file : {model.description, model.weights})
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

TEST_CASE("oneChangedByteOfTheWeightsIsNoticed")
{
    const TestFolder folder;
    copyModel(folder.path(), kResidualModel);
    std::fstream file{folder.path() / kResidualModel.weights.name,
                      std::ios::in | std::ios::out | std::ios::binary};
    file.seekp(3'000'000);
    file.put('\x55');
    file.close();

    const auto network = loadPublishedNetwork(folder.path());

    REQUIRE_FALSE(network);
    CHECK(network.fault().where == "faceauth/weightsHash");
}

TEST_CASE("shortWeightsAreNoticed")
{
    const TestFolder folder;
    copyModel(folder.path(), kResidualModel);
    std::filesystem::resize_file(folder.path() / kResidualModel.weights.name, 6'000'000);

    CHECK_FALSE(loadPublishedNetwork(folder.path()));
}

TEST_CASE("missingFilesAreNamedByTheirPlace")
{
    FaceModelFiles files = testModelFiles();

    SECTION("landmarks")
    {
        files.landmarks = "/nowhere";
        CHECK(refusedAt(files) == "faceauth/readModelFile");
    }
    SECTION("calibration")
    {
        files.calibration = "/nowhere.json";
        CHECK(refusedAt(files) == "faceauth/readModelFile");
    }
    SECTION("weights")
    {
        files.descriptor = "/nowhere";
        CHECK(refusedAt(files) == "faceauth/readModelFile");
    }
    SECTION("a folder without any network")
    {
        files.descriptor = "/";
        CHECK(refusedAt(files) == "faceauth/noNetwork");
    }
    SECTION("a network that no calibration names is not even parsed")
    {
        files.descriptor = "/etc/hostname";
        files.landmarks = MADO_MODELS;
        CHECK(refusedAt(files) == "faceauth/noCalibrationForModel");
    }
}

TEST_CASE("bothNetworksServeWhenBothAreThere")
{
    REQUIRE(testModels().embedders.size() == 2);
    CHECK(testModels().embedders[0]->modelHash() == kResidualModel.weights.sha256);
    CHECK(testModels().embedders[1]->modelHash() == kMobileModel.weights.sha256);
    CHECK(testModels().rule.thresholds(1).accept == -8.00);
    CHECK(testModels().rule.thresholds(3).accept == -8.65);
    CHECK(testModels().rule.thresholds(5).ask == -6.53);
}

TEST_CASE("oneNetworkServesByItsOwnCalibrationWhenTheOtherIsAbsent")
{
    const TestFolder folder;
    const bool residual = GENERATE(true, false);
    copyModel(folder.path(), kLandmarkModel);
    copyModel(folder.path(), residual ? kResidualModel : kMobileModel);
    FaceModelFiles files = testModelFiles();
    files.descriptor = folder.path();

    const auto models = loadFaceModels(files);

    REQUIRE(models);
    REQUIRE(models->embedders.size() == 1);
    CHECK(models->embedders.front()->numbers() == (residual ? 128 : 1024));
    CHECK(models->rule.thresholds(1).accept == (residual ? 1.05 : -4.4));
}

TEST_CASE("aForgedNetworkIsNoReasonToDoWithout")
{
    const TestFolder folder;
    for (const PublishedModel* model : kCatalogue)
        copyModel(folder.path(), *model);
    FaceModelFiles files = testModelFiles();
    files.descriptor = folder.path();

    SECTION("one byte of the weights")
    {
        std::fstream file{folder.path() / kMobileModel.weights.name,
                          std::ios::in | std::ios::out | std::ios::binary};
        file.seekp(123);
        file.put('\x55');
    }
    SECTION("a graph of somebody else's")
    {
        std::ofstream{folder.path() / kMobileModel.description.name} << "{}";
    }

    CHECK(refusedAt(files) == "faceauth/weightsHash");
}

TEST_CASE("bothWaysOfDescribingGiveTheSame")
{
    const Image picture = atDesk("hanako", 1).front();
    const auto faces = testModels().finder.find(picture);
    REQUIRE(faces.size() == 1);

    const FaceTemplate one = testModels().describe(picture, faces.front().points);
    const FaceTemplate quick = testModels().describeQuickly(picture, faces.front().points);

    REQUIRE(one.size() == 2);
    CHECK(one == quick);
    CHECK(distance(one[0], Embedding(128)) == Approx(1).margin(1e-5));
    CHECK(distance(one[1], Embedding(1024)) == Approx(1).margin(1e-5));
}
