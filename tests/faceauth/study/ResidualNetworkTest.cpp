// SPDX-License-Identifier: Apache-2.0
#include "faceauth/study/ResidualNetwork.h"

#include "faceauth/networks/Files.h"
#include "faceauth/networks/OneThread.h"
#include "faceauth/networks/VectorMath.h"
#include "tests/faceauth/TestPeople.h"
#include "tests/faceauth/networks/FormulaPicture.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

Image plainChip(std::uint8_t value)
{
    constexpr int kSize = ResidualNetwork::kChipSize;
    Image chip;
    chip.width = kSize;
    chip.height = kSize;
    chip.stride = 3 * kSize;
    chip.pixels.assign(static_cast<std::size_t>(3 * kSize * kSize), value);
    return chip;
}

std::vector<Tensor> publishedTensors()
{
    const std::filesystem::path folder{MADO_MODELS};
    const auto manifest = readModelFile(folder / "face_recognition_model-weights_manifest.json", 1 << 20);
    const auto data = readModelFile(folder / "face_recognition_model.bin", 1 << 24);
    REQUIRE(manifest);
    REQUIRE(data);
    auto tensors = readWeights({reinterpret_cast<const char*>(manifest->data()), manifest->size()}, *data);
    REQUIRE(tensors);
    return std::move(*tensors);
}

} // namespace

TEST_CASE("thePublishedWeightsMakeTheKnownNetwork")
{
    const auto tensors = publishedTensors();
    REQUIRE(tensors.size() == 117);

    auto network = ResidualNetwork::fromWeights(tensors);

    REQUIRE(network);
    const Embedding black = network->describe(plainChip(0));
    REQUIRE(black.size() == ResidualNetwork::kNumbers);
    CHECK(distance(black, Embedding(black.size())) == Approx(1.30831).margin(2e-5));
}

// The expected numbers come from face-api itself (@vladmandic/face-api 1.7.15, dist/face-api.node-wasm.js,
// backend "cpu", node 20): FaceRecognitionNet.forward() on the same picture, red first, its distance from the
// means multiplied by 255/256. face-api divides by 255, dlib, with which the weights were trained, by 256.
TEST_CASE("theResidualNetworkAnswersLikeTensorFlow")
{
    auto network = ResidualNetwork::load(MADO_MODELS);
    REQUIRE(network);

    const Embedding answer = network->describe(formulaPicture(ResidualNetwork::kChipSize));

    CHECK(distance(answer, Embedding(answer.size())) == Approx(1.3110078).margin(1e-4));
    const std::pair<std::size_t, double> expected[]{
        {0, -0.0874170},  {1, 0.0862969},  {2, 0.0339770},  {3, -0.0402773},   {31, 0.0854477},
        {63, -0.0932179}, {64, 0.2557455}, {95, 0.0081958}, {122, -0.2316431}, {127, 0.0080764}};
    for (const auto& [index, value] : expected) {
        INFO(index);
        CHECK(answer[index] == Approx(value).margin(1e-4));
    }
}

TEST_CASE("redAndBlueAreNotTheSameToTheNetwork")
{
    auto network = ResidualNetwork::load(MADO_MODELS);
    REQUIRE(network);
    Image red = plainChip(0);
    Image blue = plainChip(0);
    for (std::size_t i = 0; i < red.pixels.size(); i += 3) {
        blue.pixels[i] = 255;
        red.pixels[i + 2] = 255;
    }

    CHECK(distance(network->describe(red), network->describe(blue)) > 0.01);
}

TEST_CASE("tensorsThatDoNotFitAreRefused")
{
    auto tensors = publishedTensors();

    SECTION("one is missing")
    {
        tensors.pop_back();
    }
    SECTION("two changed places")
    {
        std::swap(tensors[0], tensors[4]);
    }
    SECTION("a shape lies")
    {
        tensors[0].shape = {7, 7, 32, 3, 1};
    }
    SECTION("a shift is too short")
    {
        tensors[3].values.pop_back();
    }
    SECTION("one value of the first filter differs")
    {
        tensors[1].values[0] += 100;
    }

    const auto network = ResidualNetwork::fromWeights(tensors);
    REQUIRE_FALSE(network);
    CHECK(network.fault().code == FaultCode::FaceModelMissing);
}

TEST_CASE("matrixMultiplicationStaysOnOneThread")
{
    CHECK(useOneThread());
}
