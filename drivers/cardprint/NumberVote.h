// SPDX-License-Identifier: Apache-2.0
// Several pictures of one card must say the same before anybody believes it.
#pragma once

#include "drivers/cardprint/CardFaceReader.h"

#include <map>

namespace madoguchi::cardface {

class NumberVote {
public:
    /// One picture's word. Only pictures that were read count.
    void take(const CardFaceReading& reading);

    /// The number three pictures agree on, five when the card's expiry does not repeat the birthday, while
    /// none said another; afterwards a number needs five times the others' voices together.
    [[nodiscard]] std::optional<SecurityNumber> result() const;

private:
    struct Voices {
        int count{0};
        bool birthdayRepeated{false};
    };
    std::map<SecurityNumber, Voices> voices_;
    int total_{0};
};

} // namespace madoguchi::cardface
