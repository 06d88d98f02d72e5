// SPDX-License-Identifier: Apache-2.0
// The published vectors of 資格有効性: a person who changed insurers with a lag, twins under one number, and
// a certificate with a last day.
#include "practice/central/Decision.h"
#include "practice/central/CardProof.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono;

namespace {

Qualification record(std::string insurer, std::string number, std::string branch, std::string birth,
                     std::string from, std::string lost = {}, std::string validTo = {})
{
    Qualification q;
    q.cardClassification = "01";
    q.insurerNumber = std::move(insurer);
    q.symbol = "12";
    q.number = std::move(number);
    q.branch = std::move(branch);
    q.birthdate = std::move(birth);
    q.qualificationDate = std::move(from);
    q.disqualificationDate = std::move(lost);
    q.validTo = std::move(validTo);
    return q;
}

const Qualification kOld = record("06139992", "345", "01", "19850405", "20200401", "20261001");
const Qualification kNew = record("06138887", "9", "00", "19850405", "20261001");
const History kBeforeArrival{kOld}; // the new employer's registration arrives on 2026-10-20
const History kAfterArrival{kOld, kNew};
const std::vector<PersonHistory> kTwins{{2, {record("06138887", "77", "02", "19960203", "20180401")}},
                                        {3, {record("06138887", "77", "03", "19960203", "20180401")}}};

QualificationRequest ask(const Qualification& printed, std::string day, std::string branch, std::string birth)
{
    QualificationRequest request;
    request.confirmedFor = std::move(day);
    request.insurerNumber = printed.insurerNumber;
    request.symbol = printed.symbol;
    request.number = printed.number;
    request.branch = std::move(branch);
    request.birthdate = std::move(birth);
    return request;
}

QualificationRequest askOld(std::string day, std::string birth = "19850405")
{
    return ask(kOld, std::move(day), "01", std::move(birth));
}

} // namespace

TEST_CASE("dayOfLossIsTheFirstWithoutCover")
{
    CHECK(decideByCard({kOld}, "20260930").validity == Validity::Valid);
    CHECK(decideByCard({kOld}, "20261001").validity == Validity::Invalid);
}

TEST_CASE("lastDayOfTheCertificateCounts")
{
    const Qualification elderly = record("39131016", "1", "", "19400101", "20160101", "", "20270731");

    CHECK(decideByCard({elderly}, "20270731").validity == Validity::Valid);
    CHECK(decideByCard({elderly}, "20270801").validity == Validity::Invalid);
}

TEST_CASE("cardFindsTheNewestCover")
{
    CHECK(decideByCard(kBeforeArrival, "20260930").validity == Validity::Valid);
    CHECK(decideByCard(kBeforeArrival, "20261001").validity == Validity::Invalid);
    CHECK(decideByCard(kAfterArrival, "20261001").validity == Validity::Valid);
    CHECK(decideByCard(kAfterArrival, "20261001").record->number == "9");
    CHECK(decideByCard({}, "20261001").validity == Validity::NotFound);
}

TEST_CASE("twoCoversWarnAndTheNewerWins")
{
    Qualification unreported = kOld;
    unreported.disqualificationDate.clear();

    const Decision decision = decideByCard({kNew, unreported}, "20261101");

    CHECK(decision.validity == Validity::Valid);
    CHECK(decision.overlap);
    CHECK(decision.record->number == "9");
}

TEST_CASE("whatHasEndedIsShownBeforeWhatWillBegin")
{
    Qualification future = kNew;
    future.qualificationDate = "20261201";

    CHECK(decideByCard({future, kOld}, "20261101").record->number == "345");
    CHECK(decideByCard({future}, "20261101").record->number == "9");
}

TEST_CASE("oldNumberIsInvalidUntilTheNewOneIsKnown")
{
    CHECK(decideByNumber(askOld("20260930"), {{1, kBeforeArrival}}).validity == Validity::Valid);
    CHECK(decideByNumber(askOld("20261005"), {{1, kBeforeArrival}}).validity == Validity::Invalid);
    CHECK(decideByNumber(askOld("20261025"), {{1, kAfterArrival}}).validity == Validity::InvalidNewerExists);
}

TEST_CASE("newerRecordIsNotDisclosedToANumber")
{
    const Decision decision = decideByNumber(askOld("20261025"), {{1, kAfterArrival}});

    REQUIRE(decision.record);
    CHECK(decision.record->number == "345");
}

TEST_CASE("monthAndDayMustAgreeEvenWithABranch")
{
    CHECK(decideByNumber(askOld("20260930", "0405"), {{1, kBeforeArrival}}).validity == Validity::Valid);
    CHECK(decideByNumber(askOld("20260930", "19850406"), {{1, kBeforeArrival}}).validity ==
          Validity::NotFound);
}

TEST_CASE("twinsNeedTheBranch")
{
    const Qualification& printed = kTwins.front().history.front();

    CHECK(decideByNumber(ask(printed, "20261101", "", "19960203"), kTwins).validity == Validity::Several);
    CHECK(decideByNumber(ask(printed, "20261101", "03", "0203"), kTwins).record->branch == "03");
    CHECK_FALSE(decideByNumber(ask(printed, "20261101", "", "19960203"), kTwins).record);
}

TEST_CASE("withoutBranchTheWholeBirthDateIsNeeded")
{
    const Qualification& printed = kTwins.front().history.front();

    CHECK_FALSE(decideByNumber(ask(printed, "20261101", "", ""), kTwins).validity);
    CHECK_FALSE(decideByNumber(ask(printed, "20261101", "", "0203"), kTwins).validity);
}

TEST_CASE("medicalAssistanceIsSix")
{
    Qualification assistance = kNew;
    assistance.cardClassification = "A1";

    CHECK(decideByCard({assistance}, "20261101").validity == Validity::ValidUnregistered);
}

TEST_CASE("certificateEndsOnItsLastDayAndGraceThreeMonthsLater")
{
    const year_month_day end{2026y / November / 30d};

    CHECK(certificateStateOn(2026y / August / 29d, end) == CertificateState::Valid);
    CHECK(certificateStateOn(2026y / August / 30d, end) == CertificateState::EndsSoon);
    CHECK(certificateStateOn(2026y / November / 30d, end) == CertificateState::EndsSoon);
    CHECK(certificateStateOn(2026y / December / 1d, end) == CertificateState::InGrace);
    CHECK(certificateStateOn(2027y / February / 28d, end) == CertificateState::InGrace);
    CHECK(certificateStateOn(2027y / March / 1d, end) == CertificateState::Expired);
}
