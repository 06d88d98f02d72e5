// SPDX-License-Identifier: Apache-2.0
#include "practice/central/QualificationFile.h"
#include "CentralWorld.h"
#include "foundation/base/CivilDate.h"
#include "practice/central/HalfWidthKana.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono;

namespace {

constexpr year_month_day kToday{2026y / November / 20d};

Result<std::vector<InsuredPerson>> load(const std::string& toml)
{
    const test::Folder folder{"qualifications"};
    test::writeFile(folder.path / "q.toml", toml);
    Persona hanako;
    hanako.id = "hanako";
    hanako.number = 1;
    hanako.birth = 1988y / April / 12d;
    return loadQualifications(folder.path / "q.toml", {hanako}, kToday);
}

} // namespace

TEST_CASE("daysMayBeRelative")
{
    CHECK(dayFrom("2020-02-29", kToday) == year_month_day{2020y / February / 29d});
    CHECK(dayFrom("today", kToday) == kToday);
    CHECK(dayFrom("today+1", kToday) == year_month_day{2026y / November / 21d});
    CHECK(dayFrom("today-20", kToday) == year_month_day{2026y / October / 31d});
    CHECK(dayFrom("last 08-01", kToday) == year_month_day{2026y / August / 1d});
    CHECK(dayFrom("last 12-31", kToday) == year_month_day{2025y / December / 31d});
    CHECK(dayFrom("next 07-31", kToday) == year_month_day{2027y / July / 31d});
    CHECK(dayFrom("next 11-20", kToday) == kToday);
}

TEST_CASE("daysThatDoNotExistAreRefused")
{
    for (const char* text :
         {"2021-02-29", "2021-13-01", "2021-1-1", "tomorrow", "today+", "today 1", "last 1", ""})
        CHECK_FALSE(dayFrom(text, kToday));
}

TEST_CASE("unknownKeysAreRefusedWithTheirLine")
{
    const auto loaded = load("[[qualification]]\nperson = \"hanako\"\ncolour = \"red\"\n");

    REQUIRE_FALSE(loaded);
    CHECK(loaded.fault().code == FaultCode::SettingsInvalid);
    CHECK(loaded.fault().value == 3);
}

TEST_CASE("recordsOfStrangersAreSkipped")
{
    const auto loaded = load("[[qualification]]\nperson = \"taro\"\n");

    REQUIRE(loaded);
    CHECK(loaded->at(0).history.empty());
}

TEST_CASE("wrongTypesAreRefused")
{
    CHECK_FALSE(load("[[qualification]]\nperson = \"hanako\"\nbranch = 1\n"));
    CHECK_FALSE(load("[[qualification]]\nperson = \"hanako\"\nfrom = \"soon\"\n"));
    CHECK_FALSE(load("[[qualification]]\nperson = \"hanako\"\nlimit = {colour = \"red\"}\n"));
    CHECK_FALSE(load("qualification = "));
}

TEST_CASE("insurerNumbersAreEightDigits")
{
    const auto loaded = load("[[qualification]]\nperson = \"hanako\"\ninsurer = \"138057\"\n");

    REQUIRE(loaded);
    CHECK(loaded->at(0).history.at(0).qualification.insurerNumber == "00138057");
}

TEST_CASE("kanaTravelInHalfWidth")
{
    CHECK(halfWidthKana("ガッコウ　ヴァーグナー・パ") == "ｶﾞｯｺｳ ｳﾞｧｰｸﾞﾅｰ･ﾊﾟ");
    CHECK(halfWidthKana("Maria 漢字") == "Maria 漢字");
}
