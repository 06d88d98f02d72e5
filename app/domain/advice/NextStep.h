// SPDX-License-Identifier: Apache-2.0
// What to say and what to do next: one row for each outcome of a visit or of a query, and for each fault. The
// words stand in resources/texts/next-steps.json, from which the build makes the table; board, pane and
// madoguchi-tool all show these rows and no bare code.
#pragma once

#include "domain/status/FaultTable.h"
#include "domain/status/VisitStatus.h"
#include "domain/text/Texts.h"
#include "foundation/base/CivilDate.h"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace madoguchi {

/// Everything a row at the desk can be about, apart from faults.
enum class Situation : std::uint8_t {
    // the central system's answers
    Ok,
    Overlap,
    EndsSoon,
    Unregistered,
    Lost,
    Expired,
    NotYet,
    NewExists,
    NoMatch,     ///< asked by number: a slip, or not yet registered
    NoMatchCard, ///< asked by card: not yet registered, since nothing was typed
    Multiple,
    NeedBranchOrBirth,
    Format,
    // where a visit stands, and how it ends
    Going,
    HelpCalled,
    EyeWanted,
    NumberWanted, ///< nobody's card is there: staff type from a paper
    CardNumberWanted,
    CardLeft,
    NameOmitted,
    OutOfService,
    SeeReception, ///< sent to the desk without an answer, for instance first use put off
    EndedWithoutReception,
};
inline constexpr std::size_t kSituationCount = static_cast<std::size_t>(Situation::EndedWithoutReception) + 1;

/// The one button of a row.
enum class NextAction : std::uint8_t {
    None,
    OpenPane,
    LookAtFace,        ///< in the pane
    TypeCardNumber,    ///< 照合番号B, in the pane
    TypeInsuredNumber, ///< a query by number: a visit of its own, without a card
    EndVisit,
};
inline constexpr std::size_t kNextActionCount = static_cast<std::size_t>(NextAction::EndVisit) + 1;

struct NextStep {
    static constexpr std::size_t kMaxSteps = 4;

    TextId headline{};
    TextId dated{}; ///< the headline where a date is known, with "{date}" in it; empty where none belongs
    TextId say{};   ///< to the patient
    std::array<TextId, kMaxSteps> stepList{};
    std::size_t stepCount{0};
    NextAction action{NextAction::None};
    TextId claim{}; ///< what to claim under, for the receipt

    [[nodiscard]] std::span<const TextId> steps() const { return {stepList.data(), stepCount}; }
};

[[nodiscard]] const NextStep& nextStep(Situation situation);
/// The headline is the fault table's.
[[nodiscard]] NextStep nextStep(FaultCode code);
/// Of a visit. `ended`: its group is gone. `called`: its patient asked for staff and nobody has come.
[[nodiscard]] NextStep nextStep(const VisitStatus& status, bool ended, bool called);

/// Which row a visit without a deciding fault belongs to.
[[nodiscard]] Situation situationOf(const VisitStatus& status, bool ended, bool called);
/// Whether somebody has to come: not to a patient who is busy, was received, or went away without a word.
[[nodiscard]] bool wantsStaff(const VisitStatus& status, bool ended, bool called);
/// Whether the fault, not the stage, says what to do.
[[nodiscard]] bool faultDecides(const VisitStatus& status, bool ended);

[[nodiscard]] Situation situationOf(ResolutionReason reason, bool byNumber);
[[nodiscard]] TextId label(NextAction action);
[[nodiscard]] std::string_view name(Situation situation); ///< "LOST", "NO_MATCH_CARD", …
[[nodiscard]] std::string_view name(NextAction action);   ///< "LOOK_AT_FACE", …

/// The headline of a row in one language, with the date where the row has a place for one.
[[nodiscard]] std::string headlineOn(const NextStep& row, Language language, std::optional<CivilDate> date);

} // namespace madoguchi
