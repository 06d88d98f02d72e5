// SPDX-License-Identifier: Apache-2.0
#include "drivers/cardprint/CardFaceReader.h"

#include "drivers/sim/cardprint/InventedCards.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace madoguchi;

namespace {

Image plain(int width, int height, std::uint8_t grey)
{
    return {.width = width,
            .height = height,
            .stride = 3 * width,
            .format = PixelFormat::Bgr8,
            .pixels = std::vector<std::uint8_t>(static_cast<std::size_t>(3 * width * height), grey)};
}

CardFaceVerdict verdict(const Image& picture)
{
    return readCardFace(picture, kToday).verdict;
}

Image hanako(const CardScene& scene)
{
    return photograph(cardOf(personOf(3), 3), scene);
}

} // namespace

TEST_CASE("cardMayLieTheOtherWayUp")
{
    CardScene scene;
    scene.turn = 180;

    const auto reading = readCardFace(hanako(scene), kToday);

    CHECK(reading.number == securityNumber(personOf(3)));
}

TEST_CASE("turnedTiltedAndBlurredAsFarAsADeskAllows")
{
    for (const double turn : {-15.0, 15.0})
        for (const double tiltX : {-15.0, 15.0})
            for (const double tiltY : {-15.0, 15.0}) {
                INFO(turn << ' ' << tiltX << ' ' << tiltY);

                const auto reading =
                    readCardFace(hanako({.turn = turn, .tiltX = tiltX, .tiltY = tiltY, .blur = 0.9}), kToday);

                CHECK(reading.number == securityNumber(personOf(3)));
            }
}

TEST_CASE("everyErasFirstAndLaterYearsAreReadAndWesternOnes")
{
    const auto read = [](int year, unsigned month, Persona::Calendar calendar = Persona::Calendar::Era) {
        auto person = personOf(3);
        person.birth = std::chrono::year{year} / static_cast<int>(month) / 28;
        person.cardExpiry = std::chrono::year{2031} / static_cast<int>(month) / 28;
        person.securityCode = "0917";
        person.calendar = calendar;
        return readCardFace(photograph(cardOf(person, 3), {}), kToday).number;
    };

    CHECK(read(1912, 12) == "01122820310917"); // 大正元年
    CHECK(read(1926, 12) == "01122820310917"); // 昭和元年
    CHECK(read(1987, 10) == "62102820310917");
    CHECK(read(1989, 6) == "01062820310917"); // 平成元年
    CHECK(read(2019, 4) == "31042820310917"); // 平成31年
    CHECK(read(2019, 5) == "01052820310917"); // 令和元年
    CHECK(read(2025, 2) == "07022820310917");
    CHECK(read(1990, 2, Persona::Calendar::Western) == "90022820310917");
}

// The photo's upright edge lengthened the line beside it; a low part of a character was taken for a speck.
TEST_CASE("whatStandsBesideALineDoesNotHideIt")
{
    for (const std::uint32_t seed : {12U, 50'027U, 50'634U, 50'841U, 900'466U, 900'986U}) {
        INFO(seed);

        CHECK(readCardFace(photograph(cardOf(personOf(seed), seed), deskScene(seed)), kToday).number ==
              securityNumber(personOf(seed)));
    }
}

TEST_CASE("pictureWithoutACardIsNoCard")
{
    CHECK(verdict(plain(640, 480, 0)) == CardFaceVerdict::NoCard);
    CHECK(verdict(plain(640, 480, 255)) == CardFaceVerdict::NoCard);
    CHECK(verdict(photograph(std::nullopt, deskScene(5))) == CardFaceVerdict::NoCard);
}

TEST_CASE("anotherCardHasNoDates")
{
    CHECK(verdict(photograph(plain(1284, 810, 200), {})) == CardFaceVerdict::NoDates);
}

TEST_CASE("burntOutCodeIsNotGuessed")
{
    CardScene scene;
    scene.glare = 255;
    scene.glareX = -0.4;
    scene.glareY = 0.3;
    scene.glareSize = 0.15;

    const auto reading = readCardFace(hanako(scene), kToday);

    CHECK(reading.verdict < CardFaceVerdict::Read);
    CHECK(reading.number.empty());
}

TEST_CASE("whatIsNoPictureIsRefused")
{
    auto broken = plain(640, 480, 128);
    broken.pixels.resize(100);
    auto skewed = plain(640, 480, 128);
    skewed.stride = 10;

    CHECK(verdict({}) == CardFaceVerdict::NoPicture);
    CHECK(verdict(plain(8, 8, 0)) == CardFaceVerdict::NoPicture);
    CHECK(verdict(plain(5000, 300, 0)) == CardFaceVerdict::NoPicture);
    CHECK(verdict(broken) == CardFaceVerdict::NoPicture);
    CHECK(verdict(skewed) == CardFaceVerdict::NoPicture);
}

TEST_CASE("noiseIsNothing")
{
    for (std::uint32_t seed = 0; seed < 10; ++seed) {
        std::mt19937 random{seed};
        auto picture = plain(800, 600, 0);
        std::ranges::generate(picture.pixels, [&] { return static_cast<std::uint8_t>(random()); });

        CHECK(verdict(picture) < CardFaceVerdict::Uncertain);
    }
}
