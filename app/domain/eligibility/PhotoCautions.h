// SPDX-License-Identifier: Apache-2.0
// What about a card's photo calls for a person's look beside the face comparison.
#pragma once

#include "domain/record/CardRecord.h"
#include "domain/record/FaceCautions.h"
#include "foundation/base/CivilDate.h"

namespace madoguchi {

/// Below this age a face is never decided by the comparison alone: children are hard to be told apart.
inline constexpr int kFaceAge = 16;

/// From this many years on holders are no longer recognised often enough.
inline constexpr int kOldPhotoYears = 6;

/// A card is good until its holder's tenth birthday after its issue, or the fifth for whoever was a minor
/// then; the photo is taken to be as old as the card can be. What a card does not say is taken for the
/// cautious answer.
[[nodiscard]] FaceCautions cautionsFor(const ChipPortrait& portrait, CivilDate today);

} // namespace madoguchi
