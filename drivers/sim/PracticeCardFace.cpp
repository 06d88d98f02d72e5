// SPDX-License-Identifier: Apache-2.0
#include "sim/PracticeCardFace.h"

#include "sim/LocalSocket.h"
#include "process/UniqueFd.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

namespace madoguchi {

namespace {

constexpr std::size_t kDigits = 14;
constexpr std::string_view kWhere = "sim/PracticeCardFace";

Fault unreadable()
{
    return {FaultCode::CardUnreadable, FaultSpace::Errno, errno, kWhere};
}

bool isSecurityNumber(const std::string& text)
{
    return text.size() == kDigits &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::filesystem::path cardFaceSocket(const std::filesystem::path& practiceFolder)
{
    return practiceFolder / "cardface.sock";
}

PracticeCardFace::PracticeCardFace(std::filesystem::path socket) : socket_{std::move(socket)} {}

Result<SecurityNumber> PracticeCardFace::read(std::stop_token stop)
{
    constexpr int kPatience = 2000; // milliseconds; the other side has nothing to think about
    const UniqueFd stopped{::eventfd(0, EFD_CLOEXEC)};
    const std::stop_callback wake{stop, [&] { ::eventfd_write(stopped.value(), 1); }};
    const auto connection = sim::connectLocal(socket_);
    if (!connection)
        return unreadable();
    SecurityNumber number;
    while (number.size() <= kDigits) {
        std::array<pollfd, 2> wait{{{connection.value(), POLLIN, 0}, {stopped.value(), POLLIN, 0}}};
        const int ready = ::poll(wait.data(), wait.size(), kPatience);
        if (ready <= 0 || wait[1].revents != 0)
            return Fault{FaultCode::TimedOut, FaultSpace::None, 0, kWhere};
        std::array<char, kDigits + 1> part{};
        const auto length = ::recv(connection.value(), part.data(), part.size(), 0);
        if (length <= 0)
            break;
        number.append(part.data(), static_cast<std::size_t>(length));
    }
    return isSecurityNumber(number) ? Result<SecurityNumber>{std::move(number)} : unreadable();
}

} // namespace madoguchi
