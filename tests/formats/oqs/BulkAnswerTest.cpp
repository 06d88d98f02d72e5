// SPDX-License-Identifier: Apache-2.0
#include "formats/oqs/BulkAnswer.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

Parsed<BulkAnswer> read(std::string_view bytes)
{
    const auto document = readMessageOfKind(bytes, "OQSmuquc02res");
    if (!document)
        return document.error();
    return bulkAnswerOf(*document);
}

const std::string kHeader = "<MessageHeader><ProcessExecutionTime>20261119190000</ProcessExecutionTime>"
                            "<SegmentOfResult>1</SegmentOfResult></MessageHeader>";

std::string withUnit(const std::string& unit)
{
    return "<XmlMsg>" + kHeader + "<MessageBody><BulkConfirmUnit>" + unit +
           "</BulkConfirmUnit></MessageBody></XmlMsg>";
}

} // namespace

TEST_CASE("bulkAnswerSurvivesTheWay")
{
    BulkAnswer sent{"20261119190000", "20261120", "1319999991", "000000000007", "1", {}};
    sent.units.resize(2);
    auto& found = sent.units[0];
    found.processingStatus = "1";
    found.validity = Validity::Valid;
    found.referenceNumbers = {"00123", "00124"};
    auto& person = found.results.emplace_back();
    person.insurerNumber = "00990011";
    person.name = "架空　次郎";
    person.birthdate = "19700102";
    auto& wrong = sent.units[1];
    wrong.processingStatus = "2";
    wrong.processingCode = "SAMPLE02";
    wrong.asked.insurerNumber = "06139992";
    wrong.asked.number = "123";
    wrong.asked.birthdate = "19800101";

    for (const auto encoding : {Encoding::Utf8, Encoding::Cp932}) {
        const auto bytes = write(sent, encoding);
        REQUIRE(bytes);
        const auto received = read(*bytes);

        REQUIRE(received);
        CHECK(received->executedAt == sent.executedAt);
        CHECK(received->confirmedFor == sent.confirmedFor);
        CHECK(received->institutionCode == sent.institutionCode);
        REQUIRE(received->units.size() == 2);
        CHECK(received->units[0].validity == Validity::Valid);
        CHECK(received->units[0].referenceNumbers == found.referenceNumbers);
        REQUIRE(received->units[0].results.size() == 1);
        CHECK(received->units[0].results[0].insurerNumber == "00990011");
        CHECK(received->units[0].results[0].name == "架空　次郎");
        CHECK(received->units[1].processingCode == "SAMPLE02");
        CHECK(received->units[1].asked.insurerNumber == "06139992");
        CHECK(received->units[1].asked.birthdate == "19800101");
        CHECK_FALSE(received->units[1].validity);
    }
}

TEST_CASE("resultsAreFoundInAListOfTheirOwnToo")
{
    const auto answer = read(withUnit("<ProcessingResultStatus>1</ProcessingResultStatus>"
                                      "<ResultList><ResultOfQualificationConfirmation><Birthdate>19700102"
                                      "</Birthdate></ResultOfQualificationConfirmation></ResultList>"));

    REQUIRE(answer);
    REQUIRE(answer->units.front().results.size() == 1);
    CHECK(answer->units.front().results.front().birthdate == "19700102");
}

TEST_CASE("whatSaysNothingOfItselfIsRefused")
{
    CHECK(read(withUnit("<ProcessingResultStatus>1</ProcessingResultStatus>")));
    CHECK_FALSE(read(withUnit("<QualificationValidity>1</QualificationValidity>")));
    CHECK_FALSE(read(withUnit("<ProcessingResultStatus>3</ProcessingResultStatus>")));
    CHECK_FALSE(read("<XmlMsg><MessageHeader/><MessageBody/></XmlMsg>"));
}
