// SPDX-License-Identifier: Apache-2.0
// Which element of the vocabulary is which member, once for both directions: a visitor that reads takes the
// texts out of elements, a visitor that writes puts them in. `Record` is the struct, const when it is
// written.
//
// A visitor offers  text(element, string)  insurer(element, string)  consent(prefix, ConsentRecord)
//                   untilConsent(prefix, ConsentRecord)  validity(element, optional<Validity>)
//                   container(element, optional<T>, fields)
//                   list(list, element, vector<T>, fields)  pairs(vector<pair<name, text>>)
#pragma once

#include "domain/record/EligibilityAnswer.h"

namespace madoguchi::fields {

template<typename Record, typename Visitor>
void elderly(Record& record, Visitor& v)
{
    v.text("ElderlyRecipientCertificateDate", record.issued);
    v.text("ElderlyRecipientValidStartDate", record.validStart);
    v.text("ElderlyRecipientValidEndDate", record.validEnd);
    v.text("ElderlyRecipientContributionRatio", record.contributionRatio);
}

template<typename Record, typename Visitor>
void limit(Record& record, Visitor& v)
{
    v.text("LimitApplicationCertificateClassification", record.kind);
    v.text("LimitApplicationCertificateClassificationFlag", record.limitClass);
    v.text("LimitApplicationCertificateDate", record.issued);
    v.text("LimitApplicationCertificateValidStartDate", record.validStart);
    v.text("LimitApplicationCertificateValidEndDate", record.validEnd);
    v.text("LimitApplicationCertificateLongTermDate", record.longTermDate);
}

template<typename Record, typename Visitor>
void disease(Record& record, Visitor& v)
{
    v.text("SpecificDiseasesDiseaseCategory", record.category);
    v.text("SpecificDiseasesCertificateDate", record.issued);
    v.text("SpecificDiseasesValidStartDate", record.validStart);
    v.text("SpecificDiseasesValidEndDate", record.validEnd);
    v.text("SpecificDiseasesSelfPay", record.selfPay);
}

template<typename Record, typename Visitor>
void ticket(Record& record, Visitor& v)
{
    v.pairs(record.elements);
}

/// With whom and under which number somebody is insured: found, or asked for.
template<typename Record, typename Visitor>
void insured(Record& record, Visitor& v)
{
    v.insurer("InsurerNumber", record.insurerNumber);
    v.text("InsuredCardSymbol", record.symbol);
    v.text("InsuredIdentificationNumber", record.number);
    v.text("InsuredBranchNumber", record.branch);
}

/// Who the person is and what card of insurance it is.
template<typename Record, typename Visitor>
void person(Record& record, Visitor& v)
{
    v.text("InsuredCardClassification", record.cardClassification);
    insured(record, v);
    v.text("PersonalFamilyClassification", record.personalFamily);
    v.text("InsuredName", record.insuredName);
    v.text("Name", record.name);
    v.text("NameOfOther", record.nameOfOther);
    v.text("NameKana", record.nameKana);
    v.text("NameOfOtherKana", record.nameOfOtherKana);
    v.text("Sex1", record.sex1);
    v.text("Sex2", record.sex2);
    v.text("Birthdate", record.birthdate);
    v.text("Address", record.address);
    v.text("PostNumber", record.postNumber);
}

/// ResultOfQualificationConfirmation.
template<typename Record, typename Visitor>
void qualification(Record& record, Visitor& v)
{
    person(record, v);
    v.text("QualificationDate", record.qualificationDate);
    v.text("DisqualificationDate", record.disqualificationDate);
    v.text("InsuredCertificateIssuanceDate", record.issued);
    v.text("InsuredCardValidDate", record.validFrom);
    v.text("InsuredCardExpirationDate", record.validTo);
    v.text("InsuredPartialContributionRatio", record.contributionRatio);
    v.text("PreschoolClassification", record.preschool);
    v.text("ReasonOfLoss", record.reasonOfLoss);
    v.text("InsurerName", record.insurerName);
    v.container("ElderlyRecipientCertificateInfo", record.elderly, [](auto& e, auto& in) { elderly(e, in); });
    v.consent("LimitApplicationCertificateRelated", record.limitConsent);
    v.container("LimitApplicationCertificateRelatedInfo", record.limit,
                [](auto& l, auto& in) { limit(l, in); });
    v.consent("SpecificDiseasesCertificateRelated", record.diseaseConsent);
    v.list("SpecificDiseasesCertificateList", "SpecificDiseasesCertificateInfo", record.diseases,
           [](auto& d, auto& in) { disease(d, in); });
    v.list("PublicExpenseResultList", "MedicalTicketInfo", record.tickets,
           [](auto& t, auto& in) { ticket(t, in); });
    v.untilConsent("SpecificHealthCheckupsInfo", record.checkUps);
    v.untilConsent("PharmacistsInfo", record.medicines);
    v.untilConsent("DiagnosisInfo", record.visits);
    v.untilConsent("OperationInfo", record.surgery);
    v.text("ReferenceNumber", record.referenceNumber);
}

/// When and for which institution an answer was made: of every answer's header.
template<typename Answer, typename Visitor>
void answerHead(Answer& answer, Visitor& v)
{
    v.text("ProcessExecutionTime", answer.executedAt);
    v.text("QualificationConfirmationDate", answer.confirmedFor);
    v.text("MedicalInstitutionCode", answer.institutionCode);
}

/// How one question ended.
template<typename Answer, typename Visitor>
void processing(Answer& answer, Visitor& v)
{
    v.text("ProcessingResultStatus", answer.processingStatus);
    v.text("ProcessingResultCode", answer.processingCode);
    v.text("ProcessingResultMessage", answer.processingMessage);
}

} // namespace madoguchi::fields
