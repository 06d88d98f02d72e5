// SPDX-License-Identifier: Apache-2.0
#include "messages/QualificationAnswer.h"

#include "eligibility/AnswerReason.h"
#include "messages/QualificationFields.h"
#include "messages/XmlWriter.h"

#include <optional>

namespace madoguchi {
namespace {

/// Takes texts out of the children of one element.
class FieldReader {
public:
    explicit FieldReader(const MessageElement& element) : element_{element} {}

    void text(std::string_view name, std::string& value) const { value = element_.textOf(name); }

    void insurer(std::string_view name, std::string& value) const
    {
        value = insurerNumberFromWire(element_.textOf(name));
    }

    void consent(const std::string& prefix, ConsentRecord& record) const
    {
        text(prefix + "ConsFlg", record.flag);
        text(prefix + "ConsTime", record.time);
    }

    void untilConsent(const std::string& prefix, ConsentRecord& record) const
    {
        consent(prefix, record);
        text(prefix + "AvailableTime", record.availableUntil);
    }

    template<typename T, typename Fields>
    void container(std::string_view name, std::optional<T>& value, Fields fields) const
    {
        const auto* inner = element_.child(name);
        if (inner && !inner->children.empty()) {
            FieldReader reader{*inner};
            fields(value.emplace(), reader);
        }
    }

    template<typename T, typename Fields>
    void list(std::string_view listName, std::string_view name, std::vector<T>& values, Fields fields) const
    {
        const auto* items = element_.child(listName);
        if (!items)
            return;
        for (const auto& item : items->children) {
            if (item.name != name || item.children.empty())
                continue;
            FieldReader reader{item};
            fields(values.emplace_back(), reader);
        }
    }

    void pairs(std::vector<std::pair<std::string, std::string>>& values) const
    {
        for (const auto& child : element_.children) {
            if (!child.text.empty())
                values.emplace_back(child.name, child.text);
        }
    }

private:
    const MessageElement& element_;
};

/// Writes the same fields. Lists and containers without content vanish in the XmlWriter.
class FieldWriter {
public:
    explicit FieldWriter(XmlWriter& writer) : writer_{writer} {}

    void text(std::string_view name, const std::string& value) { writer_.text(name, value); }

    void insurer(std::string_view name, const std::string& value)
    {
        writer_.text(name, insurerNumberOnWire(value));
    }

    void consent(const std::string& prefix, const ConsentRecord& record)
    {
        text(prefix + "ConsFlg", record.flag);
        text(prefix + "ConsTime", record.time);
    }

    void untilConsent(const std::string& prefix, const ConsentRecord& record)
    {
        consent(prefix, record);
        text(prefix + "AvailableTime", record.availableUntil);
    }

    template<typename T, typename Fields>
    void container(std::string_view name, const std::optional<T>& value, Fields fields)
    {
        if (!value)
            return;
        writer_.open(name);
        fields(*value, *this);
        writer_.close();
    }

    template<typename T, typename Fields>
    void list(std::string_view listName, std::string_view name, const std::vector<T>& values, Fields fields)
    {
        writer_.open(listName);
        for (const auto& value : values) {
            writer_.open(name);
            fields(value, *this);
            writer_.close();
        }
        writer_.close();
    }

    void pairs(const std::vector<std::pair<std::string, std::string>>& values)
    {
        for (const auto& [name, value] : values)
            writer_.text(name, value);
    }

private:
    XmlWriter& writer_;
};

constexpr std::string_view kResultList = "ResultList";
constexpr std::string_view kResult = "ResultOfQualificationConfirmation";

template<typename Answer, typename Visitor>
void headerFields(Answer& answer, Visitor& v)
{
    v.text("ProcessExecutionTime", answer.executedAt);
    v.text("QualificationConfirmationDate", answer.confirmedFor);
    v.text("MedicalInstitutionCode", answer.institutionCode);
    v.text("ArbitraryFileIdentifier", answer.fileIdentifier);
    v.text("ReferenceClassification", answer.referenceClass);
    v.text("SegmentOfResult", answer.segmentOfResult);
    v.text("ErrorCode", answer.errorCode);
    v.text("ErrorMessage", answer.errorMessage);
}

template<typename Answer, typename Visitor>
void bodyFields(Answer& answer, Visitor& v)
{
    v.text("ProcessingResultStatus", answer.processingStatus);
    v.text("ProcessingResultCode", answer.processingCode);
    v.text("ProcessingResultMessage", answer.processingMessage);
}

template<typename Answer, typename Visitor>
void results(Answer& answer, Visitor& v)
{
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
    results(answer, body);
    if (const auto validity = document.body.textOf("QualificationValidity"); !validity.empty())
        answer.validity = static_cast<Validity>(validity[0] - '0'); // the vocabulary let 1 to 6 through
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
    FieldWriter fieldWriter{writer};
    writer.open("MessageHeader");
    writer.keepOpened();
    headerFields(answer, fieldWriter);
    writer.text("CharacterCodeIdentifier", encoding == Encoding::Utf8 ? "0" : "1");
    writer.close();
}

void writeAnswerElements(XmlWriter& writer, const EligibilityAnswer& answer)
{
    FieldWriter fieldWriter{writer};
    bodyFields(answer, fieldWriter);
    if (answer.validity)
        writer.text("QualificationValidity", std::to_string(static_cast<int>(*answer.validity)));
    results(answer, fieldWriter);
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
