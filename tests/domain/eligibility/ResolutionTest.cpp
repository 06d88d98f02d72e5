// SPDX-License-Identifier: Apache-2.0
#include "domain/eligibility/Resolution.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

CivilDate date(std::string_view iso)
{
    return parseCivilDate(iso).value();
}

/// A lost one insurance and has another, registered late; T1 and T2 are twins; E is over 75.
std::vector<QualificationEntry> history()
{
    return {
        {"A",
         "06139992",
         "12",
         "345",
         "01",
         date("1980-03-03"),
         {date("2020-04-01"), date("2026-10-01"), {}},
         {}},
        {"A",
         "01130012",
         "77",
         "888",
         "01",
         date("1980-03-03"),
         {date("2026-10-01"), {}, {}},
         date("2026-10-20")},
        {"T1", "06139992", "50", "600", "02", date("2015-05-05"), {date("2015-05-05"), {}, {}}, {}},
        {"T2", "06139992", "50", "600", "03", date("2015-05-05"), {date("2015-05-05"), {}, {}}, {}},
        {"E",
         "39131016",
         "",
         "01234567",
         "",
         date("1942-03-03"),
         {date("2017-03-03"), {}, date("2027-07-31")},
         {}},
        {"D", "06139992", "9", "1", "01", date("1990-01-01"), {date("2010-01-01"), {}, {}}, {}},
        {"D", "01130012", "9", "2", "01", date("1990-01-01"), {date("2026-04-01"), {}, {}}, {}},
        {"N", "06139992", "8", "1", "01", date("1990-01-01"), {date("2026-11-21"), {}, {}}, {}},
    };
}

std::string ask(const EligibilityLookup& question, std::string_view day, std::string_view asked = {})
{
    static const auto entries = history();
    const auto found = resolve(question, entries, date(day), date(asked.empty() ? day : asked));
    const auto code = found.validity ? std::to_string(static_cast<int>(*found.validity)) : "E";
    return code + " " + std::string{name(found.reason)};
}

NumberLookup twins(std::string branch)
{
    return {"06139992", "50", "600", std::move(branch), date("2015-05-05"), ""};
}

NumberLookup oldNumberOfA()
{
    return {"06139992", "12", "345", "01", {}, "0303"};
}

} // namespace

TEST_CASE("aCardFindsTheNewestQualificationThatHasArrived")
{
    CHECK(ask(CardLookup{"A"}, "2026-09-30").substr(0, 1) == "1");
    CHECK(ask(CardLookup{"A"}, "2026-10-01", "2026-10-05") == "2 LOST");
    CHECK(ask(CardLookup{"A"}, "2026-10-01", "2026-10-21") == "1 OK");
    CHECK(ask(CardLookup{"nobody"}, "2026-10-01") == "4 NO_MATCH");
    CHECK(ask(CardLookup{"D"}, "2026-11-20") == "1 OVERLAP");
    CHECK(ask(CardLookup{"N"}, "2026-11-20") == "2 NOT_YET");
}

TEST_CASE("anOldNumberNeverDisclosesTheNewQualification")
{
    static const auto entries = history();

    CHECK(ask(oldNumberOfA(), "2026-10-05") == "2 LOST");
    CHECK(ask(oldNumberOfA(), "2026-10-25") == "3 NEW_EXISTS");
    const auto found = resolve(oldNumberOfA(), entries, date("2026-10-25"), date("2026-10-25"));
    REQUIRE(found.entry != nullptr);
    CHECK(found.entry->insurer == "06139992");
}

TEST_CASE("twinsAreToldApartByTheirBranch")
{
    CHECK(ask(twins(""), "2026-11-20") == "5 MULTIPLE");
    CHECK(ask(twins("03"), "2026-11-20") == "1 OK");
}

TEST_CASE("aNumberNeedsABranchOrTheWholeBirthDate")
{
    CHECK(ask(NumberLookup{"06139992", "12", "345", "", {}, ""}, "2026-09-01") == "E NEED_BRANCH_OR_BIRTH");
    CHECK(ask(NumberLookup{"06139992", "12", "345", "", {}, "0303"}, "2026-09-01") ==
          "E NEED_BRANCH_OR_BIRTH");
    CHECK(ask(NumberLookup{"06139992", "12", "345", "01", {}, "0304"}, "2026-09-01") == "4 NO_MATCH");
    CHECK(ask(NumberLookup{"06139992", "12", "", "01", {}, "0303"}, "2026-09-01") == "E FORMAT");
    CHECK(ask(NumberLookup{"06139992", "１２", "345", "01", {}, "0303"}, "2026-08-01") == "1 OK");
}

TEST_CASE("theLastDayOfACardStillCounts")
{
    const NumberLookup lateElderly{"39131016", "", "01234567", "", date("1942-03-03"), ""};

    CHECK(ask(lateElderly, "2027-07-31") == "1 ENDS_SOON");
    CHECK(ask(lateElderly, "2027-08-01") == "2 EXPIRED");
    CHECK(ask(lateElderly, "2027-06-29") == "1 OK");
}
