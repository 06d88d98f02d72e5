// SPDX-License-Identifier: Apache-2.0
// EF 0002 of the surface application: FF20 {DF21 offsets, DF22 birth, DF23 sex, DF24 card key, DF25 name
// picture, DF26 address picture, DF27 photo, DF28 signature, DF29 expiry, DF2A security code picture}. Only
// what the proof needs is taken out; name and address pictures are hashed and never looked at.
#pragma once

#include "drivers/card/Apdu.h"

#include <chrono>
#include <optional>

namespace madoguchi {

/// Views into the file it was parsed from. Nothing in here is proven: CardFaceProof.h decides.
struct CardFaceRecord {
    ByteSpan person;                                   ///< DF22 to DF24, headers included: first signed part
    ByteSpan pictures;                                 ///< DF25 and DF26: second
    ByteSpan photo;                                    ///< DF27: third
    ByteSpan cardKey;                                  ///< content of DF24
    ByteSpan jpeg2000;                                 ///< content of DF27
    ByteSpan signature;                                ///< content of DF28
    std::optional<std::chrono::year_month_day> birth;  ///< DF22, in the first signed part
    std::optional<std::chrono::year_month_day> expiry; ///< DF29; not signed, hence informative only

    /// Nothing when the objects are not these, in this order. What follows DF28 may be missing.
    static std::optional<CardFaceRecord> parse(ByteSpan file);
};

} // namespace madoguchi
