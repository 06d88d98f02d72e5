// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "domain/eligibility/InsurerNumber.h"
#include "ui/pane/NumberForm.h"

namespace madoguchi {
namespace {

using namespace std::chrono;

struct Typed {
    Typed() { form.setToday(year{2026} / 11 / 20); }
    NumberForm form;

    void paper()
    {
        form.setInsurer("06139992");
        form.setSymbol("みな12");
        form.setNumber("3456789");
    }
};

TEST_CASE("theCheckDigitIsJudgedWhileItIsTyped")
{
    Typed typed;

    typed.form.setInsurer("06139");
    CHECK(typed.form.insurerState() == NumberForm::InsurerShort);
    CHECK(typed.form.insurerKind() == -1);
    typed.form.setInsurer("06139999");
    CHECK(typed.form.insurerState() == NumberForm::InsurerWrong);
    CHECK(typed.form.expectedDigit() == "2");
    typed.form.setInsurer("０６１３９９９２");
    CHECK(typed.form.insurerState() == NumberForm::InsurerGood);
    CHECK(typed.form.insurerKind() == int(InsurerKind::Society));
}

TEST_CASE("withABranchMonthAndDayAreEnough")
{
    Typed typed;
    typed.paper();
    typed.form.setBirth("0102");
    CHECK(typed.form.birthState() == NumberForm::FullWanted);
    CHECK_FALSE(typed.form.complete());

    typed.form.setBranch("02");
    CHECK(typed.form.birthState() == NumberForm::BirthMonthDay);
    REQUIRE(typed.form.complete());
    CHECK(typed.form.query() ==
          NumberQuery{"06139992", "みな12", "3456789", "02", "0102", "20261120", false});

    typed.form.setBirth("1332");
    CHECK_FALSE(typed.form.complete());
}

TEST_CASE("aBranchOfOneDigitHasItsZero")
{
    Typed typed;
    typed.paper();
    typed.form.setBirth("0102");
    typed.form.setBranch("1");
    REQUIRE(typed.form.complete());
    CHECK(typed.form.query().branch == "01");
    typed.form.setBranch("123");
    CHECK_FALSE(typed.form.complete());
    typed.form.setBranch("");
    typed.form.setBirth("19700102");
    CHECK(typed.form.query().branch.empty()); // not 00
}

TEST_CASE("theUnknownInsurerWarnsAndDoesNotBlock")
{
    Typed typed;
    typed.paper();
    typed.form.setBirth("19700102");
    typed.form.setInsurer("77777777");
    CHECK(typed.form.insurerState() == NumberForm::InsurerUnknown);
    CHECK(typed.form.query().insurerNumber == "77777777");
    typed.form.setInsurer("77777779");
    CHECK(typed.form.query().insurerNumber == "77777779");
}

TEST_CASE("aBirthDateIsTypedInEitherCalendar")
{
    Typed typed;
    typed.paper();
    typed.form.setBirth("450102");
    CHECK(typed.form.birthState() == NumberForm::EraWanted);
    typed.form.setEra(3);
    CHECK(typed.form.birthState() == NumberForm::BirthFull);
    CHECK(typed.form.query().birth == "19700102");
    typed.form.setEra(0);
    typed.form.setBirth("19700102");
    CHECK(typed.form.query().birth == "19700102");
    typed.form.setBirth("S45.1.2");
    CHECK(typed.form.query().birth == "19700102");
    typed.form.setBirth("20270101"); // nobody is born tomorrow
    CHECK_FALSE(typed.form.complete());
}

TEST_CASE("theElderlyInsurersHaveNoBranch")
{
    Typed typed;
    typed.form.setBranch("02");
    typed.form.setInsurer("39131016");
    CHECK_FALSE(typed.form.branchAsked());
    typed.form.setNumber("12345678");
    typed.form.setBirth("0401");
    CHECK_FALSE(typed.form.complete());
    typed.form.setBirth("19400401");
    REQUIRE(typed.form.complete());
    CHECK(typed.form.query().branch.empty());
}

TEST_CASE("aTwelveDigitNumberIsRefusedAndWipedInEveryField")
{
    const QString forbidden{"1234 5678 9018"};
    Typed typed;

    typed.form.setInsurer(forbidden);
    CHECK(typed.form.refused());
    CHECK(typed.form.insurer().isEmpty());
    typed.form.setSymbol(forbidden);
    typed.form.setNumber(forbidden);
    typed.form.setBranch(forbidden);
    typed.form.setBirth(forbidden);
    CHECK((typed.form.symbol() + typed.form.number() + typed.form.branch() + typed.form.birth()).isEmpty());
    typed.form.setNumber("3456789");
    CHECK_FALSE(typed.form.refused());
}

TEST_CASE("theDayToCheckIsTodayUntilSomebodyChangesIt")
{
    Typed typed;
    CHECK(typed.form.day() == "2026-11-20");
    typed.form.setDay("2026-02-30");
    CHECK_FALSE(typed.form.dayGood());
    typed.form.setDay("R8.11.1");
    CHECK(typed.form.dayGood());
    typed.form.setDay("2026-11-21"); // nobody knows tomorrow
    CHECK_FALSE(typed.form.dayGood());
    typed.form.clear();
    CHECK(typed.form.day() == "2026-11-20");
}

} // namespace
} // namespace madoguchi
