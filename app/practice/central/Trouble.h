// SPDX-License-Identifier: Apache-2.0
// What can be made to go wrong with the practice central: the fault buttons of a training, and the faults of
// a journey.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace madoguchi {

struct Trouble {
    enum class Kind : std::uint8_t {
        None,
        Slow,    ///< answers, but only after `delay`
        Broken,  ///< HTTP 500
        Busy,    ///< HTTP 503
        Garbage, ///< a body that is not of the profile
        Silent,  ///< accepts the question and never answers
    };
    Kind kind{Kind::None};
    std::chrono::milliseconds delay{0};
};

/// "none", "slow 3000" (milliseconds), "broken", "busy", "garbage", "silent".
[[nodiscard]] std::optional<Trouble> troubleFrom(std::string_view words);

} // namespace madoguchi
