// SPDX-License-Identifier: Apache-2.0
#include "formats/oqs/QualificationAnswer.h"

#include "Fictional.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

std::string write(const EligibilityAnswer& answer, Encoding encoding)
{
    const auto bytes = writeQualificationAnswer(answer, encoding);
    REQUIRE(bytes.ok());
    return *bytes;
}

std::string without(std::string text, std::string_view part)
{
    const auto at = text.find(part);
    REQUIRE(at != std::string::npos);
    return text.erase(at, part.size());
}

} // namespace

TEST_CASE("answerComesBackAsItWentInBothEncodings")
{
    const auto answer = fictional::answerWith(fictional::everything());

    for (const auto encoding : {Encoding::Utf8, Encoding::Cp932}) {
        const auto back = readQualificationAnswer(write(answer, encoding));

        REQUIRE(back.ok());
        CHECK(write(*back, encoding) == write(answer, encoding));
        const auto& q = back->results.at(0);
        CHECK(q.name == "見本　花子");
        CHECK(q.nameKana == "ﾐﾎﾝ ﾊﾅｺ");
        CHECK(q.insurerName == "架空健康保険組合 & <本部>");
        CHECK(q.insurerNumber == "06990017");
        REQUIRE(q.elderly);
        CHECK(q.elderly->contributionRatio == "020");
        REQUIRE(q.limit);
        CHECK(q.limit->limitClass == "A03");
        CHECK(q.limit->longTermDate == "20261201");
        REQUIRE(q.diseases.size() == 2);
        CHECK(q.diseases[1].selfPay == "20000");
        REQUIRE(q.tickets.size() == 1);
        CHECK(q.tickets[0].elements == fictional::everything().tickets[0].elements);
        CHECK(q.medicines.availableUntil == "20261121093010");
        CHECK(q.surgery.flag == "2");
        CHECK(q.referenceNumber == "00024434");
    }
}

TEST_CASE("fileHasTheDeclarationTabsAndLineEndsEveryReaderTakes")
{
    auto answer = fictional::plainAnswer();

    const auto utf8 = write(answer, Encoding::Utf8);
    const auto cp932 = write(answer, Encoding::Cp932);

    CHECK(utf8.starts_with(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\r\n<XmlMsg>\r\n\t<MessageHeader>"
        "\r\n\t\t<ProcessExecutionTime>20261120093015</ProcessExecutionTime>\r\n"));
    CHECK(utf8.ends_with("\t</MessageBody>\r\n</XmlMsg>\r\n"));
    CHECK(utf8.find("<CharacterCodeIdentifier>0<") != std::string::npos);
    CHECK(cp932.starts_with("<?xml version=\"1.0\" encoding=\"Shift_JIS\" standalone=\"no\"?>\r\n"));
    CHECK(cp932.find("<CharacterCodeIdentifier>1<") != std::string::npos);
    CHECK(cp932.find("<Name>\x89\xCB\x8B\xF3\x81\x40\x8E\x9F\x98\x59</Name>") != std::string::npos);
}

TEST_CASE("whatIsEmptyIsLeftOutWithItsContainer")
{
    auto answer = fictional::plainAnswer();
    answer.results[0].limit.emplace();
    answer.results[0].elderly.emplace();
    answer.results[0].tickets.emplace_back();

    const auto file = write(answer, Encoding::Utf8);

    CHECK(file.find("></") == std::string::npos);
    CHECK(file.find("/>") == std::string::npos);
    CHECK(file.find("Info>") == std::string::npos);
    CHECK(file.find("List>") == file.find("ResultList>") + 6);
    CHECK(file.find("ConsFlg") == std::string::npos);
}

TEST_CASE("insurersNumberHasEightCharactersInFilesAndEightDigitsInside")
{
    CHECK(insurerNumberOnWire("00990011") == "  990011");
    CHECK(insurerNumberOnWire("990011") == "  990011");
    CHECK(insurerNumberOnWire("06990017") == "06990017");
    CHECK(insurerNumberOnWire("").empty());
    CHECK(insurerNumberFromWire("990011") == "00990011");
    CHECK(insurerNumberFromWire("06990017") == "06990017");
    CHECK(insurerNumberFromWire("").empty());
    CHECK(write(fictional::plainAnswer(), Encoding::Utf8).find("<InsurerNumber>  990011</InsurerNumber>") !=
          std::string::npos);
}

TEST_CASE("abnormalEndNeedsNoBody")
{
    const auto answer =
        readQualificationAnswer("<XmlMsg><MessageHeader><SegmentOfResult>9</SegmentOfResult>"
                                "<ErrorCode>E9901</ErrorCode><ErrorMessage>見本の誤り</ErrorMessage>"
                                "</MessageHeader></XmlMsg>");

    REQUIRE(answer.ok());
    CHECK(answer->segmentOfResult == "9");
    CHECK(answer->errorCode == "E9901");
    CHECK(answer->errorMessage == "見本の誤り");
    CHECK(answer->results.empty());
}

TEST_CASE("answerThatCannotBeActedOnIsRefused")
{
    const auto file = write(fictional::plainAnswer(), Encoding::Utf8);

    for (const auto* part :
         {"<SegmentOfResult>1</SegmentOfResult>",
          "<ProcessExecutionTime>20261120093015</ProcessExecutionTime>",
          "<MedicalInstitutionCode>1319999991</MedicalInstitutionCode>",
          "<ProcessingResultStatus>1</ProcessingResultStatus>",
          "<InsuredCardClassification>01</InsuredCardClassification>", "<Birthdate>19700102</Birthdate>"}) {
        INFO(part);
        CHECK_FALSE(readQualificationAnswer(without(file, part)).ok());
    }
    CHECK(readQualificationAnswer(without(file, "<Sex1>1</Sex1>")).ok());
}

TEST_CASE("textThatIsNoTextIsNeverWritten")
{
    for (const auto* name : {"架空\x01", "\xE3\x81", "一\n二", "\xED\xA0\x80"}) {
        auto answer = fictional::plainAnswer();
        answer.results[0].name = name;

        const auto bytes = writeQualificationAnswer(answer, Encoding::Utf8);

        REQUIRE_FALSE(bytes.ok());
        CHECK(bytes.fault().code == FaultCode::MessageInvalid);
    }
}

TEST_CASE("nameThatCp932CannotCarryIsNeverWrittenAsSomethingElse")
{
    auto answer = fictional::plainAnswer();
    answer.results[0].name = "𠮷田　次郎";

    CHECK_FALSE(writeQualificationAnswer(answer, Encoding::Cp932).ok());
    CHECK(writeQualificationAnswer(answer, Encoding::Utf8).ok());
}
