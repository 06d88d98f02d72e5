// SPDX-License-Identifier: Apache-2.0
#include "formats/oqs/QualificationAnswer.h"

#include "domain/eligibility/AnswerReason.h"
#include "formats/oqs/FieldVisitors.h"
#include "formats/oqs/QualificationFields.h"

#include <optional>

namespace madoguchi {
namespace {

constexpr std::string_view kResultList = "ResultList";
constexpr std::string_view kResult = "ResultOfQualificationConfirmation";

template<typename Answer, typename Visitor>
void headerFields(Answer& answer, Visitor& v)
{
    fields::answerHead(answer, v);
    v.text("ArbitraryFileIdentifier", answer.fileIdentifier);
    v.text("ReferenceClassification", answer.referenceClass);
    v.text("SegmentOfResult", answer.segmentOfResult);
    v.text("ErrorCode", answer.errorCode);
    v.text("ErrorMessage", answer.errorMessage);
}

template<typename Answer, typename Visitor>
void bodyFields(Answer& answer, Visitor& v)
{
    fields::processing(answer, v);
    v.validity("QualificationValidity", answer.validity);
    v.text("PrescriptionIssueSelect", answer.prescriptionIssue);
    v.list(kResultList, kResult, answer.results, [](auto& q, auto& in) { fields::qualification(q, in); });
}

std::optional<MessageError> firstMissing(const MessageDocument& document)
{
    if (auto error = firstMissing(document.header, {"SegmentOfResult"}))
        return error;
    if (document.header.textOf("SegmentOfResult") == "9")
        return std::nullopt; // an abnormal end says what it can
    if (auto error = firstMissing(document.header, {"ProcessExecutionTime", "MedicalInstitutionCode"}))
        return error;
    if (document.header.textOf("SegmentOfResult") == "1") {
        if (auto error = firstMissing(document.body, {"ProcessingResultStatus"}))
            return error;
    }
    const auto* list = document.body.child(kResultList);
    for (const auto& result : list ? list->children : std::vector<MessageElement>{}) {
        if (auto error = firstMissing(result, {"InsuredCardClassification", "Birthdate"}))
            return error;
    }
    return std::nullopt;
}

} // namespace

Parsed<EligibilityAnswer> readQualificationAnswer(std::string_view bytes)
{
    const auto document = readMessageOfKind(bytes, "OQSsiquc01res");
    if (!document)
        return document.error();
    return qualificationAnswerOf(*document);
}

Parsed<EligibilityAnswer> qualificationAnswerOf(const MessageDocument& document)
{
    if (auto error = firstMissing(document))
        return *std::move(error);
    EligibilityAnswer answer;
    FieldReader header{document.header};
    FieldReader body{document.body};
    headerFields(answer, header);
    bodyFields(answer, body);
    answer.reason = reasonOf(answer);
    return answer;
}

Result<std::string> writeQualificationAnswer(const EligibilityAnswer& answer, Encoding encoding)
{
    XmlWriter writer;
    writer.open("XmlMsg");
    writeAnswerHeader(writer, answer, encoding);
    writer.open("MessageBody");
    writer.keepOpened();
    writeAnswerElements(writer, answer);
    writer.close();
    writer.close();
    return std::move(writer).finish(encoding);
}

void writeAnswerHeader(XmlWriter& writer, const EligibilityAnswer& answer, Encoding encoding)
{
    writeHeader(writer, encoding, [&answer](FieldWriter& header) { headerFields(answer, header); });
}

void writeAnswerElements(XmlWriter& writer, const EligibilityAnswer& answer)
{
    FieldWriter fieldWriter{writer};
    bodyFields(answer, fieldWriter);
}

std::string insurerNumberOnWire(std::string_view digits)
{
    constexpr std::size_t kWidth = 8;
    if (digits.empty())
        return {};
    // Only whole pairs of zeros are padding: a number has eight digits with a law's code in front, or six
    // without.
    while (digits.size() > 6 && digits.starts_with("00"))
        digits.remove_prefix(2);
    const auto padding = digits.size() < kWidth ? kWidth - digits.size() : 0;
    return std::string(padding, ' ').append(digits);
}

std::string insurerNumberFromWire(std::string_view text)
{
    constexpr std::size_t kWidth = 8;
    if (text.empty())
        return {};
    return std::string(text.size() < kWidth ? kWidth - text.size() : 0, '0').append(text);
}

} // namespace madoguchi
