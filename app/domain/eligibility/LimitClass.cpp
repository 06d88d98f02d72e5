// SPDX-License-Identifier: Apache-2.0
#include "domain/eligibility/LimitClass.h"

#include <array>

namespace madoguchi {
namespace {

using std::chrono::year;
using std::chrono::year_month;

struct Row {
    std::string_view code;
    TextId label;
    year_month from; ///< first month these amounts hold
    std::int64_t base;
    std::int64_t percentFrom; ///< one percent of the cost above this is added; 0 = none
    std::int64_t many;        ///< 0 = no such rule
    std::int64_t outpatient;  ///< 0 = no limit of its own
};

constexpr year_month kAdults = year{2015} / 1;
constexpr year_month kElderly = year{2018} / 8;

constexpr std::array kRows{
    Row{"A01", TextId::rulesLimitClassA01, kAdults, 252600, 842000, 140100, 0},
    Row{"A02", TextId::rulesLimitClassA02, kAdults, 167400, 558000, 93000, 0},
    Row{"A03", TextId::rulesLimitClassA03, kAdults, 80100, 267000, 44400, 0},
    Row{"A04", TextId::rulesLimitClassA04, kAdults, 57600, 0, 44400, 0},
    Row{"A05", TextId::rulesLimitClassA05, kAdults, 35400, 0, 24600, 0},
    Row{"A06", TextId::rulesLimitClassA06, kAdults, 35400, 0, 24600, 0},
    Row{"B01", TextId::rulesLimitClassB01, kElderly, 252600, 842000, 140100, 0},
    Row{"B02", TextId::rulesLimitClassB02, kElderly, 167400, 558000, 93000, 0},
    Row{"B03", TextId::rulesLimitClassB03, kElderly, 80100, 267000, 44400, 0},
    Row{"B04", TextId::rulesLimitClassB04, kElderly, 57600, 0, 44400, 18000},
    Row{"B05", TextId::rulesLimitClassB05, kElderly, 24600, 0, 0, 8000},
    Row{"B06", TextId::rulesLimitClassB06, kElderly, 15000, 0, 0, 8000},
    Row{"B07", TextId::rulesLimitClassB07, kElderly, 15000, 0, 0, 8000},
    Row{"B08", TextId::rulesLimitClassB08, kElderly, 15000, 0, 0, 8000},
    Row{"B09", TextId::rulesLimitClassB09, year{2022} / 10, 57600, 0, 44400, 18000},
    Row{"B10", TextId::rulesLimitClassB10, year{2022} / 10, 57600, 0, 44400, 18000},
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
