// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/card/PracticeCardCamera.h"

#include "drivers/sim/card/LocalSocket.h"

#include <array>
#include <cerrno>
#include <poll.h>
#include <span>
#include <sys/eventfd.h>
#include <sys/socket.h>

namespace madoguchi {

namespace {

constexpr std::string_view kWhere = "sim/PracticeCardCamera";

Fault missing()
{
    return {FaultCode::CameraMissing, FaultSpace::Errno, errno, kWhere};
}

/// Fills `part`. TimedOut when stopped, CameraMissing when the other side is gone or says nothing.
Result<void> receive(int connection, int stopped, std::span<std::uint8_t> part)
{
    constexpr int kPatience = 5000; // milliseconds; drawing takes some ten
    while (!part.empty()) {
        std::array<pollfd, 2> wait{{{connection, POLLIN, 0}, {stopped, POLLIN, 0}}};
        const int ready = ::poll(wait.data(), wait.size(), kPatience);
        if (ready < 0 && errno == EINTR)
            continue;
        if (wait[1].revents != 0)
            return Fault{FaultCode::TimedOut, FaultSpace::None, 0, kWhere};
        const auto length = ready <= 0 ? 0 : ::recv(connection, part.data(), part.size(), 0);
        if (length <= 0)
            return missing();
        part = part.subspan(static_cast<std::size_t>(length));
    }
    return {};
}

} // namespace

std::filesystem::path cardFaceSocket(const std::filesystem::path& practiceFolder)
{
    return practiceFolder / "cardface.sock";
}

PracticeCardCamera::PracticeCardCamera(std::filesystem::path socket) : socket_{std::move(socket)} {}

Result<Frame> PracticeCardCamera::next(std::stop_token stop)
{
    const UniqueFd stopped{::eventfd(0, EFD_CLOEXEC)};
    const std::stop_callback wake{stop, [&] { ::eventfd_write(stopped.value(), 1); }};
    if (!connection_)
        connection_ = sim::connectLocal(socket_);
    if (!connection_ || ::send(connection_.value(), "?", 1, MSG_NOSIGNAL) != 1)
        return missing();
    std::array<std::uint8_t, 4> size{};
    if (const auto received = receive(connection_.value(), stopped.value(), size); !received)
        return received.fault();
    Image image;
    image.width = size[0] * 256 + size[1];
    image.height = size[2] * 256 + size[3];
    if (image.width < 160 || image.height < 120 || image.width > 1920 || image.height > 1440)
        return Fault{FaultCode::CameraBlind, FaultSpace::None, 0, kWhere};
    image.stride = 3 * image.width;
    image.pixels.resize(static_cast<std::size_t>(image.stride) * static_cast<std::size_t>(image.height));
    if (const auto received = receive(connection_.value(), stopped.value(), image.pixels); !received)
        return received.fault();
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return Frame{std::move(image), std::chrono::duration_cast<std::chrono::milliseconds>(now)};
}

} // namespace madoguchi
