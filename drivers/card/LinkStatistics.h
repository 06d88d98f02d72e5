// SPDX-License-Identifier: Apache-2.0
// What the wire to the card carried, for measurement: counts only, never content.
#pragma once

#include <cstddef>

namespace madoguchi {

struct LinkStatistics {
    int apdus{0};                 ///< commands sent, repeats and GET RESPONSE included
    std::size_t bytesSent{0};     ///< with headers
    std::size_t bytesReceived{0}; ///< with status words

    friend bool operator==(const LinkStatistics&, const LinkStatistics&) = default;
};

} // namespace madoguchi
