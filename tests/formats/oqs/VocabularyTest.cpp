// SPDX-License-Identifier: Apache-2.0
#include "formats/oqs/Vocabulary.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

bool fits(const std::string& name, const std::string& text)
{
    MessageElement element;
    element.name = name;
    element.text = text;
    return !firstBreach("OQSsiquc01res", element);
}

} // namespace

TEST_CASE("daysAndTimesAreThoseOfTheCalendar")
{
    CHECK(isDate("20280229"));
    CHECK(isTime("20261231235959"));
    for (const auto* text :
         {"", "20270229", "20261301", "20260100", "2026010", "202601011", "2026-1-1", "２０２６０１０１"})
        CHECK_FALSE(isDate(text));
    for (const auto* text :
         {"20261231240000", "20261231236000", "20261231235960", "20261231", "2026123123595"})
        CHECK_FALSE(isTime(text));
}

TEST_CASE("shapesAreFoundByNameAndByEnding")
{
    CHECK(fits("QualificationDate", "20240401"));
    CHECK_FALSE(fits("QualificationDate", "202404"));
    CHECK(fits("SomeNewDate", "20240401"));
    CHECK_FALSE(fits("SomeNewDate", "soon"));
    CHECK(fits("StartDate", "202606"));
    CHECK_FALSE(fits("StartDate", "202613"));
    CHECK(fits("EffectiveTime", "20260610"));
    CHECK(fits("AllergyInfoAvailableTime", "20261121093010"));
    CHECK_FALSE(fits("AllergyInfoConsFlg", "yes"));
    CHECK(fits("QualificationValidity", "6"));
    CHECK_FALSE(fits("QualificationValidity", "7"));
    CHECK_FALSE(fits("QualificationValidity", "12"));
    CHECK_FALSE(fits("SegmentOfResult", "3"));
    CHECK(fits("InsurerNumber", "990011"));
    CHECK_FALSE(fits("InsurerNumber", "069900170"));
    CHECK_FALSE(fits("InsurerNumber", "0699001X"));
    CHECK(fits("MedicalTreatmentMonth", "202611"));
    CHECK_FALSE(fits("MedicalTreatmentMonth", "202410（カット）"));
}

TEST_CASE("codesOfTomorrowPassButTextsInTheirPlaceDoNot")
{
    CHECK(fits("InsuredCardClassification", "Z9"));
    CHECK(fits("ReferenceClassification", "A"));
    CHECK_FALSE(fits("InsuredCardClassification", "general"));
    CHECK_FALSE(fits("Sex1", "女"));
}

TEST_CASE("lengthsAreCountedInCharacters")
{
    std::string name;
    for (int i = 0; i < 200; ++i)
        name += "窓";

    CHECK(fits("Name", name));
    CHECK_FALSE(fits("Name", name + "口"));
    CHECK(fits("UnknownRemark", std::string(1000, 'x')));
    CHECK_FALSE(fits("UnknownRemark", std::string(1001, 'x')));
    CHECK_FALSE(fits("ReferenceNumber", std::string(51, '1')));
}

TEST_CASE("onlyListedElementsRepeat")
{
    CHECK(mayRepeat("OQSsiquc01res", "ResultList", "ResultOfQualificationConfirmation"));
    CHECK(mayRepeat("OQSmuquc02res", "BulkConfirmUnit", "ReferenceNumber"));
    CHECK_FALSE(mayRepeat("OQSsiquc01res", "BulkConfirmUnit", "ReferenceNumber"));
    CHECK(mayRepeat("OQSmuimm01req", "MessageBody", "ReferenceNumberRegistrationInfo"));
    CHECK_FALSE(mayRepeat("OQSsiimm01req", "MessageBody", "ReferenceNumberRegistrationInfo"));
    CHECK(mayRepeat("YZKsiquc01res", "DrugInfs", "DrugInf"));
    CHECK(mayRepeat("TKKsiquc01res", "HealthCheckupResultAndQuestionInfos",
                    "HealthCheckupResultAndQuestionInfo"));
    CHECK_FALSE(mayRepeat("OQSsiquc01res", "ResultOfQualificationConfirmation", "Name"));
}
