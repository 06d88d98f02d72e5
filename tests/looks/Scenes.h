// SPDX-License-Identifier: Apache-2.0
// What is photographed: one Screen for each thing a patient may see, with invented people.
#pragma once

#include "domain/record/Screen.h"

#include <string>
#include <vector>

namespace madoguchi {

struct Scene {
    std::string name;
    Screen screen;
    bool withoutCard{false}; ///< comes after "I have no card"
    int digits{0};           ///< typed on the pad
    int consents{0};         ///< rows answered
    int tabs{0};             ///< pressed: keyboard mode, with the focus ring
};

[[nodiscard]] std::vector<Scene> kioskScenes();

} // namespace madoguchi
