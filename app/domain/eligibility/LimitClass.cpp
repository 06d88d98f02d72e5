// SPDX-License-Identifier: Apache-2.0
#include "domain/eligibility/LimitClass.h"

#include <array>

namespace madoguchi {
namespace {

using std::chrono::year;
using std::chrono::year_month;

struct Row {
    std::string_view code, label;
    year_month from; ///< first month these amounts hold
    std::int64_t base;
    std::int64_t percentFrom; ///< one percent of the cost above this is added; 0 = none
    std::int64_t many;        ///< 0 = no such rule
    std::int64_t outpatient;  ///< 0 = no limit of its own
};

constexpr year_month kAdults = year{2015} / 1;
constexpr year_month kElderly = year{2018} / 8;

constexpr std::array kRows{
    Row{"A01", "ア", kAdults, 252600, 842000, 140100, 0},
    Row{"A02", "イ", kAdults, 167400, 558000, 93000, 0},
    Row{"A03", "ウ", kAdults, 80100, 267000, 44400, 0},
    Row{"A04", "エ", kAdults, 57600, 0, 44400, 0},
    Row{"A05", "オ", kAdults, 35400, 0, 24600, 0},
    Row{"A06", "オ（境）", kAdults, 35400, 0, 24600, 0},
    Row{"B01", "現役並みⅢ", kElderly, 252600, 842000, 140100, 0},
    Row{"B02", "現役並みⅡ", kElderly, 167400, 558000, 93000, 0},
    Row{"B03", "現役並みⅠ", kElderly, 80100, 267000, 44400, 0},
    Row{"B04", "一般", kElderly, 57600, 0, 44400, 18000},
    Row{"B05", "低所得Ⅱ", kElderly, 24600, 0, 0, 8000},
    Row{"B06", "低所得Ⅰ", kElderly, 15000, 0, 0, 8000},
    Row{"B07", "低所得Ⅰ（老福）", kElderly, 15000, 0, 0, 8000},
    Row{"B08", "低所得Ⅰ（境）", kElderly, 15000, 0, 0, 8000},
    Row{"B09", "一般Ⅱ", year{2022} / 10, 57600, 0, 44400, 18000},
    Row{"B10", "一般Ⅰ", year{2022} / 10, 57600, 0, 44400, 18000},
};

/// A revision was announced from this month on; until its amounts stand in the table they are not ours to
/// promise.
constexpr year_month kRevision = year{2026} / 8;

std::int64_t withPercent(const Row& row, std::int64_t cost)
{
    if (row.percentFrom == 0 || cost <= row.percentFrom)
        return row.base;
    return row.base + (cost - row.percentFrom + 50) / 100; // rounded to the yen, half up
}

std::optional<std::int64_t> present(std::int64_t yen)
{
    return yen > 0 ? std::optional{yen} : std::nullopt;
}

} // namespace

std::optional<Ceiling> ceilingFor(std::string_view code, year_month month, std::int64_t cost)
{
    const Row* found = nullptr;
    for (const auto& row : kRows)
        if (row.code == code && row.from <= month && (found == nullptr || found->from < row.from))
            found = &row;
    if (found == nullptr || !month.ok() || cost < 0)
        return std::nullopt;
    return Ceiling{found->label, withPercent(*found, cost), present(found->many), present(found->outpatient),
                   month < kRevision};
}

} // namespace madoguchi
