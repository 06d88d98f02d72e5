// SPDX-License-Identifier: Apache-2.0
// How long to wait before the next group is started when groups die at once (a broken installation): twice as
// long each time, so that the machine stays usable, and not at all after a good one.
#pragma once

#include <chrono>

namespace madoguchi {

class Backoff {
public:
    static constexpr std::chrono::milliseconds kFirst{100};
    static constexpr std::chrono::milliseconds kLongest{10'000};

    void succeeded() { wait_ = {}; }
    void failed();
    [[nodiscard]] std::chrono::milliseconds wait() const { return wait_; }

private:
    std::chrono::milliseconds wait_{};
};

} // namespace madoguchi
