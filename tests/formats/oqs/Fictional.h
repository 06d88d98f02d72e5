// SPDX-License-Identifier: Apache-2.0
// Invented people and answers for the tests of messages and hand-over. Insurer's numbers begin with 99 after
// the law's code, which no real insurer has.
#pragma once

#include "domain/record/EligibilityAnswer.h"

#include <string>
#include <utility>

namespace madoguchi::fictional {

using namespace std::string_literals; // moved in: GCC 12 at -O3 warns wrongly of copied literals (its bug
                                      // 105329)

/// A wife's family insurance with everything a record can have.
inline Qualification everything()
{
    Qualification q;
    q.cardClassification = "01"s;
    q.insurerNumber = "06990017"s;
    q.symbol = "１２－３４"s;
    q.number = "５６７８"s;
    q.branch = "02"s;
    q.personalFamily = "2"s;
    q.insuredName = "見本　太郎"s;
    q.name = "見本　花子"s;
    q.nameOfOther = "例　ハナ"s;
    q.nameKana = "ﾐﾎﾝ ﾊﾅｺ"s;
    q.nameOfOtherKana = "ﾚｲ ﾊﾅ"s;
    q.sex1 = "2"s;
    q.sex2 = "3"s;
    q.birthdate = "19850704"s;
    q.address = "東京都架空区見本町１－２－３"s;
    q.postNumber = "100-0000"s;
    q.qualificationDate = "20240401"s;
    q.disqualificationDate = "20270331"s;
    q.issued = "20240402"s;
    q.validFrom = "20240401"s;
    q.validTo = "20290331"s;
    q.contributionRatio = "030"s;
    q.preschool = "1"s;
    q.reasonOfLoss = "03"s;
    q.insurerName = "架空健康保険組合 & <本部>"s;
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
    q.referenceNumber = "00024434"s;
    return q;
}

inline EligibilityAnswer answerWith(Qualification qualification)
{
    EligibilityAnswer answer{.executedAt = "20261120093015",
                             .confirmedFor = "20261120",
                             .institutionCode = "1319999991",
                             .fileIdentifier = "TWFkb2d1Y2hpMDE=",
                             .referenceClass = "1",
                             .segmentOfResult = "1",
                             .errorCode = {},
                             .errorMessage = {},
                             .processingStatus = "1",
                             .processingCode = {},
                             .processingMessage = {},
                             .validity = Validity::Valid,
                             .prescriptionIssue = "2",
                             .results = {}};
    answer.results.push_back(std::move(qualification));
    return answer;
}

/// An answer of the plainest kind.
inline EligibilityAnswer plainAnswer()
{
    Qualification q;
    q.cardClassification = "01"s;
    q.insurerNumber = "00990011"s;
    q.number = "１２３４５６７"s;
    q.name = "架空　次郎"s;
    q.nameKana = "ｶｸｳ ｼﾞﾛｳ"s;
    q.sex1 = "1"s;
    q.birthdate = "19700102"s;
    q.insurerName = "架空市"s;
    return answerWith(std::move(q));
}

} // namespace madoguchi::fictional
