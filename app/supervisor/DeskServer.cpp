// SPDX-License-Identifier: Apache-2.0
#include "supervisor/DeskServer.h"

#include "bus/SocketAddress.h"

#include <cerrno>

namespace madoguchi {

namespace {

/// The folder keeps others out already; this holds even if somebody opens it up.
bool sameUser(int fd)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
           (peer.uid == ::geteuid() || peer.uid == 0);
}

Result<UniqueFd> listenAt(const std::filesystem::path& path)
{
    const auto address = socketAddress(path);
    if (!address)
        return address.fault();
    UniqueFd fd{::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)};
    ::unlink(path.c_str());
    if (!fd || ::bind(fd.value(), reinterpret_cast<const sockaddr*>(&*address), sizeof *address) != 0 ||
        ::listen(fd.value(), static_cast<int>(DeskServer::kMaxDesks)) != 0)
        return Fault{FaultCode::SettingsInvalid, FaultSpace::Errno, errno, "supervisor/listen"};
    return fd;
}

} // namespace

DeskServer::DeskServer(UniqueFd listener, EventLoop& loop, OrderHandler onOrder)
    : listener_{std::move(listener)}, loop_{loop}, onOrder_{std::move(onOrder)}
{
}

DeskServer::~DeskServer()
{
    loop_.forget(listener_.value());
    for (const auto& [fd, desk] : desks_)
        loop_.forget(fd);
}

Result<std::unique_ptr<DeskServer>> DeskServer::open(const std::filesystem::path& socket, EventLoop& loop,
                                                     OrderHandler onOrder)
{
    auto listener = listenAt(socket);
    if (!listener)
        return listener.fault();
    std::unique_ptr<DeskServer> server{new DeskServer{std::move(*listener), loop, std::move(onOrder)}};
    if (const auto watched = loop.watch(server->listener_.value(), [raw = server.get()] { raw->accept(); });
        !watched)
        return watched.fault();
    return server;
}

void DeskServer::show(const BoardSnapshot& board)
{
    std::string message = encode(board);
    if (message == shown_)
        return;
    shown_ = std::move(message);
    for (auto desk = desks_.begin(); desk != desks_.end();) {
        auto& [fd, channel] = *desk++; // letGo() removes this one only
        if (!channel.send(shown_, std::chrono::milliseconds{0}))
            letGo(fd);
    }
}

void DeskServer::accept()
{
    UniqueFd fd{::accept4(listener_.value(), nullptr, nullptr, SOCK_CLOEXEC)};
    if (!fd || !sameUser(fd.value()) || desks_.size() >= kMaxDesks)
        return; // closing is the answer
    const int number = fd.value();
    Channel channel{std::move(fd)};
    const bool greeted = shown_.empty() || channel.send(shown_, std::chrono::milliseconds{0});
    if (greeted && loop_.watch(number, [this, number] { listenTo(number); }))
        desks_.emplace(number, std::move(channel));
}

void DeskServer::listenTo(int fd)
{
    const auto message = desks_.at(fd).receiveNow();
    if (!message && message.fault().code == FaultCode::TimedOut)
        return;
    const auto order = message ? decodeDeskOrder(*message) : Result<DeskOrder>{message.fault()};
    if (order)
        onOrder_(*order);
    else
        letGo(fd); // it has left, or does not speak our language
}

void DeskServer::letGo(int fd)
{
    loop_.forget(fd);
    desks_.erase(fd);
}

} // namespace madoguchi
