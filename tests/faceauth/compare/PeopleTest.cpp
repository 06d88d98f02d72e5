// SPDX-License-Identifier: Apache-2.0
// Each of the practice's people against everybody's card. The people are invented, so the figures say that
// the pipeline tells faces apart, not how often it errs with real ones: for that see
// resources/face/calibration.json.
#include "tests/faceauth/TestPeople.h"

#include "faceauth/compare/PortraitDecoder.h"
#include "faceauth/compare/ShotComparison.h"
#include "faceauth/watch/FaceQuality.h"

#include <catch2/catch.hpp>
#include <map>

using namespace madoguchi;

namespace {

constexpr int kShots = kMostShots;

Embedding faceIn(const Image& image)
{
    auto faces = testModels().finder.find(image);
    REQUIRE(faces.size() == 1);
    return testModels().network.embed(image, faces.front().points);
}

Embedding cardOf(const std::string& name)
{
    const auto photo = decodePortrait(portraitOf(name).jpeg2000);
    REQUIRE(photo);
    return faceIn(*photo);
}

FaceDistance compare(const Embedding& card, const std::vector<Embedding>& shots)
{
    ShotComparison comparison{testModels().rule};
    comparison.setCard(card);
    for (const Embedding& shot : shots) {
        comparison.add(shot);
        if (comparison.face().nearness == Nearness::Near)
            break;
    }
    return comparison.face();
}

} // namespace

TEST_CASE("everybodyIsTakenForThemselvesAndForNobodyElse")
{
    const auto names = everybody();
    REQUIRE(names.size() >= 8);
    std::map<std::string, Embedding> cards;
    std::map<std::string, std::vector<Embedding>> shots;
    for (const std::string& name : names) {
        INFO(name);
        cards[name] = cardOf(name);
        for (const Image& image : atDesk(name, kShots))
            shots[name].push_back(faceIn(image));
    }

    for (const auto& [holder, card] : cards) {
        for (const auto& [person, live] : shots) {
            const FaceDistance found = compare(card, live);
            INFO("card of " << holder << ", before the camera " << person << ": " << found.score);
            CHECK((found.nearness == Nearness::Near) == (holder == person));
        }
    }
}
