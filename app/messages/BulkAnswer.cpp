// SPDX-License-Identifier: Apache-2.0
#include "messages/BulkAnswer.h"

#include "messages/FieldVisitors.h"
#include "messages/QualificationFields.h"

#include <algorithm>

namespace madoguchi {
namespace {

constexpr std::string_view kUnit = "BulkConfirmUnit";
constexpr std::string_view kAsked = "QualificationConfirmSearchInfo";
constexpr std::string_view kResult = "ResultOfQualificationConfirmation";
constexpr std::string_view kReference = "ReferenceNumber";

template<typename Answer, typename Visitor>
void headerFields(Answer& answer, Visitor& v)
{
    v.text("ProcessExecutionTime", answer.executedAt);
    v.text("QualificationConfirmationDate", answer.confirmedFor);
    v.text("MedicalInstitutionCode", answer.institutionCode);
    v.text("ReceptionNumber", answer.receptionNumber);
    v.text("SegmentOfResult", answer.segmentOfResult);
}

template<typename Record, typename Visitor>
void askedFields(Record& asked, Visitor& v)
{
    v.insurer("InsurerNumber", asked.insurerNumber);
    v.text("InsuredCardSymbol", asked.symbol);
    v.text("InsuredIdentificationNumber", asked.number);
    v.text("InsuredBranchNumber", asked.branch);
    v.text("Birthdate", asked.birthdate);
}

template<typename Unit, typename Visitor>
void statusFields(Unit& unit, Visitor& v)
{
    v.text("ProcessingResultStatus", unit.processingStatus);
    v.text("ProcessingResultCode", unit.processingCode);
    v.text("ProcessingResultMessage", unit.processingMessage);
}

/// Some senders put the results into a list of their own, some do not.
void takeResults(const MessageElement& element, BulkUnit& unit)
{
    for (const auto& child : element.children) {
        if (child.name == "ResultList") {
            takeResults(child, unit);
        } else if (child.name == kResult && !child.children.empty()) {
            FieldReader reader{child};
            fields::qualification(unit.results.emplace_back(), reader);
        } else if (child.name == kReference && !child.text.empty()) {
            unit.referenceNumbers.push_back(child.text);
        }
    }
}

BulkUnit unitOf(const MessageElement& element)
{
    BulkUnit unit;
    FieldReader reader{element};
    statusFields(unit, reader);
    if (const auto* asked = element.child(kAsked)) {
        FieldReader inner{*asked};
        askedFields(unit.asked, inner);
    }
    if (const auto validity = element.textOf("QualificationValidity"); !validity.empty())
        unit.validity = static_cast<Validity>(validity[0] - '0'); // the vocabulary let 1 to 6 through
    takeResults(element, unit);
    return unit;
}

void writeUnit(XmlWriter& writer, const BulkUnit& unit)
{
    FieldWriter fieldWriter{writer};
    writer.open(kUnit);
    writer.open(kAsked);
    askedFields(unit.asked, fieldWriter);
    writer.close();
    statusFields(unit, fieldWriter);
    if (unit.validity)
        writer.text("QualificationValidity", std::to_string(static_cast<int>(*unit.validity)));
    for (const auto& result : unit.results) {
        writer.open(kResult);
        fields::qualification(result, fieldWriter);
        writer.close();
    }
    for (const auto& number : unit.referenceNumbers)
        writer.text(kReference, number);
    writer.close();
}

} // namespace

Parsed<BulkAnswer> bulkAnswerOf(const MessageDocument& document)
{
    if (auto error = firstMissing(document.header, {"SegmentOfResult", "ProcessExecutionTime"}))
        return *std::move(error);
    BulkAnswer answer;
    FieldReader header{document.header};
    headerFields(answer, header);
    for (const auto& child : document.body.children) {
        if (child.name != kUnit)
            continue;
        if (auto error = firstMissing(child, {"ProcessingResultStatus"}))
            return *std::move(error);
        answer.units.push_back(unitOf(child));
    }
    return answer;
}

Result<std::string> write(const BulkAnswer& answer, Encoding encoding)
{
    const auto count = [&](const char* status) {
        return std::to_string(std::ranges::count(answer.units, status, &BulkUnit::processingStatus));
    };
    XmlWriter writer;
    FieldWriter header{writer};
    writer.open("XmlMsg");
    writer.open("MessageHeader");
    writer.keepOpened();
    headerFields(answer, header);
    writer.text("CharacterCodeIdentifier", encoding == Encoding::Utf8 ? "0" : "1");
    writer.text("NumberOfProcessingResult", std::to_string(answer.units.size()));
    writer.text("NumberOfNormalProcessing", count("1"));
    writer.text("NumberOfError", count("2"));
    writer.close();
    writer.open("MessageBody");
    writer.keepOpened();
    for (const auto& unit : answer.units)
        writeUnit(writer, unit);
    writer.close();
    writer.close();
    return std::move(writer).finish(encoding);
}

} // namespace madoguchi
