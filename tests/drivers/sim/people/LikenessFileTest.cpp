// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/LikenessFile.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <string>

using namespace madoguchi;

namespace {

Fault refusalOf(std::string_view toml)
{
    const auto people = readLikenesses(toml);
    REQUIRE_FALSE(people);
    return people.fault();
}

} // namespace

TEST_CASE("shippedPeopleIncludeEverybodyThePracticeNeeds")
{
    const auto people = shippedLikenesses();

    REQUIRE(people);
    for (const char* const name : {"hanako", "jiro", "kouki", "nanajuu", "soshitsu", "takahashi", "gaikoku",
                                   "shokai", "kaocard", "impostor", "kodomo", "kekkon"}) {
        INFO(name);
        CHECK(std::any_of(people->begin(), people->end(),
                          [&](const Likeness& one) { return one.name == name; }));
    }
}

TEST_CASE("keysSetNumbersColoursAndStyles")
{
    const auto people = readLikenesses("[abc-1]\njaw_width = 1.3\nskin = \"#ff0080\"\nhair_style = \"bun\"\n"
                                       "glasses = \"half-rim\"\n");

    REQUIRE(people);
    REQUIRE(people->size() == 1);
    const Likeness& one = people->front();
    CHECK(one.name == "abc-1");
    CHECK(one.jawWidth == 1.3F);
    CHECK(one.skin.x == 1.0F);
    CHECK(one.skin.y == 0.0F);
    CHECK(one.skin.z == Approx(0.2195).margin(0.001));
    CHECK(one.hairStyle == HairStyle::Bun);
    CHECK(one.glasses == GlassesStyle::HalfRim);
}

TEST_CASE("everyEndOfADialIsAccepted")
{
    for (const Dial& dial : dials()) {
        for (const float end : {dial.low, dial.high}) {
            INFO(dial.key << " = " << end);
            CHECK(readLikenesses("[a]\n" + std::string{dial.key} + " = " + std::to_string(end) + "\n"));
        }
    }
}

TEST_CASE("refusalNamesTheLine")
{
    const std::array refused{
        "[a]\nunknown_key = 1\n",   "[a]\njaw_width = 99\n",
        "[a]\njaw_width = nan\n",   "[a]\njaw_width = \"wide\"\n",
        "[a]\nskin = \"#12345\"\n", "[a]\nskin = \"#12345g\"\n",
        "[a]\nskin = 5\n",          "[a]\nhair_style = \"mop\"\n",
        "[a]\njaw_width = = 1\n",
    };

    for (const char* const toml : refused) {
        INFO(toml);
        CHECK(refusalOf(toml).code == FaultCode::SettingsInvalid);
        CHECK(refusalOf(toml).value == 2);
    }
}

TEST_CASE("nameThatIsNoFolderIsRefused")
{
    for (const char* const name : {"'..'", "'a/b'", "''", "'Hanako'", "'-x'", "'a b'", "'花子'",
                                   "'aaaaaaaaaabbbbbbbbbbccccccccccddd'"}) {
        INFO(name);
        CHECK(refusalOf("[" + std::string{name} + "]\n").code == FaultCode::SettingsInvalid);
    }
}

TEST_CASE("hugeFileIsRefusedUnread")
{
    CHECK(refusalOf(std::string(1024 * 1024, '#')).code == FaultCode::SettingsInvalid);
}
