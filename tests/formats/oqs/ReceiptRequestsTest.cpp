// SPDX-License-Identifier: Apache-2.0
#include "formats/oqs/ReceiptRequests.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

const QualificationRequest kRequest{"20261120", "1319999991", "20261120-0001", "00990011", "１２－３４",
                                    "５６７８", "02",         "19850704",      true,       "R42"};

const ReferenceNumberEntry kEntry{"00024434", "06990017", "", "６７８９", ""};

template<typename Request>
MessageDocument document(const Request& request, Encoding encoding, const std::string& kind)
{
    const auto bytes = write(request, encoding);
    REQUIRE(bytes.ok());
    auto read = readMessageOfKind(*bytes, kind);
    REQUIRE(read.ok());
    return *std::move(read);
}

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("requestsComeBackAsTheyWentInBothEncodings")
{
    const ReferenceNumberRegistration one{"1319999991", "reg-1", {kEntry}};
    const ReferenceNumberRegistration two{"1319999991", "reg-2", {kEntry, kEntry}};
    const ReferenceNumberAnswer answer{"20261120093015", "1319999991", "reg-1", "1", "", "", "2", "S1",
                                       "見本",           kEntry};
    const BulkFetch fetch{"1319999991", "000000000007"};

    for (const auto encoding : {Encoding::Utf8, Encoding::Cp932}) {
        CHECK(*qualificationRequestOf(document(kRequest, encoding, "OQSsiquc01req")) == kRequest);
        CHECK(*referenceNumberRegistrationOf(document(one, encoding, "OQSsiimm01req")) == one);
        CHECK(*referenceNumberRegistrationOf(document(two, encoding, "OQSmuimm01req")) == two);
        CHECK(*referenceNumberAnswerOf(document(answer, encoding, "OQSsiimm01res")) == answer);
        CHECK(*bulkFetchOf(document(fetch, encoding, "OQSmuquc02req")) == fetch);
    }
}

TEST_CASE("singleRegistrationHoldsOneEntry")
{
    const auto bytes =
        *write(ReferenceNumberRegistration{"1319999991", "r", {kEntry, kEntry}}, Encoding::Utf8);

    CHECK_FALSE(readMessageOfKind(bytes, "OQSsiimm01req").ok());
    CHECK(readMessageOfKind(bytes, "OQSmuimm01req").ok());
}

TEST_CASE("requestWithoutWhatItAsksForIsRefused")
{
    const auto bytes = *write(kRequest, Encoding::Utf8);
    const auto reads = [](const std::string& text) {
        const auto read = readMessageOfKind(text, "OQSsiquc01req");
        return read.ok() && qualificationRequestOf(*read).ok();
    };

    CHECK(reads(bytes));
    CHECK_FALSE(reads(replaced(bytes, "<InsurerNumber>  990011</InsurerNumber>", "")));
    CHECK_FALSE(reads(replaced(bytes, "<Birthdate>19850704</Birthdate>", "<Birthdate/>")));
    CHECK_FALSE(reads(replaced(bytes, "RelatedConsFlg>1", "RelatedConsFlg>2")));
    CHECK_FALSE(reads(replaced(bytes, "<MedicalInstitutionCode>1319999991</MedicalInstitutionCode>", "")));
    CHECK(reads(replaced(bytes, "<InsuredCardSymbol>１２－３４</InsuredCardSymbol>", "")));
}

TEST_CASE("registrationWithoutEntriesIsRefused")
{
    const auto none =
        document(ReferenceNumberRegistration{"1319999991", "r", {}}, Encoding::Utf8, "OQSsiimm01req");

    CHECK_FALSE(referenceNumberRegistrationOf(none).ok());
}

TEST_CASE("rejectionIsReadableInEitherEncoding")
{
    const std::string text = "形式が正しくありません。\n";

    CHECK(*readRejection(text) == text);
    CHECK(*readRejection("\xEF\xBB\xBF" + text) == text);
    CHECK(*readRejection(*toCp932(text)) == text);
    CHECK(*readRejection("a\r\nb\x1B[2Jc") == "a\nb[2Jc");
    CHECK(*readRejection("") == "");
    CHECK_FALSE(readRejection("\x85\x40\xFF").ok());
    CHECK_FALSE(readRejection(std::string(65537, 'x')).ok());
    CHECK(readRejection(std::string(60000, 'x'))->size() == 2000);
}
