// SPDX-License-Identifier: Apache-2.0
#include "domain/eligibility/Age.h"

namespace madoguchi {
namespace {

CivilDate reached(CivilDate birth, int age)
{
    return plusDays(anniversary(birth, age), -1);
}

} // namespace

CivilDate elderlyRatioStart(CivilDate birth)
{
    const auto day = reached(birth, 70);
    const auto nextMonth = day.year() / day.month() + std::chrono::months{1};
    return nextMonth / std::chrono::day{1};
}

CivilDate lateElderlyStart(CivilDate birth)
{
    return anniversary(birth, 75);
}

CivilDate preschoolEnd(CivilDate birth)
{
    const auto six = reached(birth, 6);
    const CivilDate march = six.year() / std::chrono::March / 31;
    return six <= march ? march : CivilDate{(six.year() + std::chrono::years{1}) / std::chrono::March / 31};
}

int everydayAge(CivilDate birth, CivilDate day)
{
    const int years = static_cast<int>(day.year()) - static_cast<int>(birth.year());
    return day < anniversary(birth, years) ? years - 1 : years;
}

} // namespace madoguchi
