// SPDX-License-Identifier: Apache-2.0
// The same card used by a program we did not write: Debian's OpenSC reads the certificate and signs with the
// PIN. For the inside of an Enclosure, with no terminal running.
#pragma once

#include "practice/run/Reception.h"

#include <chrono>
#include <string>

namespace madoguchi {

struct OpenScRun {
    bool worked{false};               ///< both tools ended well
    std::chrono::milliseconds wall{}; ///< of both tools, the card already at rest
    LinkReport link;
};

/// `driver`: OPENSC_DRIVER's value, or empty for OpenSC's own choice. ChannelBroken when a tool cannot be
/// started.
[[nodiscard]] Result<OpenScRun> runOpenSc(Reception& reception, const Persona& persona, int linkKbps,
                                          const std::string& driver);

} // namespace madoguchi
