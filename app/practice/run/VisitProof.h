// SPDX-License-Identifier: Apache-2.0
// What has to hold after a visit: the receipt computer has the right file, and nothing else is left of the
// patient.
#pragma once

#include "practice/canary/Search.h"
#include "practice/run/PracticeFolder.h"

namespace madoguchi {

/// The file is a valid answer by card about this person.
[[nodiscard]] bool fileIsAbout(const std::filesystem::path& file, const Persona& persona);

/// Everything by which `persona` would be recognised: name, kana and address in every encoding, the PIN and
/// 照合番号B as the card received them, the photo's bytes.
[[nodiscard]] Needles needlesOf(const Persona& persona, const PracticeFolder& folder);

/// Searches every process and, below the practice folder, every file of the terminal. The card itself, its
/// camera and the receipt computer's folder belong to others.
[[nodiscard]] SearchReport searchEverywhere(const Needles& needles, const PracticeFolder& folder);

} // namespace madoguchi
