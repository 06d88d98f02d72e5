// SPDX-License-Identifier: Apache-2.0
#include "domain/eligibility/PhotoCautions.h"

#include "domain/eligibility/Age.h"

namespace madoguchi {

namespace {

constexpr int kAdultsBirthdays = 10;
constexpr int kMinorsBirthdays = 5;

/// Whoever got a card as a minor (under 20 before April 2022, under 18 since) is at most 24 on its last day;
/// whoever got one as an adult is at least 28.
constexpr int kOldestOnMinorsCard = 24;

/// The first day on which a card that ends with this birthday can have been issued.
CivilDate earliestIssue(CivilDate birth, CivilDate expiry)
{
    const bool issuedToMinor = everydayAge(birth, expiry) <= kOldestOnMinorsCard;
    return anniversary(expiry, issuedToMinor ? -kMinorsBirthdays : -kAdultsBirthdays);
}

} // namespace

FaceCautions cautionsFor(const ChipPortrait& portrait, CivilDate today)
{
    if (!portrait.birth)
        return {.minor = true, .oldPhoto = true};
    const bool minor = everydayAge(*portrait.birth, today) < kFaceAge;
    if (!portrait.expiry)
        return {.minor = minor, .oldPhoto = true};
    const CivilDate issue = earliestIssue(*portrait.birth, *portrait.expiry);
    return {.minor = minor, .oldPhoto = anniversary(issue, kOldPhotoYears) < today};
}

} // namespace madoguchi
