// SPDX-License-Identifier: Apache-2.0
#include "formats/central/CentralProfile.h"

#include "formats/oqs/QualificationAnswer.h"
#include "formats/oqs/XmlWriter.h"
#include "foundation/base/Base64.h"

#include <algorithm>
#include <array>
#include <optional>

namespace madoguchi {
namespace {

constexpr std::string_view kMethodLetters = "FPS"; // in the order of Method

/// In the order of ConsentItem.
constexpr std::array<std::string_view, kConsentItems> kConsentElements{
    "PharmacistsInfoConsFlg", "DiagnosisInfoConsFlg", "OperationInfoConsFlg",
    "SpecificHealthCheckupsInfoConsFlg"};

struct RefusalWords {
    CentralError error;
    std::string_view message;
};

constexpr std::array kRefusals{
    RefusalWords{CentralError::BadRequest, "the question is not a message of this profile"},
    RefusalWords{CentralError::TerminalNotAllowed, "this terminal may not ask this"},
    RefusalWords{CentralError::ChallengeUnknown, "the challenge is unknown, used or too old"},
    RefusalWords{CentralError::SignatureInvalid, "the signature does not hold"},
    RefusalWords{CentralError::CertificateUntrusted, "the certificate is not of a known issuer"},
    RefusalWords{CentralError::CertificateExpired, "the certificate has expired"},
    RefusalWords{CentralError::CertificateRevoked, "the certificate has been revoked"},
    RefusalWords{CentralError::NotOffered, "this service is not offered"},
    RefusalWords{CentralError::IdempotencyConflict, "the key was used for another question"},
    RefusalWords{CentralError::Busy, "try again later"},
    RefusalWords{CentralError::Broken, "the central system failed"},
};

std::string wireCode(CentralError error)
{
    const auto number = static_cast<int>(error);
    return (number < 10 ? "MC0" : "MC") + std::to_string(number);
}

std::string flag(bool value)
{
    return value ? "1" : "0";
}

/// <XmlMsg> around the parts; the body may be left out altogether.
template<typename Header, typename Body>
Result<std::string> envelope(Header header, Body body)
{
    XmlWriter writer;
    writer.open("XmlMsg");
    writer.open("MessageHeader");
    writer.keepOpened();
    header(writer);
    writer.close();
    writer.open("MessageBody");
    body(writer);
    writer.close();
    writer.close();
    return std::move(writer).finish(Encoding::Utf8);
}

void normalHeader(XmlWriter& writer)
{
    writer.text("SegmentOfResult", "1");
    writer.text("CharacterCodeIdentifier", "0");
}

// --- reading: each of these takes one element out of `parent` or says what is wrong with it
// -------------------

Parsed<const MessageElement*> required(const MessageElement& parent, std::string_view name)
{
    const auto* element = parent.child(name);
    if (!element || (element->text.empty() && element->children.empty()))
        return errorAt(parent, "lacks " + std::string{name});
    return element;
}

Parsed<Bytes> bytesIn(const MessageElement& parent, std::string_view name, std::size_t least,
                      std::size_t most)
{
    const auto element = required(parent, name);
    if (!element)
        return element.error();
    auto bytes = fromBase64((*element)->text);
    if (!bytes)
        return errorAt(**element, "not base64");
    if (bytes->size() < least || bytes->size() > most)
        return errorAt(**element, "too short or too long");
    return *std::move(bytes);
}

/// The index of the element's one letter in `letters`.
Parsed<std::size_t> choiceIn(const MessageElement& parent, std::string_view name, std::string_view letters)
{
    const auto element = required(parent, name);
    if (!element)
        return element.error();
    const auto& text = (*element)->text;
    const auto index = text.size() == 1 ? letters.find(text[0]) : std::string_view::npos;
    if (index == std::string_view::npos)
        return errorAt(**element, "not one of the known codes " + std::string{letters});
    return index;
}

Parsed<bool> flagIn(const MessageElement& parent, std::string_view name)
{
    const auto choice = choiceIn(parent, name, "01");
    if (!choice)
        return choice.error();
    return *choice == 1;
}

Parsed<Consents> consentsIn(const MessageElement& parent)
{
    Consents consents;
    for (std::size_t item = 0; item < kConsentItems; ++item) {
        const auto given = flagIn(parent, kConsentElements[item]);
        if (!given)
            return given.error();
        consents.set(item, *given);
    }
    return consents;
}

Parsed<EligibilityQuery> queryIn(const MessageElement& info)
{
    auto certificate = bytesIn(info, "UserCertificate", 1, 8192);
    if (!certificate)
        return certificate.error();
    auto signature = bytesIn(info, "UserSignature", 1, 768);
    if (!signature)
        return signature.error();
    auto nonce = bytesIn(info, "ChallengeNonce", 16, 64);
    if (!nonce)
        return nonce.error();
    const auto consents = consentsIn(info);
    if (!consents)
        return consents.error();
    const auto method = choiceIn(info, "ConfirmMethod", kMethodLetters);
    if (!method)
        return method.error();
    const auto firstUse = flagIn(info, "FirstUseRegistration");
    if (!firstUse)
        return firstUse.error();
    return EligibilityQuery{*std::move(certificate),
                            *std::move(signature),
                            *std::move(nonce),
                            *consents,
                            static_cast<Method>(*method),
                            *firstUse,
                            {}};
}

/// Reads the envelope and hands the document to `part`.
template<typename Read>
auto decode(std::string_view body, std::string kind, Read part) -> decltype(part(MessageDocument{}))
{
    const auto document = readMessageOfKind(body, std::move(kind));
    if (!document)
        return document.error();
    return part(*document);
}

Parsed<ServiceState> serviceIn(const MessageElement& info)
{
    const auto name = required(info, "ServiceName");
    if (!name)
        return name.error();
    const auto open = flagIn(info, "ServiceState");
    if (!open)
        return open.error();
    return ServiceState{(*name)->text, *open};
}

} // namespace

Result<std::string> encode(const Challenge& challenge)
{
    return envelope(normalHeader,
                    [&](XmlWriter& writer) { writer.text("ChallengeNonce", toBase64(challenge.nonce)); });
}

Result<std::string> encode(const CardQuestion& question)
{
    const auto& query = question.query;
    const auto header = [&](XmlWriter& writer) {
        writer.text("MedicalInstitutionCode", question.institutionCode);
        writer.text("ArbitraryFileIdentifier", query.idempotencyKey);
    };
    const auto body = [&](XmlWriter& writer) {
        writer.open("CardConfirmInfo");
        writer.text("UserCertificate", toBase64(query.certificate));
        writer.text("UserSignature", toBase64(query.signature));
        writer.text("ChallengeNonce", toBase64(query.nonce));
        writer.text("ConfirmMethod", kMethodLetters.substr(static_cast<std::size_t>(query.method), 1));
        writer.text("FirstUseRegistration", flag(query.registerFirstUse));
        for (std::size_t item = 0; item < kConsentItems; ++item)
            writer.text(kConsentElements[item], flag(query.consents.test(item)));
        writer.close();
    };
    return envelope(header, body);
}

Result<std::string> encode(const CentralAnswer& answer)
{
    XmlWriter writer;
    writer.open("XmlMsg");
    writeAnswerHeader(writer, answer.eligibility, Encoding::Utf8);
    writer.open("MessageBody");
    writer.keepOpened();
    if (answer.firstUse)
        writer.text("FirstUseFlg", "1");
    writeAnswerElements(writer, answer.eligibility);
    writer.close();
    writer.close();
    return std::move(writer).finish(Encoding::Utf8);
}

Result<std::string> encode(const CentralRefusal& refusal)
{
    const auto* words = std::find_if(kRefusals.begin(), kRefusals.end(),
                                     [&](const auto& row) { return row.error == refusal.error; });
    const auto header = [&](XmlWriter& writer) {
        writer.text("SegmentOfResult", "9");
        writer.text("ErrorCode", wireCode(refusal.error));
        writer.text("ErrorMessage", words == kRefusals.end() ? std::string_view{} : words->message);
        writer.text("CharacterCodeIdentifier", "0");
    };
    return envelope(header, [](XmlWriter&) {});
}

Result<std::string> encode(const std::vector<ServiceState>& services)
{
    const auto body = [&](XmlWriter& writer) {
        writer.open("ServiceList");
        writer.keepOpened();
        for (const auto& service : services) {
            writer.open("ServiceInfo");
            writer.text("ServiceName", service.name);
            writer.text("ServiceState", flag(service.open));
            writer.close();
        }
        writer.close();
    };
    return envelope(normalHeader, body);
}

Result<std::string> encode(const QualificationRequest& question)
{
    return write(question, Encoding::Utf8);
}

Result<std::string> encode(const ReferenceNumberRegistration& question)
{
    return write(question, Encoding::Utf8);
}

Result<std::string> encode(const ReferenceNumberAnswer& answer)
{
    return write(answer, Encoding::Utf8);
}

Parsed<Challenge> decodeChallenge(std::string_view body)
{
    return decode(body, "CentralChallenge", [](const MessageDocument& document) -> Parsed<Challenge> {
        auto nonce = bytesIn(document.body, "ChallengeNonce", 16, 64);
        if (!nonce)
            return nonce.error();
        return Challenge{*std::move(nonce)};
    });
}

Parsed<CardQuestion> decodeCardQuestion(std::string_view body)
{
    return decode(body, "CentralCardQuestion", [](const MessageDocument& document) -> Parsed<CardQuestion> {
        const auto institution = required(document.header, "MedicalInstitutionCode");
        if (!institution)
            return institution.error();
        const auto key = required(document.header, "ArbitraryFileIdentifier");
        if (!key)
            return key.error();
        const auto info = required(document.body, "CardConfirmInfo");
        if (!info)
            return info.error();
        auto query = queryIn(**info);
        if (!query)
            return query.error();
        query->idempotencyKey = (*key)->text;
        return CardQuestion{(*institution)->text, *std::move(query)};
    });
}

Parsed<CentralAnswer> decodeCentralAnswer(std::string_view body)
{
    return decode(body, "OQSsiquc01res", [](const MessageDocument& document) -> Parsed<CentralAnswer> {
        auto eligibility = qualificationAnswerOf(document);
        if (!eligibility)
            return eligibility.error();
        const auto* firstUse = document.body.child("FirstUseFlg");
        if (firstUse && firstUse->text != "1")
            return errorAt(*firstUse, "not one of the known codes 1");
        if (firstUse && !eligibility->results.empty())
            return errorAt(*firstUse, "a card that is not registered has no result");
        return CentralAnswer{firstUse != nullptr, *std::move(eligibility)};
    });
}

Parsed<CentralRefusal> decodeCentralRefusal(std::string_view body)
{
    return decode(body, "CentralRefusalres", [](const MessageDocument& document) -> Parsed<CentralRefusal> {
        const auto segment = choiceIn(document.header, "SegmentOfResult", "9");
        if (!segment)
            return segment.error();
        const auto code = required(document.header, "ErrorCode");
        if (!code)
            return code.error();
        const auto* row = std::find_if(kRefusals.begin(), kRefusals.end(), [&](const auto& words) {
            return wireCode(words.error) == (*code)->text;
        });
        if (row == kRefusals.end())
            return errorAt(**code, "not one of the known codes");
        return CentralRefusal{row->error};
    });
}

Parsed<std::vector<ServiceState>> decodeServiceStates(std::string_view body)
{
    using Services = std::vector<ServiceState>;
    return decode(body, "CentralStatus", [](const MessageDocument& document) -> Parsed<Services> {
        const auto* list = document.body.child("ServiceList");
        if (!list)
            return errorAt(document.body, "lacks ServiceList");
        Services services;
        for (const auto& info : list->children) {
            auto service = serviceIn(info);
            if (!service)
                return service.error();
            services.push_back(*std::move(service));
        }
        return services;
    });
}

Parsed<QualificationRequest> decodeNumberQuestion(std::string_view body)
{
    return decode(body, "OQSsiquc01req", numberQuestionOf);
}

Parsed<ReferenceNumberRegistration> decodeReferenceNumberQuestion(std::string_view body)
{
    return decode(body, "OQSsiimm01req", referenceNumberRegistrationOf);
}

Parsed<ReferenceNumberAnswer> decodeReferenceNumberAnswer(std::string_view body)
{
    return decode(body, "OQSsiimm01res", referenceNumberAnswerOf);
}

} // namespace madoguchi
