// SPDX-License-Identifier: Apache-2.0
#include "TestCards.h"

#include <catch2/catch.hpp>

#include <chrono>

namespace madoguchi {

namespace {

const std::vector<Persona>& people()
{
    static const auto all = loadPeople(MADO_SOURCE_DIR "/resources/personas/people.toml");
    REQUIRE(all.ok());
    return *all;
}

} // namespace

const std::filesystem::path& testPracticeFolder()
{
    static const std::filesystem::path folder = MADO_TEST_DIR "/sim-practice";
    return folder;
}

const Persona& testPersona(std::string_view id)
{
    const auto* persona = findPersona(people(), id);
    REQUIRE(persona);
    return *persona;
}

CardImage testImage(std::string_view id, const CardVariation& variation)
{
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto maker = CardMaker::open(testPracticeFolder(), people(), now);
    REQUIRE(maker.ok());
    auto image = maker->make(testPersona(id), variation);
    REQUIRE(image.ok());
    return std::move(*image);
}

} // namespace madoguchi
