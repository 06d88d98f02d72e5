// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/cardprint/CardFaceServer.h"

#include "drivers/sim/card/LocalSocket.h"

#include <array>
#include <cerrno>
#include <poll.h>
#include <span>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <utility>

namespace madoguchi {

namespace {

bool sendAll(int connection, std::span<const std::uint8_t> bytes)
{
    while (!bytes.empty()) {
        const auto sent = ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(sent));
    }
    return true;
}

bool sendPicture(int connection, const Image& image)
{
    const auto byte = [](int value) { return static_cast<std::uint8_t>(value); };
    const std::array<std::uint8_t, 4> size{byte(image.width >> 8), byte(image.width & 0xFF),
                                           byte(image.height >> 8), byte(image.height & 0xFF)};
    return sendAll(connection, size) && sendAll(connection, image.pixels);
}

/// Somebody who asks and then does not read must not hold the program up.
void limitPatience(int connection)
{
    const timeval limit{.tv_sec = 5, .tv_usec = 0};
    ::setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

} // namespace

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
    auto painter = CardPainter::open();
    if (!painter)
        return painter.fault();
    painter_.emplace(*std::move(painter));
    show(std::nullopt);
    listening_ = sim::listenLocal(socket_);
    if (!listening_)
        return Fault{FaultCode::Internal, FaultSpace::Errno, errno, "sim/CardFaceServer"};
    thread_ = std::thread{[this] { serve(); }};
    return {};
}

void CardFaceServer::show(const std::optional<CardPrint>& print, const CardScene& scene)
{
    const std::lock_guard lock{mutex_};
    const auto card = print && painter_ ? std::optional{painter_->draw(*print)} : std::nullopt;
    exposure_ = exposed(card, scene);
    scene_ = scene;
}

Image CardFaceServer::take(std::uint32_t frame)
{
    const std::lock_guard lock{mutex_};
    return taken(exposure_, scene_, frame);
}

bool CardFaceServer::answer(int connection)
{
    limitPatience(connection);
    for (std::uint32_t frame = 0;; ++frame) {
        std::array<pollfd, 2> wait{{{connection, POLLIN, 0}, {stop_.value(), POLLIN, 0}}};
        if (::poll(wait.data(), wait.size(), -1) < 0 && errno != EINTR)
            return false;
        if (wait[1].revents != 0)
            return false;
        if (wait[0].revents == 0)
            continue;
        std::array<char, 1> request{};
        if (::recv(connection, request.data(), request.size(), 0) != 1 ||
            !sendPicture(connection, take(frame)))
            return true;
    }
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
        if (connection && !answer(connection.value()))
            return;
    }
}

} // namespace madoguchi
