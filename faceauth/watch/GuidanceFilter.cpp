// SPDX-License-Identifier: Apache-2.0
#include "faceauth/watch/GuidanceFilter.h"

namespace madoguchi {

std::optional<Guidance> GuidanceFilter::observe(Guidance seen, Time now)
{
    if (candidate_ != seen) {
        candidate_ = seen;
        candidateSince_ = now;
    }
    if (shown_ == seen)
        return std::nullopt;
    // Good is never held back: the person stops moving as soon as they see it.
    const bool due = !shown_ || seen == Guidance::Good ||
                     (now - candidateSince_ >= kSteady && now - shownSince_ >= kReadable);
    if (!due)
        return std::nullopt;
    shown_ = seen;
    shownSince_ = now;
    return shown_;
}

} // namespace madoguchi
