// SPDX-License-Identifier: Apache-2.0
#include "domain/eligibility/Age.h"
#include "domain/eligibility/BurdenRatio.h"
#include "domain/eligibility/Coverage.h"
#include "domain/eligibility/Era.h"
#include "domain/eligibility/InsurerNumber.h"
#include "domain/eligibility/LimitClass.h"
#include "domain/eligibility/MyNumber.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

CivilDate date(std::string_view iso)
{
    const auto parsed = parseCivilDate(iso);
    REQUIRE(parsed);
    return *parsed;
}

std::string era(std::string_view text, DateRole role = DateRole::End)
{
    const auto parsed = parseEraDate(text, role);
    if (const auto* error = std::get_if<EraError>(&parsed))
        return std::string{words(*error)};
    const auto& found = std::get<EraDate>(parsed);
    return isoDate(found.date) + (found.corrected ? " corrected" : "");
}

} // namespace

TEST_CASE("agesAreReachedTheDayBeforeTheBirthday")
{
    CHECK(elderlyRatioStart(date("1955-04-01")) == date("2025-04-01"));
    CHECK(elderlyRatioStart(date("1955-04-02")) == date("2025-05-01"));
    CHECK(elderlyRatioStart(date("1955-12-02")) == date("2026-01-01"));
    CHECK(lateElderlyStart(date("1955-04-02")) == date("2030-04-02"));
    CHECK(lateElderlyStart(date("1956-02-29")) == date("2031-03-01"));
    CHECK(preschoolEnd(date("2019-04-01")) == date("2025-03-31"));
    CHECK(preschoolEnd(date("2019-04-02")) == date("2026-03-31"));
    CHECK(everydayAge(date("1980-11-21"), date("2026-11-20")) == 45);
    CHECK(everydayAge(date("1980-11-20"), date("2026-11-20")) == 46);
}

TEST_CASE("theDayOfLossIsNotCoveredTheLastDayOfTheCardIs")
{
    const Coverage open{date("2020-04-01"), {}, {}};
    const Coverage lost{date("2020-04-01"), date("2026-10-01"), {}};
    const Coverage ending{date("2020-04-01"), {}, date("2027-07-31")};

    CHECK(covers(open, date("2020-04-01")));
    CHECK_FALSE(covers(open, date("2020-03-31")));
    CHECK(covers(lost, date("2026-09-30")));
    CHECK_FALSE(covers(lost, date("2026-10-01")));
    CHECK(covers(ending, date("2027-07-31")));
    CHECK_FALSE(covers(ending, date("2027-08-01")));
}

TEST_CASE("insurerNumbersCarryACheckDigit")
{
    for (const auto* valid : {"33120015", "01130012", "06139992", "138057", "39131016", "88888888",
                              "77777779", "81136244", "  138057", "０６１３９９９２"})
        CHECK_FALSE(checkInsurerNumber(valid).error);
    CHECK(checkInsurerNumber("01234567").error == InsurerError::CheckDigit);
    CHECK(checkInsurerNumber("77777777").error == InsurerError::CheckDigit);
    CHECK(checkInsurerNumber("1234567").error == InsurerError::Length);
    CHECK(checkInsurerNumber("").error == InsurerError::Length);
    CHECK(checkInsurerNumber("0613999x").error == InsurerError::NotDigits);
    CHECK(checkInsurerNumber("138057").padded == "00138057");
    CHECK(checkInsurerNumber("01234567").expectedLast == '6');
}

TEST_CASE("anInsurersNumberTellsItsKindOrNothing")
{
    CHECK(insurerKind(checkInsurerNumber("138016").padded) == InsurerKind::National);
    CHECK(insurerKind("01130012") == InsurerKind::Association);
    CHECK(insurerKind("06139992") == InsurerKind::Society);
    CHECK(insurerKind("34130021") == InsurerKind::MutualAid);
    CHECK(insurerKind("39131016") == InsurerKind::LateElderly);
    CHECK(insurerKind("75130001") == InsurerKind::RetiredMutualAid);
    CHECK_FALSE(insurerKind("05130001"));
    CHECK_FALSE(insurerKind("77777777"));
    for (const auto* none : {"", "0", "06", "061399920"})
        CHECK_FALSE(insurerKind(none));
}

TEST_CASE("everySingleWrongDigitIsFound")
{
    const std::string right = "06139992";
    for (std::size_t at = 0; at < right.size(); ++at) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            auto wrong = right;
            wrong[at] = digit;
            CHECK(checkInsurerNumber(wrong).error.has_value() == (digit != right[at]));
        }
    }
}

TEST_CASE("theTwelveDigitNumberIsRecognised")
{
    CHECK(looksLikeMyNumber("123456789018"));
    CHECK(looksLikeMyNumber("1234 5678 9018"));
    CHECK(looksLikeMyNumber("１２３４５６７８９０１８"));
    CHECK_FALSE(looksLikeMyNumber("123456789012"));
    CHECK_FALSE(looksLikeMyNumber("12345678901"));
}

TEST_CASE("datesAreReadAsTheyAreTyped")
{
    for (const auto* text : {"S45.1.1", "昭和45年1月1日", "s45/1/1", "3450101", "S450101", "19700101",
                             "1970/1/1", "1970-01-01", "Ｓ４５．１．１", "昭和４５年１月１日"})
        CHECK(era(text) == "1970-01-01");
    CHECK(era("令和元年5月1日") == "2019-05-01");
    CHECK(era("H31.4.30") == "2019-04-30");
    CHECK(era("H32.3.31") == "2020-03-31 corrected");
    CHECK(era("平成32年3月31日") == "2020-03-31 corrected");
    CHECK(era("S64.1.7") == "1989-01-07");
    CHECK(era("S64.1.8") == "1989-01-08 corrected");
}

TEST_CASE("aDateThatCannotBeIsRefusedWithItsReason")
{
    CHECK(era("H32.3.31", DateRole::Birth) == words(EraError::BeyondEra));
    CHECK(era("S1.12.24") == words(EraError::BeforeEra));
    CHECK(era("45.1.1") == words(EraError::EraMissing));
    CHECK(era("450101") == words(EraError::EraMissing));
    CHECK(era("S45.2.30") == words(EraError::NoSuchDay));
    CHECK(era("S0.1.1") == words(EraError::NoSuchDay));
    CHECK(era("昭和") == words(EraError::NotADate));
    CHECK(era("") == words(EraError::NotADate));
    CHECK(era("S45.1.1.1") == words(EraError::NotADate));
    CHECK(era("99999.1.1") == words(EraError::NotADate));
}

TEST_CASE("theRatioOfTheVeryOldComesFromTheirInsurer")
{
    RatioQuestion question{"39131016", date("1940-01-01"), date("2026-11-20"), "010", {}};
    CHECK(burdenRatio(question).percent == 10);

    question.insuredRatio = "";
    CHECK_FALSE(burdenRatio(question).percent);
    CHECK(burdenRatio(question).reason == RatioReason::Absent);
    question.insuredRatio = "015";
    CHECK(burdenRatio(question).reason == RatioReason::Unexpected);
}

TEST_CASE("fromSeventyTheRatioNeedsACertificateForTheDay")
{
    RatioQuestion question{"06139992", date("1953-06-10"), date("2026-11-20"), "", {}};
    CHECK(burdenRatio(question).reason == RatioReason::Absent);

    question.elderly = ElderlyRatio{"020", date("2025-08-01"), date("2026-07-31")};
    CHECK(burdenRatio(question).reason == RatioReason::OutOfPeriod);
    question.elderly = ElderlyRatio{"020", date("2026-08-01"), date("2027-07-31")};
    CHECK(burdenRatio(question).percent == 20);
    question.elderly->ratio = "010"; // kept only for those born before April 1944
    CHECK(burdenRatio(question).reason == RatioReason::Unexpected);
}

TEST_CASE("othersPayTwoTenthsBeforeSchoolAndThreeAfter")
{
    CHECK(burdenRatio({"06139992", date("2021-05-01"), date("2026-11-20"), "", {}}).percent == 20);
    CHECK(burdenRatio({"06139992", date("1985-07-04"), date("2026-11-20"), "", {}}).percent == 30);
}

TEST_CASE("ceilingsFollowTheDatedTable")
{
    const auto june = std::chrono::year{2026} / 6;

    CHECK(ceilingFor("A03", june, 1000000)->yen == 87430);
    CHECK(ceilingFor("A03", june, 1000000)->label == TextId::rulesLimitClassA03);
    CHECK(ceilingFor("A03", june, 1000000)->many == 44400);
    CHECK(ceilingFor("A03", june, 100000)->yen == 80100);
    CHECK(ceilingFor("A01", june, 1000000)->yen == 254180);
    CHECK(ceilingFor("A02", june, 1000000)->yen == 171820);
    CHECK(ceilingFor("B05", june, 1000000)->outpatient == 8000);
    CHECK_FALSE(ceilingFor("B05", june, 1000000)->many);
    CHECK_FALSE(ceilingFor("A99", june, 0));
    CHECK_FALSE(ceilingFor("A03", std::chrono::year{2014} / 12, 0));
    CHECK_FALSE(ceilingFor("A03", std::chrono::year{2026} / 10, 0)->confirmed);
}
