// SPDX-License-Identifier: Apache-2.0
#include "domain/record/PaneRecord.h"

namespace madoguchi {
namespace {

void takeElderly(PaneRecord& record, const ElderlyCertificate& elderly)
{
    record.elderly = true;
    record.elderlyRatio = elderly.contributionRatio;
    record.elderlyStart = elderly.validStart;
    record.elderlyEnd = elderly.validEnd;
}

void takePerson(PaneRecord& record, const Qualification& q)
{
    record.name = q.name;
    record.nameOfOther = q.nameOfOther;
    record.nameKana = q.nameKana;
    record.sex = q.sex1;
    record.birth = q.birthdate;
    record.postNumber = q.postNumber;
    record.address = q.address;
}

void takeCover(PaneRecord& record, const Qualification& q)
{
    record.cardClass = q.cardClassification;
    record.insurerNumber = q.insurerNumber;
    record.insurerName = q.insurerName;
    record.symbol = q.symbol;
    record.number = q.number;
    record.branch = q.branch;
    record.personalFamily = q.personalFamily;
    record.start = q.qualificationDate;
    record.loss = q.disqualificationDate;
    record.validTo = q.validTo;
    record.ratio = q.contributionRatio;
    record.referenceNumber = q.referenceNumber;
    if (q.elderly)
        takeElderly(record, *q.elderly);
    if (q.limit) {
        record.limitClass = q.limit->limitClass;
        record.limitStart = q.limit->validStart;
        record.limitEnd = q.limit->validEnd;
    }
}

} // namespace

PaneRecord paneRecord(const EligibilityAnswer& answer)
{
    PaneRecord record;
    record.validity = answer.validity;
    record.processed = answer.segmentOfResult == "1" && answer.processingStatus == "1";
    record.byNumber = answer.referenceClass == "2";
    record.results = static_cast<int>(answer.results.size());
    record.confirmedFor = answer.confirmedFor;
    record.notice = answer.processingMessage.empty() ? answer.errorMessage : answer.processingMessage;
    if (answer.results.empty())
        return record;
    const auto& q = answer.results.front();
    takePerson(record, q);
    takeCover(record, q);
    const std::array<const ConsentRecord*, 4> consents{&q.medicines, &q.visits, &q.surgery, &q.checkUps};
    for (std::size_t item = 0; item < consents.size(); ++item) {
        record.consents[item] = consents[item]->flag;
        record.consentEnds[item] = consents[item]->availableUntil;
    }
    return record;
}

} // namespace madoguchi
