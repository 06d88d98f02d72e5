// SPDX-License-Identifier: Apache-2.0
// What becomes of a comparison, as one table over everything that is known of it: pure, without threads,
// clocks or pictures. Whoever sees or hears something tells it here, and does what is answered.
#pragma once

#include "domain/record/FaceCautions.h"
#include "domain/record/FaceReport.h"
#include "domain/status/HeadTurnRule.h"
#include "faceauth/compare/ShotComparison.h"

#include <cstdint>
#include <span>
#include <variant>

namespace madoguchi {

/// Whether somebody is there or only their picture, by the median of several looks.
enum class Presence : std::uint8_t { Unknown, Alive, Unsure, Picture };

/// The turn of the head.
enum class TurnProgress : std::uint8_t { NotAsked, Asked, Seen, InVain };

/// Everything that a decision rests on.
struct FaceEvidence {
    HeadTurnRule rule{HeadTurnRule::Doubt};
    bool card{false}; ///< its photo is here
    FaceCautions cautions;
    FaceDistance face;
    Presence presence{Presence::Unknown};
    TurnProgress turn{TurnProgress::NotAsked};
    bool screen{false}, mask{false};
};

// What happens.
struct CardCame {
    FaceCautions cautions;
};
struct FaceCompared {
    FaceDistance face;
};
struct PresenceSeen {
    Presence presence{Presence::Unknown};
};
struct FrameLooked {
    bool screen{false}, maskKept{false};
}; ///< so far; a mask though it was asked off
struct TurnEnded {
    bool solid{false};
};
struct TurnChecked {
    bool same{false};
};                    ///< whether one person's head turned
struct OthersCame {}; ///< other faces than the one that turned
struct PersonLeft {};
using FaceEvent = std::variant<CardCame, FaceCompared, PresenceSeen, FrameLooked, TurnEnded, TurnChecked,
                               OthersCame, PersonLeft>;

enum class FaceAct : std::uint8_t { Wait, AskTurn, Decide };

struct FaceStep {
    FaceAct act{FaceAct::Wait};
    FaceVerdict verdict{FaceVerdict::NotYet}; ///< of Decide
    FaceDoubt doubt{FaceDoubt::None};

    bool operator==(const FaceStep&) const = default;
};

/// The evidence after an event.
[[nodiscard]] FaceEvidence after(FaceEvidence evidence, const FaceEvent& event);

/// What it calls for: the first row that fits.
[[nodiscard]] FaceStep stepFor(const FaceEvidence& evidence);

} // namespace madoguchi
