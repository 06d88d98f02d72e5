// SPDX-License-Identifier: Apache-2.0
#include "formats/oqs/BulkAnswer.h"

#include "formats/oqs/FieldVisitors.h"
#include "formats/oqs/QualificationFields.h"

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
    fields::answerHead(answer, v);
    v.text("ReceptionNumber", answer.receptionNumber);
    v.text("SegmentOfResult", answer.segmentOfResult);
}

template<typename Record, typename Visitor>
void askedFields(Record& asked, Visitor& v)
{
    fields::insured(asked, v);
    v.text("Birthdate", asked.birthdate);
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
    fields::processing(unit, reader);
    reader.validity("QualificationValidity", unit.validity);
    if (const auto* asked = element.child(kAsked)) {
        FieldReader inner{*asked};
        askedFields(unit.asked, inner);
    }
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
    fields::processing(unit, fieldWriter);
    fieldWriter.validity("QualificationValidity", unit.validity);
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
    writer.open("XmlMsg");
    writeHeader(writer, encoding, [&](FieldWriter& header) {
        headerFields(answer, header);
        writer.text("NumberOfProcessingResult", std::to_string(answer.units.size()));
        writer.text("NumberOfNormalProcessing", count("1"));
        writer.text("NumberOfError", count("2"));
    });
    writer.open("MessageBody");
    writer.keepOpened();
    for (const auto& unit : answer.units)
        writeUnit(writer, unit);
    writer.close();
    writer.close();
    return std::move(writer).finish(encoding);
}

} // namespace madoguchi
