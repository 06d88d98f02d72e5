// SPDX-License-Identifier: Apache-2.0
#include "practice/central/Decision.h"

#include "domain/eligibility/Resolution.h"

namespace madoguchi {
namespace {

constexpr std::string_view kAssistance = "A1"; // 医療扶助, in OQSCD010

/// Entry and record stand at the same place.
struct Register {
    std::vector<QualificationEntry> entries;
    std::vector<const Qualification*> records;
};

/// A record without a first day covers none.
void add(Register& to, const std::string& person, const Qualification& q)
{
    const auto start = parseCivilDate(q.qualificationDate);
    if (!start)
        return;
    to.entries.push_back({.person = person,
                          .insurer = q.insurerNumber,
                          .symbol = q.symbol,
                          .number = q.number,
                          .branch = q.branch,
                          .birth = parseCivilDate(q.birthdate),
                          .coverage = {.start = *start,
                                       .loss = parseCivilDate(q.disqualificationDate),
                                       .cardEnd = parseCivilDate(q.validTo)},
                          .registered = std::nullopt});
    to.records.push_back(&q);
}

NumberLookup questionOf(const QualificationRequest& request)
{
    constexpr std::size_t kMonthAndDay = 4;
    NumberLookup question{.insurer = request.insurerNumber,
                          .symbol = request.symbol,
                          .number = request.number,
                          .branch = request.branch,
                          .birth = std::nullopt,
                          .monthDay = {}};
    if (request.branch.empty())
        question.birth = parseCivilDate(request.birthdate);
    else if (request.birthdate.size() >= kMonthAndDay)
        question.monthDay = request.birthdate.substr(request.birthdate.size() - kMonthAndDay);
    return question;
}

Decision decide(const EligibilityLookup& question, const Register& known, const std::string& day)
{
    const auto date = parseCivilDate(day);
    if (!date)
        return {};
    const Resolution found = resolve(question, known.entries, *date, *date);
    Decision decision{.validity = found.validity, .record = std::nullopt};
    decision.overlap = found.reason == ResolutionReason::Overlap;
    if (!found.entry)
        return decision;
    decision.record = *known.records[static_cast<std::size_t>(found.entry - known.entries.data())];
    if (decision.validity == Validity::Valid && decision.record->cardClassification == kAssistance)
        decision.validity = Validity::ValidUnregistered;
    return decision;
}

} // namespace

Decision decideByCard(const History& history, const std::string& day)
{
    Register known;
    for (const Qualification& q : history)
        add(known, {}, q);
    return decide(CardLookup{.person = {}}, known, day);
}

Decision decideByNumber(const QualificationRequest& request, const std::vector<PersonHistory>& people)
{
    Register known;
    for (const auto& [person, history] : people)
        for (const Qualification& q : history)
            add(known, std::to_string(person), q);
    return decide(questionOf(request), known, request.confirmedFor);
}

} // namespace madoguchi
