// SPDX-License-Identifier: Apache-2.0
#include "sim/CardFaceServer.h"

#include "sim/LocalSocket.h"

#include <array>
#include <cerrno>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <utility>

namespace madoguchi {

CardFaceServer::CardFaceServer(std::filesystem::path socket)
    : socket_{std::move(socket)}, stop_{::eventfd(0, EFD_CLOEXEC)}
{
}

CardFaceServer::~CardFaceServer()
{
    if (!thread_.joinable())
        return;
    ::eventfd_write(stop_.value(), 1);
    thread_.join();
    std::error_code ignored;
    std::filesystem::remove(socket_, ignored);
}

Result<void> CardFaceServer::start()
{
    listening_ = sim::listenLocal(socket_);
    if (!listening_)
        return Fault{FaultCode::Internal, FaultSpace::Errno, errno, "sim/CardFaceServer"};
    thread_ = std::thread{[this] { serve(); }};
    return {};
}

void CardFaceServer::show(SecurityNumber number)
{
    const std::lock_guard lock{mutex_};
    number_ = std::move(number);
}

void CardFaceServer::serve()
{
    for (;;) {
        std::array<pollfd, 2> wait{{{listening_.value(), POLLIN, 0}, {stop_.value(), POLLIN, 0}}};
        if (::poll(wait.data(), wait.size(), -1) < 0 && errno != EINTR)
            return;
        if (wait[1].revents != 0)
            return;
        if (wait[0].revents == 0)
            continue;
        const UniqueFd connection{::accept4(listening_.value(), nullptr, nullptr, SOCK_CLOEXEC)};
        const std::lock_guard lock{mutex_};
        if (connection)
            ::send(connection.value(), number_.data(), number_.size(), MSG_NOSIGNAL);
    }
}

} // namespace madoguchi
