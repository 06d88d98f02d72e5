// SPDX-License-Identifier: Apache-2.0
#include "drivers/cardprint/CardFaceCheck.h"

#include "drivers/sim/cardprint/InventedCards.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::cardface;

TEST_CASE("numberIsPutTogetherAsPrinted")
{
    const auto number = [](const char* birth, const char* expiry) {
        const auto checked = checkFields(birth, expiry, "2285", kToday);
        return checked ? checked->number : "none";
    };

    CHECK(number("昭和55年2月17日生", "2035年2月17日ま") == "55021720352285");
    CHECK(number("令和2年2月24日生", "2030年2月24日ま") == "02022420302285");
    CHECK(number("平成元年3月31日生", "2029年3月31日ま") == "01033120292285");
    CHECK(number("1990年10月5日生", "2029年10月5日ま") == "90100520292285");
}

TEST_CASE("fieldsThatCannotBeTrueTogetherGiveNoNumber")
{
    const auto fits = [](const char* birth, const char* expiry, const char* code = "0000") {
        return checkFields(birth, expiry, code, kToday).has_value();
    };

    CHECK_FALSE(fits("昭和65年2月17日生", "2035年2月17日ま")); // 昭和 ended in 64
    CHECK_FALSE(fits("昭和55年2月30日生", "2035年2月17日ま"));
    CHECK_FALSE(fits("昭和55年13月1日生", "2035年2月17日ま"));
    CHECK_FALSE(fits("令和9年2月17日生", "2035年2月17日ま")); // not born yet
    CHECK_FALSE(fits("昭和55年2月17日生", "2035年2月31日ま"));
    CHECK_FALSE(fits("昭和55年2月17日生", "2085年2月17日ま")); // no card lasts so long
    CHECK_FALSE(fits("昭和55年2月17日生", "2019年2月17日ま"));
    CHECK_FALSE(fits("昭和55年2月17日生", "2035年2月17日ま", "12a4"));
    CHECK_FALSE(fits("昭和55年2月17日生", "2035年2月17日ま", "123"));
    CHECK_FALSE(fits("", "", ""));
    CHECK_FALSE(fits("年月日", "年月日"));
}

TEST_CASE("expiryOnABirthdayIsKnown")
{
    CHECK(checkFields("昭和55年2月17日生", "2035年2月17日ま", "0000", kToday)->birthdayRepeated);
    CHECK_FALSE(checkFields("昭和55年2月17日生", "2035年3月17日ま", "0000", kToday)->birthdayRepeated);
}
