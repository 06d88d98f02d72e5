// SPDX-License-Identifier: Apache-2.0
#include "practice/central/Decision.h"

#include <algorithm>

namespace madoguchi {
namespace {

constexpr std::string_view kAssistance = "A1"; // 医療扶助, in OQSCD010

bool startsEarlier(const Qualification& a, const Qualification& b)
{
    return a.qualificationDate < b.qualificationDate;
}

History coveringOn(const History& history, std::string_view day)
{
    History covering;
    std::ranges::copy_if(history, std::back_inserter(covering),
                         [day](const Qualification& q) { return covers(q, day); });
    return covering;
}

/// What to show when nothing covers the day: the last one that had begun, or else the first that will.
const Qualification& nearest(const History& history, std::string_view day)
{
    const Qualification* last = nullptr;
    for (const Qualification& q : history)
        if (q.qualificationDate <= day && (!last || startsEarlier(*last, q)))
            last = &q;
    return last ? *last : *std::ranges::min_element(history, startsEarlier);
}

Validity validityOf(const Qualification& covering)
{
    return covering.cardClassification == kAssistance ? Validity::ValidUnregistered : Validity::Valid;
}

/// With a branch, month and day guard against a typing error; without one, the whole date tells people apart.
bool bornThen(const Qualification& q, const QualificationRequest& request)
{
    if (request.branch.empty())
        return q.birthdate == request.birthdate;
    constexpr std::size_t kYear = 4;
    return request.birthdate.size() >= kYear &&
           q.birthdate.ends_with(request.birthdate.substr(request.birthdate.size() - kYear));
}

bool complete(const QualificationRequest& request)
{
    const std::size_t least = request.branch.empty() ? 8 : 4;
    return !request.insurerNumber.empty() && !request.number.empty() && request.birthdate.size() >= least;
}

Decision decideForPerson(const History& history, const History& asked, std::string_view day)
{
    if (const History covering = coveringOn(asked, day); !covering.empty())
        return decideByCard(asked, day);
    const bool newer = !coveringOn(history, day).empty();
    return {.validity = newer ? Validity::InvalidNewerExists : Validity::Invalid,
            .record = nearest(asked, day)};
}

/// One code point of UTF-8, moving `at` past it. Anything malformed comes out as the byte it is.
char32_t nextCodePoint(std::string_view text, std::size_t& at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    char32_t point = size == 1 ? lead : lead & (0x7F >> size);
    if (at + size > text.size())
        return ++at, lead;
    for (std::size_t i = 1; i < size; ++i)
        point = point << 6 | (byte(at + i) & 0x3F);
    at += size;
    return point;
}

bool isHyphen(char32_t point)
{
    constexpr std::u32string_view kHyphens = U"-‐‑–—−－ー";
    return kHyphens.find(point) != std::u32string_view::npos;
}

} // namespace

bool covers(const Qualification& q, std::string_view day)
{
    return q.qualificationDate <= day && (q.disqualificationDate.empty() || day < q.disqualificationDate) &&
           (q.validTo.empty() || day <= q.validTo);
}

Decision decideByCard(const History& history, std::string_view day)
{
    if (history.empty())
        return {.validity = Validity::NotFound, .record = std::nullopt};
    const History covering = coveringOn(history, day);
    if (covering.empty())
        return {.validity = Validity::Invalid, .record = nearest(history, day)};
    const Qualification& newest = *std::ranges::max_element(covering, startsEarlier);
    return {.validity = validityOf(newest), .record = newest, .overlap = covering.size() > 1};
}

Decision decideByNumber(const QualificationRequest& request, const std::vector<PersonHistory>& people)
{
    if (!complete(request))
        return {};
    std::vector<std::pair<const History*, History>> matching; // whole history, records asked for
    for (const auto& [person, history] : people) {
        History asked;
        std::ranges::copy_if(history, std::back_inserter(asked), [&](const Qualification& q) {
            return sameNumber(q, request) && bornThen(q, request);
        });
        if (!asked.empty())
            matching.emplace_back(&history, std::move(asked));
    }
    if (matching.empty())
        return {.validity = Validity::NotFound, .record = std::nullopt};
    if (matching.size() > 1)
        return {.validity = Validity::Several, .record = std::nullopt};
    return decideForPerson(*matching.front().first, matching.front().second, request.confirmedFor);
}

bool sameNumber(const Qualification& q, const QualificationRequest& request)
{
    return q.insurerNumber == request.insurerNumber &&
           foldedNumber(q.symbol) == foldedNumber(request.symbol) &&
           foldedNumber(q.number) == foldedNumber(request.number) &&
           (request.branch.empty() || q.branch == request.branch);
}

std::string foldedNumber(std::string_view utf8)
{
    constexpr char32_t kWideFirst = 0xFF01, kWideLast = 0xFF5E, kWideSpace = 0x3000;
    std::string folded;
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t start = at;
        const char32_t point = nextCodePoint(utf8, at);
        if (isHyphen(point))
            folded += '-';
        else if (point >= kWideFirst && point <= kWideLast)
            folded += static_cast<char>(point - kWideFirst + '!');
        else if (point != ' ' && point != kWideSpace)
            folded += utf8.substr(start, at - start);
    }
    return folded;
}

} // namespace madoguchi
