// SPDX-License-Identifier: Apache-2.0
// Notices a camera that delivers frames but no picture: covered, frozen or blinded by the sun. Without this a
// person would be told "look here" for ever.
#pragma once

#include "foundation/base/Fault.h"
#include "foundation/picture/Frame.h"

#include <chrono>
#include <cstdint>
#include <optional>

namespace madoguchi {

class CameraWatch {
public:
    static constexpr std::chrono::milliseconds kPatience{800}; ///< so that the fault is out within a second

    /// CameraBlind when frames have been black, white or identical for as long as kPatience.
    std::optional<Fault> observe(const Frame& frame);

    /// The last picture was the one before it once more: no shot is to be taken from it.
    [[nodiscard]] bool repeats() const { return sameSince_.has_value(); }

private:
    using Time = std::chrono::milliseconds;

    std::optional<Time> blindSince_;
    std::optional<Time> sameSince_;
    std::optional<std::uint64_t> lastHash_;
};

} // namespace madoguchi
