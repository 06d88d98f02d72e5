// SPDX-License-Identifier: Apache-2.0
#include "drivers/receipt/oqs/HandOverNames.h"

#include <catch2/catch.hpp>

#include <regex>
#include <set>

using namespace madoguchi;
using namespace std::chrono;

TEST_CASE("nameHasEveryPartAtItsWidth")
{
    HandOverNames names{"1319999991", "000", 9999999};
    const auto evening = sys_days{year{2026} / 12 / 31} + hours{15}; // midnight in Japan

    const auto first = names.next(evening);
    const auto second = names.next(evening);

    CHECK(first == "OQSsiquc01res_face_131999999100017987292009999999_20270101000000.xml");
    CHECK(second == "OQSsiquc01res_face_131999999100017987292000000000_20270101000000.xml");
    CHECK(std::regex_match(first, std::regex{R"(OQSsiquc01res_face_\d{10}\d{3}\d{17}_\d{14}\.xml)"}));
}

TEST_CASE("namesNeverComeTwiceAndMayGoBackInTime")
{
    HandOverNames names{"1319999991", "000", randomBelow(10'000'000)};
    const auto now = sys_days{year{2026} / 11 / 20};
    std::set<std::string> seen;

    for (int i = 0; i < 5000; ++i)
        seen.insert(names.next(i % 2 == 0 ? now : now - hours{1}));

    CHECK(seen.size() == 5000);
}

TEST_CASE("freePartOfARequestIsLettersDigitsHyphensAndUnderscores")
{
    CHECK(isFreePart("202611200001"));
    CHECK(isFreePart("face_13-ab"));
    for (const auto* text : {"", "..", "a/b", "a b", "a.xml", "あ", "a\n"})
        CHECK_FALSE(isFreePart(text));
    CHECK_FALSE(isFreePart(std::string(65, 'a')));
}
