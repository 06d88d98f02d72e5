// SPDX-License-Identifier: Apache-2.0
#include "faceauth/FaceModels.h"

#include "TestPeople.h"
#include "faceauth/Files.h"

#include <catch2/catch.hpp>
#include <fstream>

using namespace madoguchi;

namespace {

constexpr const char* kManifest = "face_recognition_model-weights_manifest.json";
constexpr const char* kWeights = "face_recognition_model.bin";

void copyModels(const std::filesystem::path& folder)
{
    for (const char* name : {kManifest, kWeights})
        std::filesystem::copy_file(std::filesystem::path{MADO_MODELS} / name, folder / name);
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
    copyModels(folder.path());
    std::fstream file{folder.path() / kWeights, std::ios::in | std::ios::out | std::ios::binary};
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
    copyModels(folder.path());
    std::filesystem::resize_file(folder.path() / kWeights, 6'000'000);

    CHECK_FALSE(loadPublishedNetwork(folder.path()));
}

TEST_CASE("missingFilesAreNamedByTheirPlace")
{
    FaceModelFiles files = testModelFiles();

    SECTION("landmarks")
    {
        files.landmarks = "/nowhere.dat";
        CHECK(refusedAt(files) == "faceauth/landmarkModel");
    }
    SECTION("something else as landmarks")
    {
        files.landmarks = files.calibration;
        CHECK(refusedAt(files) == "faceauth/landmarkModel");
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
    SECTION("a network that no calibration names is not even parsed")
    {
        files.descriptor = files.landmarks.parent_path() / "../dlib/../../../etc/hostname";
        CHECK(refusedAt(files) == "faceauth/noCalibrationForModel");
    }
}
