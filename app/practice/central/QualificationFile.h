// SPDX-License-Identifier: Apache-2.0
// resources/personas/qualifications.toml: what the insurers registered about the people of the practice. The
// file documents its keys; days in it may be relative to today, so that the practice never grows old.
#pragma once

#include "domain/record/EligibilityAnswer.h"
#include "drivers/sim/personas/Persona.h"
#include "foundation/base/Result.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi {

struct RegisteredQualification {
    Qualification qualification;
    std::string knownFrom; ///< YYYYMMDD: the day the insurer's registration arrived; empty = long ago
};

struct InsuredPerson {
    std::uint32_t number{0};
    bool registered{true}; ///< the card may be used as an insurance card (初回登録 was done)
    std::vector<RegisteredQualification> history;
};

/// Everybody of `people`, with or without a history; records of others are skipped. SettingsInvalid with the
/// line as value if the file is not as it documents.
[[nodiscard]] Result<std::vector<InsuredPerson>> loadQualifications(const std::filesystem::path& file,
                                                                    const std::vector<Persona>& people,
                                                                    std::chrono::year_month_day today);

/// "2026-04-01", "today", "today+1", "today-19", "last 08-01" (today or before), "next 07-31" (today or
/// after).
[[nodiscard]] std::optional<std::chrono::year_month_day> dayFrom(std::string_view text,
                                                                 std::chrono::year_month_day today);

} // namespace madoguchi
