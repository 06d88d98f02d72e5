// SPDX-License-Identifier: Apache-2.0
// Whether somebody is there, by the median of several looks: glare or a turned face may spoil one of them.
#pragma once

#include "faceauth/compare/ComparisonTable.h"

#include <vector>

namespace madoguchi {

class PresenceVotes {
public:
    static constexpr std::size_t kLeastLooks = 5;
    static constexpr std::size_t kMostLooks = 15; ///< the latest count

    // Of 200 living people before a webcam one in two hundred was below 0.5 in a single look, of 315 prints
    // none above.
    static constexpr double kAlive = 0.5;
    static constexpr double kPicture = 0.15; ///< below: not even a turn of the head would do

    /// How alive one look found them.
    void add(double alive);

    /// Unknown before kLeastLooks.
    [[nodiscard]] Presence presence() const;
    [[nodiscard]] std::size_t looks() const { return looks_.size(); }

    void clear() { looks_.clear(); }

private:
    std::vector<double> looks_;
};

/// Of at least one value: the middle one, the lower of two.
[[nodiscard]] double median(std::vector<double> values);

} // namespace madoguchi
