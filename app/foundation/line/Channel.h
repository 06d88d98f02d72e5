// SPDX-License-Identifier: Apache-2.0
// One end of a line between two processes: whole messages in order (SOCK_SEQPACKET), up to 256 KiB each. The
// end of the other process is noticed at once, which is how a group learns that one of its members is gone.
// Sending and receiving may happen on two threads; two senders or two receivers need a lock of their own.
#pragma once

#include "foundation/base/Result.h"
#include "foundation/base/UniqueFd.h"
#include "foundation/line/StopSignal.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace madoguchi {

class Channel {
public:
    static constexpr std::size_t kMaxMessage = 256 * 1024;
    static constexpr std::chrono::milliseconds kSendWait{2000};

    /// Two connected ends, close-on-exec. Give the child's number to `keepAcrossExec` before exec.
    static Result<std::pair<Channel, Channel>> pair();

    Channel() = default;
    explicit Channel(UniqueFd socket) : socket_{std::move(socket)} {}

    /// Takes over a descriptor number from the command line. MessageInvalid when it is not such a socket.
    static Result<Channel> adopt(int fd);

    /// Connects to a listening socket of this machine, such as the supervisor's. ChannelBroken when nobody
    /// listens.
    static Result<Channel> connect(const std::filesystem::path& socket);

    /// Faults: MessageInvalid (empty or larger than kMaxMessage), ChannelBroken (the other side is gone),
    /// TimedOut (the other side has not read for `wait`).
    Result<void> send(std::string_view message, std::chrono::milliseconds wait = kSendWait);

    /// The next message. Faults: ChannelBroken (end of the line, nothing left to read), TimedOut (`stop` was
    /// requested, or `wait` is over), MessageInvalid (larger than kMaxMessage; it is dropped).
    Result<std::string> receive(const StopSignal& stop,
                                std::optional<std::chrono::milliseconds> wait = std::nullopt);

    /// The same for an event loop: TimedOut at once when there is nothing.
    Result<std::string> receiveNow();

    [[nodiscard]] int fd() const { return socket_.value(); }
    [[nodiscard]] bool open() const { return socket_.valid(); }
    void close() { socket_.reset(); }

private:
    UniqueFd socket_;
};

/// Lets a descriptor survive exec.
Result<void> keepAcrossExec(int fd);

} // namespace madoguchi
