// SPDX-License-Identifier: Apache-2.0
// Invented people and answers for the tests of messages and hand-over. Insurer's numbers begin with 99 after
// the law's code, which no real insurer has.
#pragma once

#include "core/EligibilityAnswer.h"

namespace madoguchi::fictional {

/// A wife's family insurance with everything a record can have.
inline Qualification everything()
{
    Qualification q;
    q.cardClassification = "01";
    q.insurerNumber = "06990017";
    q.symbol = "１２－３４";
    q.number = "５６７８";
    q.branch = "02";
    q.personalFamily = "2";
    q.insuredName = "見本　太郎";
    q.name = "見本　花子";
    q.nameOfOther = "例　ハナ";
    q.nameKana = "ﾐﾎﾝ ﾊﾅｺ";
    q.nameOfOtherKana = "ﾚｲ ﾊﾅ";
    q.sex1 = "2";
    q.sex2 = "3";
    q.birthdate = "19850704";
    q.address = "東京都架空区見本町１－２－３";
    q.postNumber = "100-0000";
    q.qualificationDate = "20240401";
    q.disqualificationDate = "20270331";
    q.issued = "20240402";
    q.validFrom = "20240401";
    q.validTo = "20290331";
    q.contributionRatio = "030";
    q.preschool = "1";
    q.reasonOfLoss = "03";
    q.insurerName = "架空健康保険組合 & <本部>";
    q.elderly = ElderlyCertificate{"20260801", "20260801", "20270731", "020"};
    q.limitConsent = {"1", "20261120093010", ""};
    q.limit = LimitCertificate{"01", "A03", "20261101", "20261101", "20270731", "20261201"};
    q.diseaseConsent = {"1", "20261120093010", ""};
    q.diseases = {SpecificDisease{"1", "20260801", "20260801", "20270731", "10000"},
                  SpecificDisease{"2", "20260901", "20260901", "20270831", "20000"}};
    q.tickets = {MedicalTicket{{{"TicketType", "01"}, {"StatusOfInfecton", "02"}, {"Remarks1", "備考"}}}};
    q.checkUps = {"0", "20261120093010", ""};
    q.medicines = {"1", "20261120093010", "20261121093010"};
    q.visits = {"1", "20261120093010", "20261121093010"};
    q.surgery = {"2", "20261120093010", "20261121093010"};
    q.referenceNumber = "00024434";
    return q;
}

inline EligibilityAnswer answerWith(Qualification qualification)
{
    EligibilityAnswer answer;
    answer.executedAt = "20261120093015";
    answer.confirmedFor = "20261120";
    answer.institutionCode = "1319999991";
    answer.fileIdentifier = "TWFkb2d1Y2hpMDE=";
    answer.referenceClass = "1";
    answer.segmentOfResult = "1";
    answer.processingStatus = "1";
    answer.validity = Validity::Valid;
    answer.prescriptionIssue = "2";
    answer.results.push_back(std::move(qualification));
    return answer;
}

/// An answer of the plainest kind.
inline EligibilityAnswer plainAnswer()
{
    Qualification q;
    q.cardClassification = "01";
    q.insurerNumber = "00990011";
    q.number = "１２３４５６７";
    q.name = "架空　次郎";
    q.nameKana = "ｶｸｳ ｼﾞﾛｳ";
    q.sex1 = "1";
    q.birthdate = "19700102";
    q.insurerName = "架空市";
    return answerWith(std::move(q));
}

} // namespace madoguchi::fictional
