// SPDX-License-Identifier: Apache-2.0
// Plays the desk's sounds on ALSA's default device, on a thread of its own. A machine without one is silent,
// and says so once on standard error: the board shows everything the sounds say.
#pragma once

#include "drivers/sound/Tones.h"
#include "foundation/base/Worker.h"

#include <atomic>
#include <string>

namespace madoguchi {

class Speaker {
public:
    explicit Speaker(std::string device = "default") : device_{std::move(device)} {}

    /// Returns at once. A sound that is asked for while one plays comes after it.
    void play(Tone tone);

    /// Whether the last sound came out; true before the first.
    [[nodiscard]] bool works() const { return works_; }

private:
    std::string device_;
    std::atomic<bool> works_{true};
    Worker worker_;
};

} // namespace madoguchi
