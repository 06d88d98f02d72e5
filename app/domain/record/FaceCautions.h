// SPDX-License-Identifier: Apache-2.0
// What about a card calls for a person's eye beside the comparison. Two answers and no date: the face process
// has no business with anybody's birthday.
#pragma once

namespace madoguchi {

struct FaceCautions {
    bool minor{false};    ///< under sixteen: a face grows
    bool oldPhoto{false}; ///< taken more than six years ago, as far as the card tells

    bool operator==(const FaceCautions&) const = default;
};

} // namespace madoguchi
