// SPDX-License-Identifier: Apache-2.0
// The central system's answer in the public OQS vocabulary (receipt computer interface, OQSsiquc01res). Field
// names follow the XML elements; texts are UTF-8 and empty where the element is absent; dates are YYYYMMDD,
// times YYYYMMDDHHmmss, as on the wire. Rules over them live in app/eligibility, the XML in app/messages.
#pragma once

#include "domain/status/ResolutionReason.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi {

/// OQSCD006 資格有効性.
enum class Validity : std::uint8_t {
    Valid = 1,
    Invalid = 2,
    InvalidNewerExists = 3,
    NotFound = 4,
    Several = 5,
    ValidUnregistered = 6, ///< medical assistance only
};

/// 同意 with its time and the time until which the information may be read. flag: OQSCD016 ("0", "1", "2",
/// "3").
struct ConsentRecord {
    std::string flag;
    std::string time;
    std::string availableUntil;
};

/// 高齢受給者証.
struct ElderlyCertificate {
    std::string issued, validStart, validEnd;
    std::string contributionRatio; ///< three digits of percent, "020"
};

/// 限度額適用認定証.
struct LimitCertificate {
    std::string kind;       ///< OQSCD011
    std::string limitClass; ///< OQSCD012, "A03"
    std::string issued, validStart, validEnd, longTermDate;
};

/// 特定疾病療養受療証.
struct SpecificDisease {
    std::string category; ///< OQSCD013
    std::string issued, validStart, validEnd, selfPay;
};

/// 医療券・調剤券 (医療扶助): kept as element name and text, because the terminal only passes it on.
struct MedicalTicket {
    std::vector<std::pair<std::string, std::string>> elements;
};

/// ResultOfQualificationConfirmation: one qualification of one person.
struct Qualification {
    std::string cardClassification; ///< OQSCD010
    std::string insurerNumber;      ///< 8 digits, padded with zeros
    std::string symbol, number, branch;
    std::string personalFamily; ///< OQSCD009
    std::string insuredName;    ///< the policy holder's, not the patient's
    std::string name, nameOfOther;
    std::string nameKana, nameOfOtherKana; ///< half-width kana
    std::string sex1, sex2;                ///< OQSCD007
    std::string birthdate;
    std::string address, postNumber;
    std::string qualificationDate, disqualificationDate;
    std::string issued, validFrom, validTo; ///< of the card; validTo is the last day
    std::string contributionRatio;          ///< 後期高齢者 only
    std::string preschool;                  ///< OQSCD015
    std::string reasonOfLoss;               ///< OQSCD008
    std::string insurerName;
    std::optional<ElderlyCertificate> elderly;
    ConsentRecord limitConsent;
    std::optional<LimitCertificate> limit;
    ConsentRecord diseaseConsent;
    std::vector<SpecificDisease> diseases;
    std::vector<MedicalTicket> tickets;
    ConsentRecord checkUps, medicines, visits,
        surgery;                 ///< SpecificHealthCheckups, Pharmacists, Diagnosis, Operation
    std::string referenceNumber; ///< 照会番号
};

/// A whole OQSsiquc01res.
struct EligibilityAnswer {
    std::string executedAt;      ///< ProcessExecutionTime
    std::string confirmedFor;    ///< QualificationConfirmationDate
    std::string institutionCode; ///< 10 digits
    std::string fileIdentifier;  ///< ArbitraryFileIdentifier
    std::string referenceClass;  ///< OQSCD002: 1 card, 2 number
    std::string segmentOfResult; ///< OQSCD003: 1 normal, 2 processing, 9 abnormal
    std::string errorCode, errorMessage;
    std::string processingStatus; ///< OQSCD004: 1 normal, 2 error
    std::string processingCode, processingMessage;
    std::optional<Validity> validity;
    std::optional<ResolutionReason> reason{}; ///< why; not on the wire: whoever reads the message finds it
    std::string prescriptionIssue;            ///< OQSCD017
    std::vector<Qualification> results;
};

/// What the central system said to a card's question.
struct CentralAnswer {
    bool firstUse{
        false}; ///< the card is genuine but not yet registered as an insurance card: ask, then register
    EligibilityAnswer eligibility;
};

/// What became of the receipt computer's file.
struct HandOver {
    std::string fileName; ///< name only, no personal data in it
    bool kanjiNameOmitted{
        false}; ///< the name cannot be written in the receipt computer's encoding: tell staff
};

} // namespace madoguchi
