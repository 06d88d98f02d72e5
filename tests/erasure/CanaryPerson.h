// SPDX-License-Identifier: Apache-2.0
// A patient made up at this moment: every text of theirs is random, so that wherever it is found, it came
// from their visit and from nothing the product ships.
#pragma once

#include "drivers/sim/personas/Persona.h"
#include "practice/canary/Needles.h"

#include <filesystem>

namespace madoguchi::test {

/// Of an existing person (`likeness`, whose face, number and qualification stay theirs) with random name,
/// kana, address, security code and PIN. The name has many parts, so that a masked name shows many
/// characters.
struct CanaryPerson {
    static constexpr const char* kLikeness = "hanako";

    std::string name, kana, address, securityCode, pin;

    static CanaryPerson random();
    /// The product's people with this one in place of the likeness.
    void writeAmongOthers(const std::filesystem::path& peopleToml) const;
};

/// Texts in four encodings, whole and in runs of four characters; the secrets as they go over the wire.
void addTexts(Needles& needles, const CanaryPerson& person, const Persona& onTheCard);

/// What the kiosk is given of the name, and no more.
void addMaskedName(Needles& needles, const CanaryPerson& person);

} // namespace madoguchi::test
