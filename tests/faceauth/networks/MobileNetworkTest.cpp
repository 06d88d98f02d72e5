// SPDX-License-Identifier: Apache-2.0
// The second network against TensorFlow.js. The expected numbers come from the package's own copy of it
// (@vladmandic/human 3.3.6, dist/tfjs.esm.js, backend "cpu", node 20): loadGraphModel of models/faceres.json
// and .bin, executed up to global_pooling/Mean on formulaChip() minus the means, blue first.
#include "faceauth/networks/MobileNetwork.h"

#include "FormulaPicture.h"
#include "faceauth/compare/FaceModels.h"
#include "faceauth/networks/GraphModel.h"
#include "faceauth/networks/ModelCatalogue.h"
#include "faceauth/networks/VectorMath.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <utility>

using namespace madoguchi;

namespace {

constexpr double kTolerance = 1e-4;

MobileNetwork published()
{
    auto network = loadPublishedMobileNetwork(MADO_MODELS);
    REQUIRE(network);
    return std::move(*network);
}

double length(const Embedding& vector)
{
    return distance(vector, Embedding(vector.size()));
}

} // namespace

TEST_CASE("theMobileNetworkAnswersLikeTensorFlow")
{
    auto network = published();

    const Embedding answer = network.describe(formulaPicture(MobileNetwork::kChipSize));

    REQUIRE(answer.size() == MobileNetwork::kNumbers);
    CHECK(length(answer) == Approx(1.7796188).margin(kTolerance));
    CHECK(std::count_if(answer.begin(), answer.end(), [](float value) { return value > 0; }) == 58);
    const std::pair<std::size_t, double> expected[]{{444, 1.1357089}, {568, 0.6018032}, {160, 0.5605505},
                                                    {584, 0.5403047}, {87, 0.4533843},  {818, 0.3867441},
                                                    {394, 0.3262787}, {854, 0.3116863}, {0, 0.0},
                                                    {511, 0.0},       {1023, 0.0}};
    for (const auto& [index, value] : expected) {
        INFO(index);
        CHECK(answer[index] == Approx(value).margin(kTolerance));
    }
}

TEST_CASE("aNetworkThatGetsRedFirstIsNoticed")
{
    auto network = published();
    const Embedding blue = network.describe(plainPicture(MobileNetwork::kChipSize, 255, 0, 0));
    const Embedding red = network.describe(plainPicture(MobileNetwork::kChipSize, 0, 0, 255));

    CHECK(knowsBlue(length(blue)));
    CHECK_FALSE(knowsBlue(length(red))); // what a blue picture looks like when red and blue are swapped
    CHECK(length(blue) == Approx(0.716762).margin(kTolerance));
}

TEST_CASE("changedWeightsGiveAnotherAnswerAndAreRefused")
{
    auto content = readPublished(MADO_MODELS, kMobileModel);
    REQUIRE(content);
    std::rotate(content->weights.begin() + 5'500'000, content->weights.begin() + 5'500'002,
                content->weights.begin() + 6'400'000);

    const auto network = MobileNetwork::fromGraphModel(content->text(), content->weights);

    REQUIRE_FALSE(network);
    CHECK(network.fault().where == "faceauth/mobileAnswer");
}

TEST_CASE("anotherNodeOfTheGraphIsNotAFaceNetwork")
{
    auto content = readPublished(MADO_MODELS, kMobileModel);
    REQUIRE(content);

    CHECK(readGraphModel(content->text(), content->weights, "conv1_relu/Relu"));
    CHECK_FALSE(readGraphModel(content->text(), content->weights, "feats/Relu"));
    CHECK_FALSE(readGraphModel(content->text(), content->weights, "nowhere"));
}
