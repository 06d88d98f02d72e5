// SPDX-License-Identifier: Apache-2.0
// The requests of the receipt computer that we answer or pass on, and the short answers among them. Insurer's
// numbers are eight digits here, as everywhere in core; files pad shorter ones with spaces.
#pragma once

#include "domain/record/EligibilityAnswer.h"
#include "formats/oqs/MessageDocument.h"
#include "foundation/base/Result.h"

#include <string>
#include <string_view>
#include <vector>

namespace madoguchi {

/// OQSsiquc01req: is this person insured, asked by symbol and number.
struct QualificationRequest {
    std::string confirmedFor;    ///< QualificationConfirmationDate, YYYYMMDD
    std::string institutionCode; ///< 10 digits
    std::string fileIdentifier;  ///< echoed in the answer, byte for byte
    std::string insurerNumber;
    std::string symbol, number, branch;
    std::string birthdate;    ///< YYYYMMDD; between terminal and central system also MMDD
    bool limitConsent{false}; ///< may the 限度額 class be told
    std::string arbitraryIdentifier;

    friend bool operator==(const QualificationRequest&, const QualificationRequest&) = default;
};

/// One person's clinic number (照会番号) for the insurer's records.
struct ReferenceNumberEntry {
    std::string referenceNumber; ///< as the clinic writes it, leading zeros kept; 50 characters at most
    std::string insurerNumber;
    std::string symbol, number, branch;

    friend bool operator==(const ReferenceNumberEntry&, const ReferenceNumberEntry&) = default;
};

/// OQSsiimm01req with one entry, OQSmuimm01req with any number.
struct ReferenceNumberRegistration {
    std::string institutionCode;
    std::string fileIdentifier;
    std::vector<ReferenceNumberEntry> entries;

    friend bool operator==(const ReferenceNumberRegistration&, const ReferenceNumberRegistration&) = default;
};

/// OQSsiimm01res.
struct ReferenceNumberAnswer {
    std::string executedAt, institutionCode, fileIdentifier;
    std::string segmentOfResult; ///< OQSCD003
    std::string errorCode, errorMessage;
    std::string processingStatus; ///< OQSCD004
    std::string processingCode, processingMessage;
    ReferenceNumberEntry entry; ///< echoed

    friend bool operator==(const ReferenceNumberAnswer&, const ReferenceNumberAnswer&) = default;
};

/// OQSmuquc02req and OQSmuimm02req: fetch the result of a bulk request.
struct BulkFetch {
    std::string institutionCode;
    std::string receptionNumber;

    friend bool operator==(const BulkFetch&, const BulkFetch&) = default;
};

[[nodiscard]] Parsed<QualificationRequest> qualificationRequestOf(const MessageDocument& document);
/// The same as the terminal asks the central system: beside a branch BirthMonthDay may stand for Birthdate.
[[nodiscard]] Parsed<QualificationRequest> numberQuestionOf(const MessageDocument& document);
[[nodiscard]] Parsed<ReferenceNumberRegistration>
referenceNumberRegistrationOf(const MessageDocument& document);
[[nodiscard]] Parsed<ReferenceNumberAnswer> referenceNumberAnswerOf(const MessageDocument& document);
[[nodiscard]] Parsed<BulkFetch> bulkFetchOf(const MessageDocument& document);

/// The answer to such a request, with what was searched for echoed in it.
[[nodiscard]] Result<std::string> writeAnswer(const EligibilityAnswer& answer,
                                              const QualificationRequest& request, Encoding encoding);

[[nodiscard]] Result<std::string> write(const QualificationRequest& request, Encoding encoding);
[[nodiscard]] Result<std::string> write(const ReferenceNumberRegistration& request, Encoding encoding);
[[nodiscard]] Result<std::string> write(const ReferenceNumberAnswer& answer, Encoding encoding);
[[nodiscard]] Result<std::string> write(const BulkFetch& request, Encoding encoding);

/// The .err file beside a returned request: plain text in either encoding. Line breaks stay, other control
/// characters do not; cut after 2000 characters, because a screen shows it.
[[nodiscard]] Parsed<std::string> readRejection(std::string_view bytes);

} // namespace madoguchi
