// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/personas/Persona.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <set>

using namespace madoguchi;

namespace {

const std::filesystem::path kPeople = MADO_SOURCE_DIR "/resources/personas/people.toml";

Persona born(int year, unsigned month, unsigned day, Persona::Calendar calendar)
{
    Persona person;
    person.birth = {std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    person.calendar = calendar;
    person.cardExpiry = {std::chrono::year{2035}, std::chrono::month{month}, std::chrono::day{day}};
    person.securityCode = "2285";
    return person;
}

/// The shipped file with one replacement, in a file of its own.
std::filesystem::path peopleWith(const std::string& before, const std::string& after)
{
    std::ifstream in{kPeople};
    std::string text{std::istreambuf_iterator<char>{in}, {}};
    const auto at = text.find(before);
    REQUIRE(at != std::string::npos);
    text.replace(at, before.size(), after);
    const std::filesystem::path path = MADO_TEST_DIR "/people-changed.toml";
    std::ofstream{path} << text;
    return path;
}

} // namespace

TEST_CASE("securityNumberIsPrintedBirthExpiryYearAndCode")
{
    using Calendar = Persona::Calendar;

    CHECK(securityNumber(born(1980, 2, 17, Calendar::Era)) == "55021720352285");
    CHECK(securityNumber(born(1980, 2, 17, Calendar::Western)) == "80021720352285");
    CHECK(securityNumber(born(2020, 2, 24, Calendar::Era)) == "02022420352285");
}

TEST_CASE("eraYearChangesOnTheDayTheEraDoes")
{
    using Calendar = Persona::Calendar;

    CHECK(printedBirth(born(1989, 1, 7, Calendar::Era)) == "640107");
    CHECK(printedBirth(born(1989, 1, 8, Calendar::Era)) == "010108");
    CHECK(printedBirth(born(2019, 4, 30, Calendar::Era)) == "310430");
    CHECK(printedBirth(born(2019, 5, 1, Calendar::Era)) == "010501");
    CHECK(printedBirth(born(1926, 12, 24, Calendar::Era)) == "151224");
    CHECK(printedBirth(born(1926, 12, 25, Calendar::Era)) == "011225");
}

TEST_CASE("shippedPeopleLoadAndCoverTheRulesTheyAreFor")
{
    const auto people = loadPeople(kPeople);

    REQUIRE(people.ok());
    for (const char* id :
         {"hanako",     "jiro",       "futago-a",  "futago-b", "tenshoku", "soshitsu", "kouki",
          "nanajuu",    "kodomo",     "takahashi", "kekkon",   "gaikoku",  "kigen60",  "kigen-grace",
          "kigen-over", "shikkou",    "lock",      "kaocard",  "akachan",  "shokai",   "dv",
          "touseki",    "teishotoku", "jieikan",   "nijuu",    "ashita",   "fujo"})
        CHECK(findPersona(*people, id) != nullptr);
    CHECK(findPersona(*people, "kaocard")->pin.empty());
    CHECK_FALSE(findPersona(*people, "akachan")->photo);
    CHECK(findPersona(*people, "lock")->pinLocked);
    CHECK(findPersona(*people, "shikkou")->revoked);
    CHECK(findPersona(*people, "gaikoku")->calendar == Persona::Calendar::Western);
    CHECK(findPersona(*people, "nobody") == nullptr);
}

TEST_CASE("noTwoPeopleShareAPinOrASecurityNumber")
{
    const auto people = loadPeople(kPeople);
    REQUIRE(people.ok());
    std::set<std::string> pins;
    std::set<std::string> numbers;

    for (const auto& person : *people) {
        INFO(person.id);
        CHECK((person.pin.empty() || pins.insert(person.pin).second));
        CHECK(numbers.insert(securityNumber(person)).second);
    }
}

TEST_CASE("mistakesInThePeopleFileAreRefused")
{
    CHECK_FALSE(loadPeople("/nonexistent/people.toml").ok());
    CHECK_FALSE(loadPeople(peopleWith("number = 2\n", "number = 1\n")).ok());
    CHECK_FALSE(loadPeople(peopleWith("id = \"jiro\"", "id = \"../jiro\"")).ok());
    CHECK_FALSE(loadPeople(peopleWith("pin = \"2718\"", "pin = \"271\"")).ok());
    CHECK_FALSE(loadPeople(peopleWith("pin = \"2718\"", "pim = \"2718\"")).ok());
    CHECK_FALSE(loadPeople(peopleWith("birth = 1975-09-30", "birth = \"1975-09-30\"")).ok());
    CHECK_FALSE(loadPeople(peopleWith("sex = \"male\"", "sex = \"mail\"")).ok());
    CHECK_FALSE(loadPeople(peopleWith("[[person]]", "[person")).ok());
}
