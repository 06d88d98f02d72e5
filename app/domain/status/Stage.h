// SPDX-License-Identifier: Apache-2.0
// Where a visit stands. A screen, a board row and an audit line all name it by this one enum.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace madoguchi {

enum class Stage : std::uint8_t {
    OutOfService,    ///< a self-check failed: no reader, no settings
    Idle,            ///< waiting for a card; nothing of anybody is held
    ReadingCard,     ///< recognising the card and reading its certificate
    ChoosingMethod,  ///< face, PIN or staff
    LookingAtFace,   ///< camera and chip photo being compared
    EnteringPin,     ///< the pad is open
    CheckingPin,     ///< the card is asked once
    WaitingForStaff, ///< 目視: a member of staff has to come
    Registering,     ///< 初回登録: first use as an insurance card
    Consenting,      ///< one page: what may be shown to doctor and pharmacist
    AskingCentral,   ///< the card signs, the central system answers
    HandingOver,     ///< the receipt computer's file is being written and read back
    Finished,        ///< done; please take your card
    CardLeftBehind,  ///< done, but the card is still there
    Failed,          ///< it did not work; the fault says what to do
    Erasing,         ///< the group is about to die
};

inline constexpr std::size_t kStageCount = static_cast<std::size_t>(Stage::Erasing) + 1;

/// The stage's name in logs and diagrams.
[[nodiscard]] constexpr std::string_view name(Stage stage)
{
    constexpr std::array<std::string_view, kStageCount> kNames{
        "OutOfService",  "Idle",           "ReadingCard",   "ChoosingMethod",
        "LookingAtFace", "EnteringPin",    "CheckingPin",   "WaitingForStaff",
        "Registering",   "Consenting",     "AskingCentral", "HandingOver",
        "Finished",      "CardLeftBehind", "Failed",        "Erasing"};
    return kNames[static_cast<std::size_t>(stage)];
}

} // namespace madoguchi
