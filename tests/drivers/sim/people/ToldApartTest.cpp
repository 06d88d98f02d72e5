// SPDX-License-Identifier: Apache-2.0
// Holds the faces of faces.toml apart with the product's own pipeline: whoever changes a face learns here
// whom it came too close to. The margins are wider than the thresholds, so that a practice never hangs on a
// hair.
#include "drivers/sim/people/Casting.h"
#include "drivers/sim/people/LikenessFile.h"
#include "faceauth/compare/FaceModels.h"
#include "faceauth/compare/ShotComparison.h"

#include <catch2/catch.hpp>
#include <cstdio>

using namespace madoguchi;

namespace {

constexpr double kAlike = 0.6; ///< the accepting threshold is 0.93
constexpr double kApart = 1;   ///< the network sees drawn strangers nearer to each other than real ones
constexpr double kFound = 0.5; ///< the detector's score; the product's lenient gate is at 0.3

struct Person {
    std::string name;
    Embedding card;
    std::vector<Embedding> shots;
};

FaceModels& models()
{
    static FaceModels loaded = [] {
        auto files = loadFaceModels(
            {.folder = MADO_MODELS, .calibration = MADO_SOURCE_DIR "/resources/face/calibration.json"});
        REQUIRE(files);
        return *std::move(files);
    }();
    return loaded;
}

Embedding describe(const Shot& shot)
{
    const Image image = render(shot.view, shot.sitters);
    const std::vector<Face> faces = models().finder.find(image);
    REQUIRE(faces.size() == 1);
    CHECK(faces.front().score > kFound);
    return models().network.embed(image, faces.front().points);
}

/// The photo and five moments of looking at the camera, away from blink and turn.
Person meet(const Likeness& likeness)
{
    INFO(likeness.name);
    Person person{likeness.name, describe(chipPhoto(likeness)), {}};
    const Sequence sequence = atTheDesk(likeness);
    for (const int moment : {1, 2, 6, 7, 11})
        person.shots.push_back(
            describe(sequence.shots[static_cast<std::size_t>(sequence.loopFrom + moment)]));
    return person;
}

double score(const Person& holder, const Person& before)
{
    ShotComparison comparison{models().rule};
    comparison.setCard(holder.card);
    for (const Embedding& shot : before.shots)
        comparison.add(shot);
    return comparison.face().score;
}

} // namespace

TEST_CASE("syntheticPeopleAreToldApart")
{
    const auto likenesses = shippedLikenesses();
    REQUIRE(likenesses);
    std::vector<Person> people;
    for (const Likeness& likeness : *likenesses)
        people.push_back(meet(likeness));

    for (const Person& holder : people) {
        std::printf("%-10s", holder.name.c_str());
        for (const Person& person : people) {
            const double found = score(holder, person);
            std::printf(" %4.2f", found);
            INFO("card of " << holder.name << ", before the camera " << person.name);
            if (holder.name == person.name)
                CHECK(found < kAlike);
            else
                CHECK(found > kApart);
        }
        std::puts("");
    }
}
