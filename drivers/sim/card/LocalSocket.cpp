// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/card/LocalSocket.h"

#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

namespace madoguchi::sim {

namespace {

/// A name for `path` that fits: through the descriptor of its folder.
sockaddr_un addressIn(const UniqueFd& folder, const std::filesystem::path& path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto name = "/proc/self/fd/" + std::to_string(folder.value()) + "/" + path.filename().string();
    std::strncpy(address.sun_path, name.c_str(), sizeof address.sun_path - 1);
    return address;
}

UniqueFd openFolder(const std::filesystem::path& path)
{
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path{"."};
    return UniqueFd{::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)};
}

UniqueFd streamSocket()
{
    return UniqueFd{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
}

} // namespace

UniqueFd connectLocal(const std::filesystem::path& path)
{
    const auto folder = openFolder(path);
    const auto address = addressIn(folder, path);
    auto socket = streamSocket();
    if (::connect(socket.value(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        socket.reset();
    return socket;
}

UniqueFd listenLocal(const std::filesystem::path& path)
{
    constexpr int kBacklog = 8;
    const auto folder = openFolder(path);
    const auto address = addressIn(folder, path);
    auto socket = streamSocket();
    ::unlink(path.c_str());
    const auto before = ::umask(0177);
    const bool bound =
        ::bind(socket.value(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    ::umask(before);
    if (!bound || ::listen(socket.value(), kBacklog) != 0)
        socket.reset();
    return socket;
}

} // namespace madoguchi::sim
