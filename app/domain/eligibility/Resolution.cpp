// SPDX-License-Identifier: Apache-2.0
#include "domain/eligibility/Resolution.h"

#include "domain/eligibility/InsurerNumber.h"
#include "domain/eligibility/NameKey.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace madoguchi {
namespace {

using Entries = std::vector<const QualificationEntry*>;

Entries visible(std::span<const QualificationEntry> entries, CivilDate asked)
{
    Entries found;
    for (const auto& entry : entries)
        if (!entry.registered || *entry.registered <= asked)
            found.push_back(&entry);
    return found;
}

template<typename Wanted>
Entries only(const Entries& entries, Wanted wanted)
{
    Entries found;
    std::copy_if(entries.begin(), entries.end(), std::back_inserter(found), wanted);
    return found;
}

const QualificationEntry* newest(const Entries& entries)
{
    return *std::max_element(entries.begin(), entries.end(),
                             [](auto* a, auto* b) { return a->coverage.start < b->coverage.start; });
}

Resolution valid(const QualificationEntry* entry, bool overlap, CivilDate day)
{
    const bool soon = endsSoon(entry->coverage, day);
    const auto reason = overlap ? ResolutionReason::Overlap
                        : soon  ? ResolutionReason::EndsSoon
                                : ResolutionReason::Ok;
    return {Validity::Valid, reason, entry};
}

Resolution invalid(const Entries& entries, CivilDate day)
{
    // The one that ended last tells most; one that has not begun only if there is nothing else.
    const auto begun = only(entries, [day](auto* e) { return e->coverage.start <= day; });
    if (begun.empty()) {
        const auto* first = *std::min_element(entries.begin(), entries.end(), [](auto* a, auto* b) {
            return a->coverage.start < b->coverage.start;
        });
        return {Validity::Invalid, ResolutionReason::NotYet, first};
    }
    const auto* last = newest(begun);
    const bool lost = last->coverage.loss && *last->coverage.loss <= day;
    return {Validity::Invalid, lost ? ResolutionReason::Lost : ResolutionReason::Expired, last};
}

Resolution byCard(const CardLookup& question, const Entries& all, CivilDate day)
{
    const auto own = only(all, [&](auto* e) { return e->person == question.person; });
    if (own.empty())
        return {Validity::NotFound, ResolutionReason::NoMatch, nullptr};
    const auto covering = only(own, [day](auto* e) { return covers(e->coverage, day); });
    return covering.empty() ? invalid(own, day) : valid(newest(covering), covering.size() > 1, day);
}

bool sameNumber(const std::string& ours, const std::string& theirs)
{
    return symbolKey(ours) == symbolKey(theirs);
}

bool birthFits(const NumberLookup& q, const QualificationEntry& entry)
{
    if (q.birth)
        return entry.birth == q.birth;
    return entry.birth &&
           isoDate(*entry.birth).substr(5, 2) + isoDate(*entry.birth).substr(8, 2) == q.monthDay;
}

bool wellFormed(const NumberLookup& q)
{
    const auto insurer = checkInsurerNumber(q.insurer);
    const auto digits = [](const std::string& text, std::size_t length) {
        return text.size() == length &&
               std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    return !insurer.padded.empty() && !q.number.empty() && (q.branch.empty() || digits(q.branch, 2)) &&
           (q.monthDay.empty() || digits(q.monthDay, 4));
}

Resolution byNumber(const NumberLookup& q, const Entries& all, CivilDate day)
{
    if (!wellFormed(q))
        return {std::nullopt, ResolutionReason::Format, nullptr};
    if (!q.birth && (q.branch.empty() || q.monthDay.empty()))
        return {std::nullopt, ResolutionReason::NeedBranchOrBirth, nullptr};

    const auto insurer = checkInsurerNumber(q.insurer).padded;
    const auto hits = only(all, [&](auto* e) {
        return e->insurer == insurer && sameNumber(q.symbol, e->symbol) && sameNumber(q.number, e->number) &&
               (q.branch.empty() || e->branch.empty() || e->branch == q.branch) && birthFits(q, *e);
    });
    if (hits.empty())
        return {Validity::NotFound, ResolutionReason::NoMatch, nullptr};
    std::set<std::string_view> people;
    for (const auto* hit : hits)
        people.insert(hit->person);
    if (people.size() > 1)
        return {Validity::Several, ResolutionReason::Multiple, nullptr};

    const auto covering = only(hits, [day](auto* e) { return covers(e->coverage, day); });
    if (!covering.empty())
        return valid(newest(covering), covering.size() > 1, day);
    const auto elsewhere =
        only(all, [&](auto* e) { return e->person == hits.front()->person && covers(e->coverage, day); });
    if (!elsewhere.empty())
        return {Validity::InvalidNewerExists, ResolutionReason::NewExists, newest(hits)};
    return invalid(hits, day);
}

} // namespace

Resolution resolve(const EligibilityLookup& question, std::span<const QualificationEntry> entries,
                   CivilDate day, CivilDate asked)
{
    const auto all = visible(entries, asked);
    if (const auto* card = std::get_if<CardLookup>(&question))
        return byCard(*card, all, day);
    return byNumber(std::get<NumberLookup>(question), all, day);
}

std::string_view name(ResolutionReason reason)
{
    constexpr std::array<std::string_view, 12> kNames{
        "OK",      "OVERLAP",     "ENDS_SOON", "LOST",     "EXPIRED",
        "NOT_YET", "NEW_EXISTS",  "NO_MATCH",  "MULTIPLE", "NEED_BRANCH_OR_BIRTH",
        "FORMAT",  "UNREGISTERED"};
    return kNames[static_cast<std::size_t>(reason)];
}

} // namespace madoguchi
