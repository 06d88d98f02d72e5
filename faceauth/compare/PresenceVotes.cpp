// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/PresenceVotes.h"

#include <algorithm>
#include <cassert>

namespace madoguchi {

void PresenceVotes::add(double alive)
{
    looks_.push_back(alive);
    if (looks_.size() > kMostLooks)
        looks_.erase(looks_.begin());
}

Presence PresenceVotes::presence() const
{
    if (looks_.size() < kLeastLooks)
        return Presence::Unknown;
    const double alive = median(looks_);
    if (alive >= kAlive)
        return Presence::Alive;
    return alive < kPicture ? Presence::Picture : Presence::Unsure;
}

double median(std::vector<double> values)
{
    assert(!values.empty());
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

} // namespace madoguchi
