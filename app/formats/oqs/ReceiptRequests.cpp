// SPDX-License-Identifier: Apache-2.0
#include "formats/oqs/ReceiptRequests.h"

#include "formats/oqs/QualificationAnswer.h"
#include "formats/oqs/Vocabulary.h"
#include "formats/oqs/XmlWriter.h"

#include <optional>

namespace madoguchi {
namespace {

constexpr std::string_view kSearch = "QualificationConfirmSearchInfo";
constexpr std::string_view kRegistration = "ReferenceNumberRegistrationInfo";
constexpr std::string_view kMonthDay = "BirthMonthDay";
constexpr std::size_t kMonthDaySize = 4;
constexpr std::string_view kLimitConsent = "LimitApplicationCertificateRelatedConsFlg";

std::string textOf(const MessageElement& element, std::string_view name)
{
    return std::string{element.textOf(name)};
}

ReferenceNumberEntry entryOf(const MessageElement& info)
{
    return {textOf(info, "ReferenceNumber"), insurerNumberFromWire(info.textOf("InsurerNumber")),
            textOf(info, "InsuredCardSymbol"), textOf(info, "InsuredIdentificationNumber"),
            textOf(info, "InsuredBranchNumber")};
}

/// Everything but the birth date, which stands in one of two elements.
Parsed<QualificationRequest> requestOf(const MessageDocument& document, const MessageElement& search,
                                       const std::string& birth)
{
    if (auto error =
            firstMissing(document.header, {"QualificationConfirmationDate", "MedicalInstitutionCode"}))
        return *std::move(error);
    if (auto error = firstMissing(search, {"InsurerNumber", "InsuredIdentificationNumber", kLimitConsent}))
        return *std::move(error);
    const auto consent = search.textOf(kLimitConsent);
    if (consent != "0" && consent != "1")
        return errorAt(*search.child(kLimitConsent), "not one of the known codes 01");

    return QualificationRequest{textOf(document.header, "QualificationConfirmationDate"),
                                textOf(document.header, "MedicalInstitutionCode"),
                                textOf(document.header, "ArbitraryFileIdentifier"),
                                insurerNumberFromWire(search.textOf("InsurerNumber")),
                                textOf(search, "InsuredCardSymbol"),
                                textOf(search, "InsuredIdentificationNumber"),
                                textOf(search, "InsuredBranchNumber"),
                                birth,
                                consent == "1",
                                textOf(search, "ArbitraryIdentifier")};
}

void writeEntry(XmlWriter& writer, const ReferenceNumberEntry& entry)
{
    writer.open(kRegistration);
    writer.text("ReferenceNumber", entry.referenceNumber);
    writer.text("InsurerNumber", insurerNumberOnWire(entry.insurerNumber));
    writer.text("InsuredCardSymbol", entry.symbol);
    writer.text("InsuredIdentificationNumber", entry.number);
    writer.text("InsuredBranchNumber", entry.branch);
    writer.close();
}

void writeSearch(XmlWriter& writer, const QualificationRequest& request)
{
    writer.open(kSearch);
    writer.text("InsurerNumber", insurerNumberOnWire(request.insurerNumber));
    writer.text("InsuredCardSymbol", request.symbol);
    writer.text("InsuredIdentificationNumber", request.number);
    writer.text("InsuredBranchNumber", request.branch);
    writer.text(request.birthdate.size() == kMonthDaySize ? kMonthDay : "Birthdate", request.birthdate);
    writer.text(kLimitConsent, request.limitConsent ? "1" : "0");
    writer.text("ArbitraryIdentifier", request.arbitraryIdentifier);
    writer.close();
}

/// <XmlMsg> with both its parts around what the two callers write.
template<typename Header, typename Body>
Result<std::string> message(Encoding encoding, Header header, Body body)
{
    XmlWriter writer;
    writer.open("XmlMsg");
    writer.open("MessageHeader");
    writer.keepOpened();
    header(writer);
    writer.close();
    writer.open("MessageBody");
    writer.keepOpened();
    body(writer);
    writer.close();
    writer.close();
    return std::move(writer).finish(encoding);
}

} // namespace

Parsed<QualificationRequest> numberQuestionOf(const MessageDocument& document)
{
    const auto* search = document.body.child(kSearch);
    const auto* monthDay = search ? search->child(kMonthDay) : nullptr;
    if (!monthDay)
        return qualificationRequestOf(document);
    if (search->child("Birthdate") || search->textOf("InsuredBranchNumber").empty())
        return errorAt(*monthDay, "needs a branch number, and no Birthdate beside it");
    constexpr std::string_view kAnyLeapYear = "2000";
    if (!isDate(std::string{kAnyLeapYear} + monthDay->text))
        return errorAt(*monthDay, "not a day written MMDD");
    return requestOf(document, *search, monthDay->text);
}

Parsed<QualificationRequest> qualificationRequestOf(const MessageDocument& document)
{
    const auto* search = document.body.child(kSearch);
    if (!search)
        return errorAt(document.body, "lacks " + std::string{kSearch});
    if (auto error = firstMissing(*search, {"Birthdate"}))
        return *std::move(error);
    return requestOf(document, *search, textOf(*search, "Birthdate"));
}

Parsed<ReferenceNumberRegistration> referenceNumberRegistrationOf(const MessageDocument& document)
{
    if (auto error = firstMissing(document.header, {"MedicalInstitutionCode"}))
        return *std::move(error);
    ReferenceNumberRegistration registration{textOf(document.header, "MedicalInstitutionCode"),
                                             textOf(document.header, "ArbitraryFileIdentifier"),
                                             {}};
    for (const auto& info : document.body.children) {
        if (info.name != kRegistration)
            continue;
        if (auto error =
                firstMissing(info, {"ReferenceNumber", "InsurerNumber", "InsuredIdentificationNumber"}))
            return *std::move(error);
        registration.entries.push_back(entryOf(info));
    }
    if (registration.entries.empty())
        return errorAt(document.body, "lacks " + std::string{kRegistration});
    return registration;
}

Parsed<ReferenceNumberAnswer> referenceNumberAnswerOf(const MessageDocument& document)
{
    const auto& header = document.header;
    const auto& body = document.body;
    if (auto error = firstMissing(header, {"SegmentOfResult"}))
        return *std::move(error);
    ReferenceNumberAnswer answer{textOf(header, "ProcessExecutionTime"),
                                 textOf(header, "MedicalInstitutionCode"),
                                 textOf(header, "ArbitraryFileIdentifier"),
                                 textOf(header, "SegmentOfResult"),
                                 textOf(header, "ErrorCode"),
                                 textOf(header, "ErrorMessage"),
                                 textOf(body, "ProcessingResultStatus"),
                                 textOf(body, "ProcessingResultCode"),
                                 textOf(body, "ProcessingResultMessage"),
                                 {}};
    if (const auto* info = body.child(kRegistration))
        answer.entry = entryOf(*info);
    if (answer.segmentOfResult == "1") {
        if (auto error = firstMissing(body, {"ProcessingResultStatus"}))
            return *std::move(error);
    }
    return answer;
}

Parsed<BulkFetch> bulkFetchOf(const MessageDocument& document)
{
    if (auto error = firstMissing(document.header, {"MedicalInstitutionCode"}))
        return *std::move(error);
    if (auto error = firstMissing(document.body, {"ReceptionNumber"}))
        return *std::move(error);
    return BulkFetch{textOf(document.header, "MedicalInstitutionCode"),
                     textOf(document.body, "ReceptionNumber")};
}

Result<std::string> write(const QualificationRequest& request, Encoding encoding)
{
    const auto header = [&](XmlWriter& writer) {
        writer.text("QualificationConfirmationDate", request.confirmedFor);
        writer.text("MedicalInstitutionCode", request.institutionCode);
        writer.text("ArbitraryFileIdentifier", request.fileIdentifier);
    };
    return message(encoding, header, [&](XmlWriter& writer) { writeSearch(writer, request); });
}

Result<std::string> writeAnswer(const EligibilityAnswer& answer, const QualificationRequest& request,
                                Encoding encoding)
{
    XmlWriter writer;
    writer.open("XmlMsg");
    writeAnswerHeader(writer, answer, encoding);
    writer.open("MessageBody");
    writer.keepOpened();
    writeSearch(writer, request);
    writeAnswerElements(writer, answer);
    writer.close();
    writer.close();
    return std::move(writer).finish(encoding);
}

Result<std::string> write(const ReferenceNumberRegistration& request, Encoding encoding)
{
    const auto header = [&](XmlWriter& writer) {
        writer.text("MedicalInstitutionCode", request.institutionCode);
        writer.text("ArbitraryFileIdentifier", request.fileIdentifier);
    };
    const auto body = [&](XmlWriter& writer) {
        for (const auto& entry : request.entries)
            writeEntry(writer, entry);
    };
    return message(encoding, header, body);
}

Result<std::string> write(const ReferenceNumberAnswer& answer, Encoding encoding)
{
    const auto header = [&](XmlWriter& writer) {
        writer.text("ProcessExecutionTime", answer.executedAt);
        writer.text("MedicalInstitutionCode", answer.institutionCode);
        writer.text("ArbitraryFileIdentifier", answer.fileIdentifier);
        writer.text("SegmentOfResult", answer.segmentOfResult);
        writer.text("ErrorCode", answer.errorCode);
        writer.text("ErrorMessage", answer.errorMessage);
        writer.text("CharacterCodeIdentifier", encoding == Encoding::Utf8 ? "0" : "1");
    };
    const auto body = [&](XmlWriter& writer) {
        writeEntry(writer, answer.entry);
        writer.text("ProcessingResultStatus", answer.processingStatus);
        writer.text("ProcessingResultCode", answer.processingCode);
        writer.text("ProcessingResultMessage", answer.processingMessage);
    };
    return message(encoding, header, body);
}

Result<std::string> write(const BulkFetch& request, Encoding encoding)
{
    const auto header = [&](XmlWriter& writer) {
        writer.text("MedicalInstitutionCode", request.institutionCode);
    };
    const auto body = [&](XmlWriter& writer) { writer.text("ReceptionNumber", request.receptionNumber); };
    return message(encoding, header, body);
}

Parsed<std::string> readRejection(std::string_view bytes)
{
    constexpr std::size_t kMostBytes = 65536;
    constexpr std::size_t kMostCharacters = 2000;
    if (bytes.size() > kMostBytes)
        return MessageError{"the file is too large", 1, 1};
    std::string text{bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes};
    if (firstInvalidUtf8(text)) {
        auto decoded = fromCp932(bytes);
        if (decoded.invalid)
            return errorAt(decoded.utf8, decoded.utf8.size(),
                           "a byte sequence is neither UTF-8 nor Shift_JIS (CP932)");
        text = std::move(decoded.utf8);
    }
    std::string shown;
    std::size_t characters = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        characters += (byte & 0xC0) != 0x80 ? 1 : 0;
        if (characters > kMostCharacters)
            break;
        if (byte >= 0x20 ? byte != 0x7F : c == '\n')
            shown += c;
    }
    return shown;
}

} // namespace madoguchi
