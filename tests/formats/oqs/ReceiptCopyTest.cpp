// SPDX-License-Identifier: Apache-2.0
#include "formats/oqs/ReceiptCopy.h"

#include "Fictional.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

using Names = std::vector<std::string_view>;

EligibilityAnswer answerNamed(std::string name)
{
    auto answer = fictional::plainAnswer();
    answer.results[0].name = std::move(name);
    return answer;
}

} // namespace

TEST_CASE("textsThatFitAreCopiedUnchanged")
{
    const auto answer = fictional::answerWith(fictional::everything());

    for (const auto encoding : {Encoding::Utf8, Encoding::Cp932}) {
        const auto copy = receiptCopy(answer, encoding);

        CHECK(copy.omitted.empty());
        CHECK_FALSE(copy.nameOmitted());
        CHECK(copy.answer.results[0].name == "見本　花子");
        CHECK(copy.answer.results[0].tickets[0].elements == answer.results[0].tickets[0].elements);
    }
}

TEST_CASE("nameWithMissingKanjiIsLeftOutInBothEncodings")
{
    for (const auto encoding : {Encoding::Utf8, Encoding::Cp932}) {
        const auto copy = receiptCopy(answerNamed("●橋　一子"), encoding);

        CHECK(copy.answer.results[0].name.empty());
        CHECK(copy.answer.results[0].nameKana == "ｶｸｳ ｼﾞﾛｳ");
        CHECK(copy.nameOmitted());
        CHECK(copy.omitted == Names{"Name"});
    }
}

TEST_CASE("nameBeyondCp932IsLeftOutOnlyThere")
{
    const auto utf8 = receiptCopy(answerNamed("𠮷田　次郎"), Encoding::Utf8);
    const auto cp932 = receiptCopy(answerNamed("𠮷田　次郎"), Encoding::Cp932);

    CHECK(utf8.answer.results[0].name == "𠮷田　次郎");
    CHECK_FALSE(utf8.nameOmitted());
    CHECK(cp932.answer.results[0].name.empty());
    CHECK(cp932.nameOmitted());
    CHECK(receiptCopy(answerNamed("髙橋　次郎"), Encoding::Cp932).omitted.empty());
}

TEST_CASE("otherNamesAndTheAddressFollowTheSameRule")
{
    auto answer = fictional::answerWith(fictional::everything());
    answer.results[0].insuredName = "●本　太郎";
    answer.results[0].nameOfOther = "Zoë";
    answer.results[0].address = "東京都架空区●町";

    const auto copy = receiptCopy(answer, Encoding::Cp932);

    CHECK(copy.omitted == Names{"NameOfOther", "InsuredName", "Address"});
    CHECK(copy.nameOmitted());
    CHECK(copy.answer.results[0].name == "見本　花子");
    CHECK(copy.answer.results[0].address.empty());
}

TEST_CASE("whateverTheCopyHoldsCanBeWritten")
{
    auto answer = fictional::answerWith(fictional::everything());
    auto& q = answer.results[0];
    for (auto* text : {&q.name, &q.nameOfOther, &q.nameKana, &q.nameOfOtherKana, &q.insuredName, &q.address,
                       &q.insurerName, &q.symbol, &q.number, &q.tickets[0].elements[2].second,
                       &answer.processingMessage, &answer.errorMessage})
        *text = "𠮷";

    const auto copy = receiptCopy(answer, Encoding::Cp932);

    CHECK(copy.omitted.size() == 12);
    CHECK(copy.answer.results[0].birthdate == "19850704");
}
