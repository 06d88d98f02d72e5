// SPDX-License-Identifier: Apache-2.0
// The wire between a practice card and vpcd, the reader driver inside pcscd: TCP, each message two bytes of
// length and a payload. vpcd speaks first, always; a payload of one byte is control (power off, power on,
// reset, ATR), a longer one a command APDU. A closed connection is a card taken away.
#pragma once

#include "drivers/sim/card/LinkDelay.h"
#include "drivers/sim/card/PracticeCard.h"
#include "foundation/base/Result.h"
#include "foundation/base/UniqueFd.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>

namespace madoguchi {

struct VpcdLinkOptions {
    std::uint16_t port{35963};
    LinkModel model{};
    int pullAtApdu{0}; ///< take the card away on receiving this command, counted from 1; 0: never
};

/// What went over the link. Never what it said.
struct LinkCount {
    std::size_t apdus{0};
    std::size_t commandBytes{0};
    std::size_t responseBytes{0};
    std::chrono::nanoseconds linkTime{}; ///< what the delay model asks for, the card's computing left out
};

class VpcdLink {
public:
    enum class End : std::uint8_t { Stopped, Pulled, ReaderGone };

    /// Connects: from vpcd's view the card is inserted. `card` must outlive this. ReaderMissing when nobody
    /// listens.
    [[nodiscard]] static Result<VpcdLink> insert(PracticeCard& card, const VpcdLinkOptions& options);

    /// Serves until stopFd becomes readable, the card is pulled or the reader goes away. The card loses its
    /// power. A held-back answer (the delay model) waits on a timer, so a stop is never late.
    End serve(int stopFd);

    /// May be asked from any thread.
    [[nodiscard]] LinkCount count() const;

private:
    struct Meter {
        std::atomic<std::size_t> apdus{0}, commandBytes{0}, responseBytes{0};
        std::atomic<std::int64_t> linkNanoseconds{0};
    };
    enum class Step : std::uint8_t { Continue, Pulled, Broken };

    VpcdLink(PracticeCard& card, const VpcdLinkOptions& options, UniqueFd socket, UniqueFd timer);

    Step receive();
    Step handleReceived();
    Step handle(const Bytes& message);
    Step handleCommand(const Bytes& apdu);
    Step send(const Bytes& payload);
    Step sendHeld();
    std::optional<Bytes> takeMessage();

    PracticeCard* card_;
    VpcdLinkOptions options_;
    UniqueFd socket_;
    UniqueFd timer_;
    Bytes received_;
    std::optional<Bytes> held_; ///< an answer whose time has not come
    std::unique_ptr<Meter> meter_{std::make_unique<Meter>()};
};

} // namespace madoguchi
