// SPDX-License-Identifier: Apache-2.0
// SIGTERM and SIGINT as something poll() can wait for. By handler, not by signalfd: a library may have
// started threads of its own before main(), and a signal that we block would end the program through one of
// those.
#pragma once

#include "foundation/base/UniqueFd.h"

namespace madoguchi {

/// One at a time; the signals have their former meaning again when it is gone.
class EndSignals {
public:
    EndSignals();
    EndSignals(const EndSignals&) = delete;
    EndSignals& operator=(const EndSignals&) = delete;
    ~EndSignals();

    /// Readable from the first signal on.
    [[nodiscard]] int descriptor() const { return event_.value(); }

private:
    UniqueFd event_;
};

} // namespace madoguchi
