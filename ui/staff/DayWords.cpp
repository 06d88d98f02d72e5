// SPDX-License-Identifier: Apache-2.0
#include "ui/staff/DayWords.h"

#include <array>

namespace madoguchi {
namespace {

using namespace std::chrono;

struct EraStart {
    CivilDate first;
    const char* name;
};

constexpr std::array kEras{EraStart{year{2019} / 5 / 1, "令和"}, EraStart{year{1989} / 1 / 8, "平成"},
                           EraStart{year{1926} / 12 / 25, "昭和"}, EraStart{year{1912} / 7 / 30, "大正"},
                           EraStart{year{1868} / 1 / 25, "明治"}};

} // namespace

QString dayWords(CivilDate day)
{
    const auto western = QString::fromStdString(isoDate(day));
    for (const auto& [first, name] : kEras)
        if (first <= day)
            return western + QStringLiteral(" (%1%2)")
                                 .arg(QString::fromUtf8(name))
                                 .arg(static_cast<int>(day.year()) - static_cast<int>(first.year()) + 1);
    return western;
}

QString dayWords(const std::string& wire)
{
    const auto day = parseCivilDate(wire);
    return day ? dayWords(*day) : QString{};
}

} // namespace madoguchi
