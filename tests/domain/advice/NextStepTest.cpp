// SPDX-License-Identifier: Apache-2.0
#include "domain/advice/NextStep.h"

#include "domain/advice/NextStepTable.h"
#include "domain/eligibility/AnswerReason.h"
#include "domain/eligibility/Resolution.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace madoguchi;

namespace {

/// Words in both languages: not empty, not the same, and Japanese where Japanese is expected.
bool spoken(TextId sentence)
{
    const auto foreign = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    const auto japanese = text(sentence, Language::Japanese);
    return !text(sentence, Language::English).empty() && std::ranges::any_of(japanese, foreign);
}

void checkRow(const NextStep& row)
{
    CHECK(spoken(row.headline));
    CHECK(spoken(row.say));
    CHECK(spoken(row.claim));
    CHECK_FALSE(row.steps().empty());
    for (const auto& step : row.steps())
        CHECK(spoken(step));
    CHECK(spoken(label(row.action)));
}

VisitStatus answered(ResolutionReason reason, Outcome outcome = Outcome::SeeReception)
{
    return {.stage = Stage::Finished, .outcome = outcome, .reason = reason, .proof = Method::Pin};
}

EligibilityAnswer answer(Validity validity, const Qualification& qualification)
{
    EligibilityAnswer answer;
    answer.confirmedFor = "20261120";
    answer.processingStatus = "1";
    answer.validity = validity;
    answer.results = {qualification};
    return answer;
}

Qualification from(std::string start, std::string loss = {}, std::string cardEnd = {})
{
    Qualification qualification;
    qualification.qualificationDate = std::move(start);
    qualification.disqualificationDate = std::move(loss);
    qualification.validTo = std::move(cardEnd);
    return qualification;
}

} // namespace

TEST_CASE("everySituationSaysWhatToSayAndDo")
{
    REQUIRE(situationRows().size() == kSituationCount);
    for (std::size_t i = 0; i < kSituationCount; ++i) {
        const auto situation = static_cast<Situation>(i);
        INFO(name(situation));
        checkRow(nextStep(situation));
    }
}

TEST_CASE("everyFaultSaysWhatToSayAndDo")
{
    for (const auto& fault : faultTable()) {
        INFO(fault.supportCode);
        checkRow(nextStep(fault.code));
        CHECK(nextStep(fault.code).headline == fault.headline);
    }
}

TEST_CASE("everyReasonOfTheRulesAndEveryValidityHasItsRow")
{
    std::set<Situation> byNumber;
    std::set<TextId> headlines;
    for (int i = 0; i <= static_cast<int>(ResolutionReason::Unregistered); ++i) {
        const auto reason = static_cast<ResolutionReason>(i);
        const auto situation = situationOf(reason, true);
        CHECK(name(situation) == name(reason));
        byNumber.insert(situation);
        headlines.insert(nextStep(situation).headline);
    }
    CHECK(byNumber.size() == static_cast<std::size_t>(ResolutionReason::Unregistered) + 1);
    CHECK(headlines.size() == byNumber.size());

    const auto plain = from("20200401");
    CHECK(reasonOf(answer(Validity::Valid, plain)) == ResolutionReason::Ok);
    CHECK(reasonOf(answer(Validity::Invalid, from("20200401", "20261120"))) == ResolutionReason::Lost);
    CHECK(reasonOf(answer(Validity::InvalidNewerExists, plain)) == ResolutionReason::NewExists);
    CHECK(reasonOf(answer(Validity::NotFound, plain)) == ResolutionReason::NoMatch);
    CHECK(reasonOf(answer(Validity::Several, plain)) == ResolutionReason::Multiple);
    CHECK(reasonOf(answer(Validity::ValidUnregistered, plain)) == ResolutionReason::Unregistered);
    CHECK(reasonOf(EligibilityAnswer{}) == ResolutionReason::Format);
}

TEST_CASE("theDatesOfAnAnswerSayWhy")
{
    CHECK(reasonOf(answer(Validity::Invalid, from("20200401", {}, "20261119"))) == ResolutionReason::Expired);
    CHECK(reasonOf(answer(Validity::Invalid, from("20261121"))) == ResolutionReason::NotYet);
    CHECK(reasonOf(answer(Validity::Valid, from("20200401", {}, "20261221"))) == ResolutionReason::EndsSoon);
    CHECK(reasonOf(answer(Validity::Valid, from("20200401", {}, "20261222"))) == ResolutionReason::Ok);
    CHECK(reasonOf(answer(Validity::Valid, from("20200401", "20261222"))) == ResolutionReason::EndsSoon);
    CHECK(reasonOf(answer(Validity::Valid, from("20200401", "20261223"))) == ResolutionReason::Ok);

    auto twice = answer(Validity::Valid, from("20200401"));
    twice.results.push_back(from("20260401"));
    CHECK(reasonOf(twice) == ResolutionReason::Overlap);
    auto refused = answer(Validity::Valid, from("20200401"));
    refused.processingStatus = "2";
    CHECK(reasonOf(refused) == ResolutionReason::Format);
}

TEST_CASE("anEndedVisitAlwaysHasItsRow")
{
    const auto headline = [](const VisitStatus& status) { return nextStep(status, true, false).headline; };

    CHECK(headline(answered(ResolutionReason::Lost)) == nextStep(Situation::Lost).headline);
    CHECK(headline(answered(ResolutionReason::NoMatch)) == nextStep(Situation::NoMatchCard).headline);
    auto typed = answered(ResolutionReason::NoMatch);
    typed.proof.reset();
    CHECK(headline(typed) == nextStep(Situation::NoMatch).headline);
    CHECK(headline({.stage = Stage::Failed, .fault = FaultCode::PinLocked}) ==
          nextStep(FaultCode::PinLocked).headline);
    CHECK(headline({.stage = Stage::Erasing}) == nextStep(Situation::EndedWithoutReception).headline);
    CHECK(headline({.stage = Stage::Erasing, .outcome = Outcome::SeeReception}) ==
          nextStep(Situation::SeeReception).headline);
    auto omitted = answered(ResolutionReason::Ok, Outcome::Received);
    omitted.kanjiNameOmitted = true;
    CHECK(headline(omitted) == nextStep(Situation::NameOmitted).headline);
    auto notHandedOver = answered(ResolutionReason::Ok, Outcome::Received);
    notHandedOver.fault = FaultCode::HandOverFolderFull;
    CHECK(headline(notHandedOver) == nextStep(FaultCode::HandOverFolderFull).headline);
    notHandedOver.reason = ResolutionReason::Lost; // the patient first
    CHECK(headline(notHandedOver) == nextStep(Situation::Lost).headline);
}

TEST_CASE("anActiveVisitSaysWhatItWaitsFor")
{
    const auto situation = [](const VisitStatus& status, bool called = false) {
        return situationOf(status, false, called);
    };

    CHECK(situation({.stage = Stage::WaitingForStaff}) == Situation::EyeWanted);
    CHECK(situation({.stage = Stage::WaitingForStaff, .withoutCard = true}) == Situation::NumberWanted);
    CHECK(faultDecides({.stage = Stage::WaitingForStaff, .fault = FaultCode::LineDown, .withoutCard = true},
                       false));
    CHECK_FALSE(faultDecides({.stage = Stage::WaitingForStaff, .fault = FaultCode::PinLocked}, false));
    CHECK(situation({.stage = Stage::LookingAtFace, .securityNumberWanted = true}) ==
          Situation::CardNumberWanted);
    CHECK(situation({.stage = Stage::EnteringPin}) == Situation::Going);
    CHECK(situation({.stage = Stage::EnteringPin}, true) == Situation::HelpCalled);
    CHECK(situation({.stage = Stage::CardLeftBehind, .outcome = Outcome::Received}) == Situation::CardLeft);
    CHECK(situation(answered(ResolutionReason::Lost), true) == Situation::HelpCalled);
    CHECK_FALSE(faultDecides({.stage = Stage::EnteringPin, .fault = FaultCode::PinWrong}, false));
}

TEST_CASE("aDateStandsOnlyWhereTheRowHasAPlaceForIt")
{
    const auto date = *parseCivilDate("2026-10-31");

    CHECK(headlineOn(nextStep(Situation::EndsSoon), Language::Japanese, date) == "有効です（10月31日まで）");
    CHECK(headlineOn(nextStep(Situation::EndsSoon), Language::English, date) == "Valid (until 2026-10-31)");
    CHECK(headlineOn(nextStep(Situation::EndsSoon), Language::Japanese, std::nullopt) ==
          text(nextStep(Situation::EndsSoon).headline, Language::Japanese));
    CHECK(headlineOn(nextStep(Situation::Ok), Language::Japanese, date) ==
          text(nextStep(Situation::Ok).headline, Language::Japanese));
}
