// SPDX-License-Identifier: Apache-2.0
// People and answers that nobody has, for tests that need a whole one; each changes what it is about.
#pragma once

#include "domain/record/EligibilityAnswer.h"

namespace madoguchi::sample {

/// Hanako of the practice, as her certificate has her.
inline Qualification hanako()
{
    Qualification q;
    q.cardClassification = "01";
    q.insurerNumber = "06139992";
    q.insurerName = "架空健康保険組合";
    q.symbol = "１２";
    q.number = "３４５";
    q.branch = "01";
    q.name = "架空　花子";
    q.nameKana = "ｶｸｳ ﾊﾅｺ";
    q.sex1 = "2";
    q.birthdate = "19880412";
    return q;
}

/// Somebody whose name has a character that only few systems know.
inline Qualification masked()
{
    auto q = hanako();
    q.name = "●橋　花子";
    q.nameKana = "ﾀｶﾊｼ ﾊﾅｺ";
    q.birthdate = "19700102";
    return q;
}

/// Asked by card on 2026-11-20, answered and valid.
inline EligibilityAnswer validAnswer(Qualification q = hanako())
{
    EligibilityAnswer answer;
    answer.executedAt = "20261120093015";
    answer.confirmedFor = "20261120";
    answer.institutionCode = "1319999991";
    answer.referenceClass = "1";
    answer.segmentOfResult = answer.processingStatus = "1";
    answer.validity = Validity::Valid;
    answer.results.push_back(std::move(q));
    return answer;
}

/// 薬 yes, 診療 no, 健診 expired.
inline void answerConsents(Qualification& q)
{
    q.medicines = {"1", "20261120090200", "20261121090200"};
    q.visits = {"0", "", ""};
    q.checkUps = {"2", "20261118090200", "20261119090200"};
}

} // namespace madoguchi::sample
