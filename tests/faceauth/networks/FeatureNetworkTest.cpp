// SPDX-License-Identifier: Apache-2.0
// The face network against another run time. The expected numbers come from onnxruntime-web 1.14.0 (npm;
// backend "wasm", one thread, node 20) on the same file and pictures: planes blue, green, red of (value -
// 127) / 128.
#include "faceauth/networks/FeatureNetwork.h"

#include "faceauth/networks/FaceChip.h"
#include "faceauth/networks/ModelCatalogue.h"
#include "tests/faceauth/TestPeople.h"
#include "tests/faceauth/networks/FormulaPicture.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <utility>

using namespace madoguchi;

namespace {

constexpr double kTolerance = 1e-4;

FeatureNetwork published()
{
    const auto content = readPublished(MADO_MODELS, kFeatureModel);
    REQUIRE(content);
    auto network = FeatureNetwork::fromOnnx(content->weights);
    REQUIRE(network);
    return std::move(*network);
}

double length(const Embedding& vector)
{
    return distance(vector, Embedding(vector.size()));
}

} // namespace

TEST_CASE("theFaceNetworkAnswersLikeAnotherRunTime")
{
    auto network = published();

    const Embedding answer = network.describe(formulaPicture(FeatureNetwork::kChipSize));

    REQUIRE(answer.size() == FeatureNetwork::kNumbers);
    CHECK(length(answer) == Approx(1.7551220).margin(kTolerance));
    const std::pair<std::size_t, double> expected[]{{0, 0.1092574},    {1, -0.0601901},   {100, -0.0425907},
                                                    {255, -0.0719091}, {300, -0.0429261}, {444, -0.0095981},
                                                    {511, -0.1052731}};
    for (const auto& [index, value] : expected) {
        INFO(index);
        CHECK(answer[index] == Approx(value).margin(kTolerance));
    }
}

TEST_CASE("aFaceNetworkThatGetsRedFirstIsNoticed")
{
    auto network = published();
    const Embedding blue = network.describe(plainPicture(FeatureNetwork::kChipSize, 255, 0, 0));
    const Embedding red = network.describe(plainPicture(FeatureNetwork::kChipSize, 0, 0, 255));

    CHECK(knowsBlue(blue));
    CHECK_FALSE(knowsBlue(red)); // what a blue picture looks like when red and blue are swapped
}

TEST_CASE("changedWeightsOfTheFaceNetworkGiveAnotherAnswerAndAreRefused")
{
    auto content = readPublished(MADO_MODELS, kFeatureModel);
    REQUIRE(content);
    auto& bytes = content->weights;
    std::rotate(bytes.begin() + 3'900'000, bytes.begin() + 3'900'400, bytes.begin() + 4'400'000);

    const auto network = FeatureNetwork::fromOnnx(bytes);

    REQUIRE_FALSE(network);
    CHECK(network.fault().code == FaultCode::FaceModelMissing);
}

TEST_CASE("aFileThatIsNoOnnxIsRefused")
{
    CHECK_FALSE(FeatureNetwork::fromOnnx({}));
    const std::vector<std::uint8_t> noise(4096, 0x5A);
    CHECK_FALSE(FeatureNetwork::fromOnnx(noise));
    const auto other = readPublished(MADO_MODELS, kLivenessModel);
    REQUIRE(other);
    CHECK_FALSE(FeatureNetwork::fromOnnx(other->weights)); // a network, but not this one
}

TEST_CASE("aFaceAndItsMirrorImageAreOneVector")
{
    auto network = published();
    const Image picture = atDesk("hanako", 1).front();
    auto finder = testModels().finder;
    const auto faces = finder.find(picture);
    REQUIRE(faces.size() == 1);
    const auto other = finder.find(mirrored(picture));
    REQUIRE(other.size() == 1);

    const Embedding one = network.embed(picture, faces.front().points);
    const Embedding same = network.embed(mirrored(picture), other.front().points);

    CHECK(length(one) == Approx(1).margin(1e-5));
    CHECK(distance(one, same) < 0.25); // what landmarks find in a mirror is a little beside
}
