// SPDX-License-Identifier: Apache-2.0
// Arrival and removal of the patient's card through pcscd. Sleeps in SCardGetStatusChange; survives readers
// being unplugged and pcscd being restarted (then it asks again at growing intervals), and never minds other
// readers.
#pragma once

#include "domain/ports/CardPresencePort.h"
#include "drivers/card/PcscContext.h"
#include "drivers/card/PcscStates.h"
#include "drivers/card/PresenceTracker.h"
#include "foundation/base/Result.h"

#include <chrono>
#include <optional>
#include <string>

namespace madoguchi {

struct ReaderWatchSettings {
    ReaderRule reader{};
    std::chrono::milliseconds firstBackOff{100};    ///< wait after pcscd did not answer, doubled each time
    std::chrono::milliseconds longestBackOff{5000}; ///< up to this

    /// pcscd misses a reader that is plugged in just between listing and waiting; it is noticed this much
    /// later.
    std::chrono::milliseconds relistAfter{60000};
};

class ReaderWatch final : public CardPresencePort {
public:
    explicit ReaderWatch(ReaderWatchSettings settings);

    /// One caller at a time. `stop` ends a wait at once.
    Result<Change> next(std::stop_token stop) override;

    /// The reader that holds the card, as of the last change returned; empty when there is none.
    [[nodiscard]] std::string readerInUse() const { return tracker_.readerInUse(); }

private:
    Result<void> watchOnce(std::stop_token stop);
    Result<PcscStates::Wait> waitCancellably(std::stop_token stop);
    void serviceLost(std::stop_token stop);

    ReaderWatchSettings settings_;
    std::optional<PcscContext> context_;
    PcscStates states_;
    PresenceTracker tracker_;
    std::chrono::milliseconds backOff_;
    bool listedAgain_{false};
};

} // namespace madoguchi
