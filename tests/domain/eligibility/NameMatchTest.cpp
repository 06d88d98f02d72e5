// SPDX-License-Identifier: Apache-2.0
#include "domain/eligibility/NameMatch.h"
#include "domain/eligibility/NameKey.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

TEST_CASE("theSameNameIsExactInOtherFormsAVariant")
{
    CHECK(matchNames({"架空　花子", "架空　花子"}) == NameMatch{NameVerdict::Exact, 0});
    CHECK(matchNames({"架空花子", "架空　花子"}) == NameMatch{NameVerdict::Variant, 0});
    CHECK(matchNames({"高橋　一郎", "髙橋　一郎"}) == NameMatch{NameVerdict::Variant, 0});
    CHECK(matchNames({"渡辺　二郎", "渡邉　二郎"}) == NameMatch{NameVerdict::Variant, 0});
    CHECK(matchNames({"吉田", "𠮷田"}) == NameMatch{NameVerdict::Variant, 0});
    CHECK(matchNames({"葛\U000E0100城", "葛城"}) == NameMatch{NameVerdict::Variant, 0});
}

TEST_CASE("unreadableCharactersAreCountedNotGuessed")
{
    CHECK(matchNames({"髙橋 一郎", "●橋 一郎"}) == NameMatch{NameVerdict::Masked, 1});
    CHECK(matchNames({"𠮷田一郎", "●●●郎"}) == NameMatch{NameVerdict::Masked, 3});
    CHECK(matchNames({"髙橋 一郎", "●●　●●"}) == NameMatch{NameVerdict::Unreadable, 4});
    CHECK(matchNames({"髙橋 一郎", "●本 一郎"}) == NameMatch{NameVerdict::Different, 1});
    CHECK(matchNames({"髙橋 一郎", "●橋 一"}) == NameMatch{NameVerdict::Different, 1});
}

TEST_CASE("equalKanaAloneAskForALook")
{
    CHECK(matchNames({"架空花子", "見本花子", "カクウ　ハナコ", "ｶｸｳ ﾊﾅｺ"}) ==
          NameMatch{NameVerdict::KanaOnly, 0});
    CHECK(matchNames({"架空花子", "", "かくう　はなこ", "ｶｸｳ ﾊﾅｺ"}) == NameMatch{NameVerdict::KanaOnly, 0});
    CHECK(matchNames({"架空花子", "見本花子", "カクウ ハナコ", "ﾐﾎﾝ ﾊﾅｺ"}) ==
          NameMatch{NameVerdict::Different, 0});
    CHECK(matchNames({"架空花子", "見本花子"}) == NameMatch{NameVerdict::Different, 0});
}

TEST_CASE("halfWidthKanaJoinTheirMarks")
{
    CHECK(kanaKey("ｶﾞｸﾞ ﾊﾟﾊﾟ") == U"ガグパパ");
    CHECK(kanaKey("きょうこ") == U"キヨウコ");
}

TEST_CASE("longVowelsAreLooseNotExact")
{
    CHECK(kanaKey("オオノ") != kanaKey("オーノ"));
    CHECK(looseKanaKey("オオノ") == looseKanaKey("オーノ"));
    CHECK(looseKanaKey("コウタロウ") == looseKanaKey("コータロー"));
    CHECK(looseKanaKey("ヴィクトリア") == looseKanaKey("ビクトリア"));
    CHECK(looseKanaKey("ミヅホ") == looseKanaKey("ミズホ"));
    CHECK(looseKanaKey("サトウ") != looseKanaKey("サイトウ"));
}

TEST_CASE("symbolsAreComparedWithoutTheirTypography")
{
    CHECK(symbolKey("１２－３４") == "12-34");
    CHECK(symbolKey("12ー34") == symbolKey("12‐34"));
    CHECK(symbolKey("ａ－ｂ ー　c") == "a-b-c");
    CHECK(symbolKey("0012") != symbolKey("12"));
}

TEST_CASE("bytesThatAreNoTextMatchNothing")
{
    CHECK(foldWidth("\xFF\xFE").empty());
    CHECK(matchNames({"\xFF", "\xFF"}).verdict == NameVerdict::Different);
}
