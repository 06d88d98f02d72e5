// SPDX-License-Identifier: Apache-2.0
#include "domain/eligibility/ReservationMatch.h"

#include "domain/eligibility/NameKey.h"
#include "foundation/base/CivilDate.h"

#include <algorithm>
#include <map>

namespace madoguchi {
namespace {

constexpr std::chrono::days kMadeAhead{3};

bool sameNumber(const Qualification& a, const Qualification& b)
{
    return !a.number.empty() && a.insurerNumber == b.insurerNumber &&
           symbolKey(a.symbol) == symbolKey(b.symbol) && symbolKey(a.number) == symbolKey(b.number);
}

/// 後期高齢者 have no branch: two empty ones are the same. One alone says nothing.
bool sameBranch(const Qualification& a, const Qualification& b)
{
    return a.branch == b.branch;
}

bool sameKana(const Qualification& a, const Qualification& b)
{
    const bool sexFits = a.sex1.empty() || b.sex1.empty() || a.sex1 == b.sex1;
    return sexFits && !a.nameKana.empty() && kanaKey(a.nameKana) == kanaKey(b.nameKana);
}

/// Twins share birth date and number: then kana or branch has to say which of them.
bool samePerson(const Qualification& listed, const Qualification& here)
{
    if (listed.birthdate.empty() || listed.birthdate != here.birthdate)
        return false;
    if (sameKana(listed, here))
        return true;
    return sameNumber(listed, here) && sameBranch(listed, here) &&
           (!here.branch.empty() || listed.nameKana.empty());
}

bool isAbout(const BulkUnit& unit, const Qualification& here)
{
    const auto is = [&here](const Qualification& listed) { return samePerson(listed, here); };
    if (!here.referenceNumber.empty() && !unit.referenceNumbers.empty())
        return std::ranges::find(unit.referenceNumbers, here.referenceNumber) != unit.referenceNumbers.end();
    return is(unit.asked) || std::ranges::any_of(unit.results, is);
}

bool valid(std::optional<Validity> validity)
{
    return validity == Validity::Valid || validity == Validity::ValidUnregistered;
}

/// Where the answer says nothing of the insurance, what was asked stands for it.
bool sameInsurance(const BulkUnit& unit, const Qualification& here)
{
    const auto is = [&here](const Qualification& listed) {
        return sameNumber(listed, here) && (listed.branch.empty() || sameBranch(listed, here));
    };
    return unit.results.empty() ? is(unit.asked) : std::ranges::any_of(unit.results, is);
}

enum class Listed { Valid, Invalid, Unchecked };

Listed listedAs(const BulkUnit& unit)
{
    if (unit.processingStatus != "1")
        return Listed::Unchecked;
    const bool ended = unit.validity == Validity::Invalid || unit.validity == Validity::InvalidNewerExists;
    return valid(unit.validity) ? Listed::Valid : ended ? Listed::Invalid : Listed::Unchecked;
}

Reservation saidOf(const BulkUnit& unit, const EligibilityAnswer& answer)
{
    switch (listedAs(unit)) {
    case Listed::Valid:
        return valid(answer.validity) && sameInsurance(unit, answer.results.front()) ? Reservation::Confirmed
                                                                                     : Reservation::Changed;
    case Listed::Invalid:
        return Reservation::WasInvalid;
    case Listed::Unchecked:
        break;
    }
    return Reservation::WasUnchecked;
}

/// Whom a line is about, as it was asked where it says so: what was found may be another insurance.
const Qualification& personOf(const BulkUnit& unit)
{
    return unit.asked.number.empty() && !unit.results.empty() ? unit.results.front() : unit.asked;
}

/// The same for two lines about one person.
std::string personKey(const Qualification& person)
{
    std::string key;
    for (const auto& part : {person.insurerNumber, symbolKey(person.symbol), symbolKey(person.number),
                             person.branch, person.birthdate})
        key += part + '\n';
    return key;
}

/// Two lines of one name and birth date may be two people; lines of one number are one.
bool oneAndTheSame(const std::vector<const BulkUnit*>& units)
{
    const auto whose = [](const BulkUnit& unit) -> const Qualification& {
        return unit.results.empty() ? unit.asked : unit.results.front();
    };
    return std::ranges::all_of(units, [&](const BulkUnit* unit) {
        return sameNumber(whose(*unit), whose(*units.front())) &&
               sameBranch(whose(*unit), whose(*units.front()));
    });
}

} // namespace

std::optional<Reservation> reservationOf(const EligibilityAnswer& answer, const std::vector<BulkUnit>& units)
{
    if (answer.results.empty())
        return std::nullopt;
    std::vector<const BulkUnit*> about;
    for (const auto& unit : units)
        if (isAbout(unit, answer.results.front()))
            about.push_back(&unit);
    if (about.empty() || (about.size() > 1 && !oneAndTheSame(about)))
        return std::nullopt;
    return saidOf(*about.back(), answer);
}

BookedCounts countsOf(const std::vector<BulkUnit>& units, const std::string& today)
{
    std::map<std::string, Listed> people;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const auto& person = personOf(units[i]);
        const auto key = person.number.empty() ? std::to_string(i) : personKey(person);
        people.insert_or_assign(key, listedAs(units[i]));
    }
    BookedCounts counts{.day = std::stoi(today)};
    for (const auto& [key, listed] : people)
        ++(listed == Listed::Valid     ? counts.valid
           : listed == Listed::Invalid ? counts.invalid
                                       : counts.unchecked);
    return counts;
}

bool isOfDay(const BulkAnswer& list, const std::string& today)
{
    if (!list.confirmedFor.empty())
        return list.confirmedFor == today;
    const auto made = parseCivilDate(std::string_view{list.executedAt}.substr(0, 8));
    const auto day = parseCivilDate(today);
    if (!made || !day)
        return false;
    const auto age = std::chrono::sys_days{*day} - std::chrono::sys_days{*made};
    return age >= std::chrono::days{0} && age <= kMadeAhead;
}

} // namespace madoguchi
