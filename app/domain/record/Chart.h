// SPDX-License-Identifier: Apache-2.0
// What the clinic's own chart says of a patient, beside what the insurers have.
#pragma once

#include "domain/record/EligibilityAnswer.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace madoguchi {

/// What can be compared and taken over, in the order of the screen.
enum class ChartField : std::uint8_t {
    Name,
    Kana, ///< half-width from the insurers; charts keep their own width
    Birth,
    Sex,
    Insurer,
    Symbol,
    Number,
    Branch,
    PostNumber,
    Address,
};
inline constexpr std::size_t kChartFields = static_cast<std::size_t>(ChartField::Address) + 1;

using ChartValues = std::array<std::string, kChartFields>; ///< UTF-8; dates YYYYMMDD; empty = not known

struct Chart {
    std::string patientNumber; ///< the clinic's own; also what is registered as 照会番号
    ChartValues values{};

    [[nodiscard]] const std::string& operator[](ChartField field) const
    {
        return values[static_cast<std::size_t>(field)];
    }
    friend bool operator==(const Chart&, const Chart&) = default;
};

/// The same values as the insurers have them.
[[nodiscard]] inline ChartValues chartValues(const Qualification& q)
{
    return {q.name,   q.nameKana, q.birthdate, q.sex1,       q.insurerNumber,
            q.symbol, q.number,   q.branch,    q.postNumber, q.address};
}

/// A birth date never changes: where both are known and differ, the chart is somebody else's.
[[nodiscard]] inline bool isSamePerson(const Chart& chart, const ChartValues& received)
{
    const auto& born = received[static_cast<std::size_t>(ChartField::Birth)];
    return chart[ChartField::Birth].empty() || born.empty() || chart[ChartField::Birth] == born;
}

} // namespace madoguchi
