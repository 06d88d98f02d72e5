// SPDX-License-Identifier: Apache-2.0
// 資格有効性 (OQSCD006) of a question over a history of qualifications: what a card or a typed number finds
// on a day, and why. The rules of the central system, which the practice central applies and the terminal
// explains.
#pragma once

#include "domain/eligibility/Coverage.h"
#include "domain/record/EligibilityAnswer.h"
#include "domain/status/ResolutionReason.h"

#include <span>
#include <string>
#include <variant>

namespace madoguchi {

/// One qualification of one person, as far as the rules need it.
struct QualificationEntry {
    std::string person;  ///< whose: equal for all entries of one person
    std::string insurer; ///< eight digits
    std::string symbol, number, branch;
    std::optional<CivilDate> birth;
    Coverage coverage;
    std::optional<CivilDate> registered; ///< day on which the entry reached the system; absent = long ago
};

struct CardLookup {
    std::string person; ///< whom the card's certificate belongs to
};

struct NumberLookup {
    std::string insurer, symbol, number;
    std::string branch;             ///< two digits; empty = the card has none
    std::optional<CivilDate> birth; ///< full date: needed without a branch
    std::string monthDay;           ///< MMDD: enough with a branch
};

using EligibilityLookup = std::variant<CardLookup, NumberLookup>;

struct Resolution {
    std::optional<Validity> validity; ///< nothing: the question itself cannot be answered (処理エラー)
    ResolutionReason reason{ResolutionReason::NoMatch};
    const QualificationEntry* entry{nullptr}; ///< what may be shown; points into `entries`
};

/// `asked`: the day the question is put, which decides what has already been registered.
[[nodiscard]] Resolution resolve(const EligibilityLookup& question,
                                 std::span<const QualificationEntry> entries, CivilDate day, CivilDate asked);

[[nodiscard]] std::string_view name(ResolutionReason reason); ///< "OVERLAP", …

} // namespace madoguchi
