// SPDX-License-Identifier: Apache-2.0
// What the terminal and the central system say to each other: the reference profile. The real system's
// protocol is not public, so this is ours, made of the public OQS vocabulary and the few elements it lacks.
// All of it stands here; drivers/central and the practice central use nothing else.
//
// Transport  HTTPS with client certificates. Bodies are XML in UTF-8, `kCentralContentType`, 4 MiB at most.
//            A question that may be repeated carries its key in the header `kIdempotencyHeader` too; the same
//            key with the same body gets the same answer, with another body IdempotencyConflict.
// Envelope   <XmlMsg><MessageHeader/><MessageBody/></XmlMsg> as in every OQS message. A refusal of any
// question is
//            a header with SegmentOfResult 9, ErrorCode, ErrorMessage and no body, beside an HTTP status >=
//            400.
//
// Elements the OQS vocabulary lacks (all in MessageBody):
//   ChallengeNonce          base64, 16 to 64 bytes, single use
//   CardConfirmInfo         the question by card, in which stand
//     UserCertificate       base64 DER of the 利用者証明用 certificate
//     UserSignature         base64, PKCS#1 v1.5 with SHA-256 over querySubject() (core/VisitData.h)
//     ConfirmMethod         F face, P PIN, S staff's eye
//     FirstUseRegistration  1 "use this card as my insurance card from now on", else 0
//     PharmacistsInfoConsFlg DiagnosisInfoConsFlg OperationInfoConsFlg SpecificHealthCheckupsInfoConsFlg
//                           the patient's answers, 1 or 0; all four must be there, no default exists
//   BirthMonthDay           in QualificationConfirmSearchInfo of a question by number: MMDD, enough beside a
//                           branch; Birthdate is absent then
//   FirstUseFlg             in an answer: 1 the card is genuine but not registered yet; no result follows
//   ServiceList > ServiceInfo {ServiceName, ServiceState}   what is offered now: 1 open, 0 closed
#pragma once

#include "domain/record/EligibilityAnswer.h"
#include "domain/record/EligibilityQuery.h"
#include "formats/oqs/MessageError.h"
#include "formats/oqs/ReceiptRequests.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi {

/// Routes. Challenge and status are GET, all others POST.
namespace central_route {
inline constexpr std::string_view kChallenge = "/v1/challenge";
inline constexpr std::string_view kByCard = "/v1/eligibility/card"; ///< also the first-use registration
inline constexpr std::string_view kByNumber = "/v1/eligibility/number";
inline constexpr std::string_view kReferenceNumber = "/v1/reference-number";
inline constexpr std::string_view kStatus = "/v1/status";
} // namespace central_route

inline constexpr std::string_view kCentralContentType = "application/xml; charset=utf-8";
inline constexpr std::string_view kIdempotencyHeader = "Idempotency-Key";

/// Why the central system refuses a question; the ErrorCode on the wire is "MC" and the number, two digits.
enum class CentralError : std::uint8_t {
    BadRequest = 1,         ///< not a message of this profile
    TerminalNotAllowed = 2, ///< the client certificate may not ask this
    ChallengeUnknown = 3,   ///< nonce never given out, used already, or too old
    SignatureInvalid = 4,   ///< the signature does not hold over what was asked
    CertificateUntrusted = 5,
    CertificateExpired = 6,
    CertificateRevoked = 7,
    NotOffered = 8,          ///< this service does not exist here, or not now
    IdempotencyConflict = 9, ///< same key, other question
    Busy = 10,
    Broken = 11, ///< the central system's own mistake
};

/// The question by card and who asks it.
struct CardQuestion {
    std::string institutionCode; ///< 10 digits
    EligibilityQuery query;      ///< idempotencyKey is ArbitraryFileIdentifier, up to 64 characters
};

struct CentralRefusal {
    CentralError error{CentralError::Broken};
};

/// One line of the service status: "eligibility-card", true.
struct ServiceState {
    std::string name;
    bool open{false};

    friend bool operator==(const ServiceState&, const ServiceState&) = default;
};

[[nodiscard]] Result<std::string> encode(const Challenge& challenge);
[[nodiscard]] Result<std::string> encode(const CardQuestion& question);
[[nodiscard]] Result<std::string> encode(const CentralAnswer& answer);
[[nodiscard]] Result<std::string> encode(const CentralRefusal& refusal);
[[nodiscard]] Result<std::string> encode(const std::vector<ServiceState>& services);
[[nodiscard]] Result<std::string> encode(const QualificationRequest& question);
[[nodiscard]] Result<std::string> encode(const ReferenceNumberRegistration& question);
[[nodiscard]] Result<std::string> encode(const ReferenceNumberAnswer& answer);

[[nodiscard]] Parsed<Challenge> decodeChallenge(std::string_view body);
[[nodiscard]] Parsed<CardQuestion> decodeCardQuestion(std::string_view body);
[[nodiscard]] Parsed<CentralAnswer> decodeCentralAnswer(std::string_view body);
[[nodiscard]] Parsed<CentralRefusal> decodeCentralRefusal(std::string_view body);
[[nodiscard]] Parsed<std::vector<ServiceState>> decodeServiceStates(std::string_view body);
[[nodiscard]] Parsed<QualificationRequest> decodeNumberQuestion(std::string_view body);
[[nodiscard]] Parsed<ReferenceNumberRegistration> decodeReferenceNumberQuestion(std::string_view body);
[[nodiscard]] Parsed<ReferenceNumberAnswer> decodeReferenceNumberAnswer(std::string_view body);

} // namespace madoguchi
