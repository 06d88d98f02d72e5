// SPDX-License-Identifier: Apache-2.0
// The second voice against another run time: the softmax of what onnxruntime-web 1.14.0 (npm; backend "wasm",
// one thread, node 20) answers on the same file and picture, planes blue, green, red of 0 to 255.
#include "faceauth/networks/LivenessNetwork.h"

#include "drivers/sim/people/Attacks.h"
#include "faceauth/compare/PresenceVotes.h"
#include "faceauth/networks/ModelCatalogue.h"
#include "tests/faceauth/TestPeople.h"
#include "tests/faceauth/networks/FormulaPicture.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

using namespace madoguchi;

namespace {

/// The median over the pictures in which a face is found.
double aliveIn(const std::vector<Image>& pictures)
{
    std::vector<double> looks;
    for (const Image& picture : pictures)
        if (const auto faces = testModels().finder.find(picture); faces.size() == 1)
            looks.push_back(testModels().liveness.alive(surroundings(picture, faces.front().box)));
    REQUIRE(looks.size() >= PresenceVotes::kLeastLooks);
    return median(std::move(looks));
}

} // namespace

TEST_CASE("theSecondVoiceAnswersLikeAnotherRunTime")
{
    const double expected = 1 / (1 + std::exp(0.3866529 - 2.3570015) + std::exp(-2.7436182 - 2.3570015));

    CHECK(testModels().liveness.alive(formulaPicture(LivenessNetwork::kChipSize)) ==
          Approx(expected).margin(1e-4));
}

TEST_CASE("changedWeightsOfTheSecondVoiceAreRefused")
{
    auto content = readPublished(MADO_MODELS, kLivenessModel);
    REQUIRE(content);
    auto& bytes = content->weights;
    std::rotate(bytes.begin() + 1'000'000, bytes.begin() + 1'000'400, bytes.begin() + 1'500'000);

    CHECK_FALSE(LivenessNetwork::fromOnnx(bytes));
    CHECK_FALSE(LivenessNetwork::fromOnnx({}));
}

TEST_CASE("whatIsAroundAFaceStaysInsideTheFrame")
{
    const Image frame = formulaPicture(300);

    for (const Box& face :
         {Box{0, 0, 80, 90}, Box{220, 210, 80, 90}, Box{20, 20, 260, 270}, Box{-10, -10, 60, 60}}) {
        const Image chip = surroundings(frame, face);
        CHECK(chip.width == LivenessNetwork::kChipSize);
        CHECK(chip.height == LivenessNetwork::kChipSize);
    }
}

TEST_CASE("aDrawnPersonIsThereAndTheirPrintAndFilmAreNot")
{
    const Likeness& hanako = likenessOf("hanako");
    const auto turn = headTurn(hanako, Turn::ToTheirLeft);
    const auto shown = [&](AttackSpecies species) {
        return aliveIn(attack(species, hanako, Turn::ToTheirLeft, turn, {}, 0.5F));
    };

    CHECK(aliveIn(turn) > PresenceVotes::kAlive);
    CHECK(shown(AttackSpecies::FlatPrint) < PresenceVotes::kAlive);
    CHECK(shown(AttackSpecies::BentPrint) < PresenceVotes::kAlive);
    CHECK(shown(AttackSpecies::PhoneVideo) < PresenceVotes::kAlive);
}
