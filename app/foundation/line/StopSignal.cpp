// SPDX-License-Identifier: Apache-2.0
#include "foundation/line/StopSignal.h"

#include <sys/eventfd.h>

#include <cstdint>

namespace madoguchi {

StopSignal::StopSignal() : event_{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)} {}

StopSignal::StopSignal(std::stop_token token) : StopSignal()
{
    callback_.emplace(std::move(token), [this] { request(); });
}

void StopSignal::request()
{
    const std::uint64_t one = 1;
    // Full means that it was requested before, which is all we want to say.
    [[maybe_unused]] const auto written = ::write(event_.value(), &one, sizeof one);
}

} // namespace madoguchi
