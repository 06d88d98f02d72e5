// SPDX-License-Identifier: Apache-2.0
#include "foundation/line/Channel.h"

#include "foundation/line/SocketAddress.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>

namespace madoguchi {

namespace {

using Deadline = std::optional<std::chrono::steady_clock::time_point>;

Fault osFault(FaultCode code, int error, std::string_view where)
{
    return {code, FaultSpace::Errno, error, where};
}

/// The one translation of socket errors.
Fault socketFault(int error, std::string_view where)
{
    switch (error) {
    case EPIPE:
    case ECONNRESET:
    case ENOTCONN:
    case EBADF:
        return osFault(FaultCode::ChannelBroken, error, where);
    case EAGAIN:
        return osFault(FaultCode::TimedOut, error, where);
    case EMSGSIZE:
        return osFault(FaultCode::MessageInvalid, error, where);
    default:
        return osFault(FaultCode::Internal, error, where);
    }
}

Deadline after(std::optional<std::chrono::milliseconds> wait)
{
    return wait ? Deadline{std::chrono::steady_clock::now() + *wait} : std::nullopt;
}

int millisecondsUntil(const Deadline& deadline)
{
    if (!deadline)
        return -1;
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(*deadline - std::chrono::steady_clock::now());
    return left.count() > 0 ? static_cast<int>(left.count()) : 0;
}

/// Waits until `fd` is ready for `events`; TimedOut when `stopFd` (or -1) says so or time is over.
Result<void> waitFor(int fd, short events, int stopFd, const Deadline& deadline)
{
    for (;;) {
        std::array<pollfd, 2> waited{pollfd{fd, events, 0}, pollfd{stopFd, POLLIN, 0}};
        const int ready = ::poll(waited.data(), waited.size(), millisecondsUntil(deadline));
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready < 0)
            return socketFault(errno, "bus/poll");
        if (ready == 0 || waited[1].revents != 0)
            return Fault{FaultCode::TimedOut, FaultSpace::None, 0, "bus/poll"};
        return {};
    }
}

/// The next message's size, -1 with errno. MSG_PEEK|MSG_TRUNC tells it first, so that a short message costs a
/// short buffer.
ssize_t nextSize(int fd)
{
    const auto peek = [fd] { return ::recv(fd, nullptr, 0, MSG_PEEK | MSG_TRUNC | MSG_DONTWAIT); };
    const ssize_t size = peek();
    // Of a process that ended with something of ours unread the kernel reports a reset once, and only then
    // gives what that process had said last.
    return size < 0 && errno == ECONNRESET ? peek() : size;
}

/// One message, or nothing when none is waiting.
Result<std::optional<std::string>> take(int fd)
{
    const ssize_t size = nextSize(fd);
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return std::optional<std::string>{};
    if (size < 0)
        return socketFault(errno, "bus/receive");
    if (size == 0) // nobody sends empty messages: this is the end of the line
        return Fault{FaultCode::ChannelBroken, FaultSpace::None, 0, "bus/receive"};

    const auto wanted = static_cast<std::size_t>(size);
    std::string message(wanted <= Channel::kMaxMessage ? wanted : 0, '\0');
    if (::recv(fd, message.data(), message.size(), MSG_DONTWAIT) < 0)
        return socketFault(errno, "bus/receive");
    if (message.empty())
        return Fault{FaultCode::MessageInvalid, FaultSpace::None, size, "bus/receive"};
    return std::optional<std::string>{std::move(message)};
}

/// The default buffer is smaller than our largest message. The kernel doubles what one asks for.
void widenBuffer(int fd)
{
    const int bytes = static_cast<int>(Channel::kMaxMessage);
    (void)::setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &bytes,
                       sizeof bytes); // a refusal shows at the large message
}

} // namespace

Result<std::pair<Channel, Channel>> Channel::pair()
{
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return osFault(FaultCode::Internal, errno, "bus/pair");
    widenBuffer(ends[0]);
    widenBuffer(ends[1]);
    return std::pair{Channel{UniqueFd{ends[0]}}, Channel{UniqueFd{ends[1]}}};
}

Result<Channel> Channel::adopt(int fd)
{
    int type = 0;
    socklen_t size = sizeof type;
    if (::getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) != 0)
        return osFault(FaultCode::MessageInvalid, errno, "bus/adopt");
    if (type != SOCK_SEQPACKET)
        return Fault{FaultCode::MessageInvalid, FaultSpace::None, type, "bus/adopt"};
    (void)::fcntl(fd, F_SETFD, FD_CLOEXEC); // ours alone from here on; children get their own
    return Channel{UniqueFd{fd}};
}

Result<Channel> Channel::connect(const std::filesystem::path& socket)
{
    const auto address = socketAddress(socket);
    if (!address)
        return address.fault();
    UniqueFd fd{::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0)};
    if (!fd || ::connect(fd.value(), reinterpret_cast<const sockaddr*>(&*address), sizeof *address) != 0)
        return osFault(FaultCode::ChannelBroken, errno, "bus/connect");
    widenBuffer(fd.value());
    return Channel{std::move(fd)};
}

Result<void> Channel::send(std::string_view message, std::chrono::milliseconds wait)
{
    if (message.empty() || message.size() > kMaxMessage)
        return Fault{FaultCode::MessageInvalid, FaultSpace::None, static_cast<std::int64_t>(message.size()),
                     "bus/send"};
    const Deadline deadline = after(wait);
    for (;;) {
        if (::send(fd(), message.data(), message.size(), MSG_NOSIGNAL | MSG_DONTWAIT) >= 0)
            return {};
        if (errno != EAGAIN && errno != EINTR)
            return socketFault(errno, "bus/send");
        if (const auto ready = waitFor(fd(), POLLOUT, -1, deadline); !ready)
            return ready.fault();
    }
}

Result<std::string> Channel::receive(const StopSignal& stop, std::optional<std::chrono::milliseconds> wait)
{
    const Deadline deadline = after(wait);
    for (;;) {
        if (const auto ready = waitFor(fd(), POLLIN, stop.fd(), deadline); !ready)
            return ready.fault();
        auto taken = take(fd());
        if (!taken)
            return taken.fault();
        if (taken->has_value())
            return std::move(**taken);
    }
}

Result<std::string> Channel::receiveNow()
{
    auto taken = take(fd());
    if (!taken)
        return taken.fault();
    if (!taken->has_value())
        return Fault{FaultCode::TimedOut, FaultSpace::None, 0, "bus/receiveNow"};
    return std::move(**taken);
}

Result<sockaddr_un> socketAddress(const std::filesystem::path& socket)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = socket.string();
    if (path.size() >= sizeof address.sun_path) // the kernel's limit: 108 bytes
        return Fault{FaultCode::SettingsInvalid, FaultSpace::Errno, ENAMETOOLONG, "bus/socketAddress"};
    path.copy(address.sun_path, path.size());
    return address;
}

Result<void> keepAcrossExec(int fd)
{
    if (::fcntl(fd, F_SETFD, 0) != 0)
        return osFault(FaultCode::Internal, errno, "bus/keepAcrossExec");
    return {};
}

} // namespace madoguchi
