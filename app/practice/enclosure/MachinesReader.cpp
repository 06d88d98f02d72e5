// SPDX-License-Identifier: Apache-2.0
#include "practice/enclosure/MachinesReader.h"

#include "foundation/base/UniqueFd.h"
#include "practice/enclosure/PrivatePcscd.h"

#include <cstdlib>
#include <cstring>
#include <fstream>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

namespace madoguchi {

namespace {

/// Where libpcsclite looks.
std::string pcscdSocket()
{
    const char* const name = std::getenv("PCSCLITE_CSOCK_NAME");
    return name != nullptr ? name : "/run/pcscd/pcscd.comm";
}

bool answers(const std::string& path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path)
        return false;
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    const UniqueFd socket{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    return ::connect(socket.value(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

/// Read from the kernel's table: a connection would be a card laid down and taken.
bool somebodyListens(std::uint16_t port)
{
    constexpr unsigned kListening = 0x0A;
    std::ifstream table{"/proc/net/tcp"};
    for (std::string line; std::getline(table, line);) {
        unsigned local = 0, state = 0;
        if (std::sscanf(line.c_str(), " %*u: %*8x:%4x %*8x:%*4x %2x", &local, &state) == 2 && local == port &&
            state == kListening)
            return true;
    }
    return false;
}

} // namespace

std::string missingOfMachinesReader(std::chrono::milliseconds within)
{
    constexpr std::chrono::milliseconds kLookAgain{50};
    const auto socket = pcscdSocket();
    if (!answers(socket))
        return "no pcscd answers at " + socket +
               " (apt-get install pcscd vsmartcard-vpcd, then systemctl start pcscd)";
    const auto end = std::chrono::steady_clock::now() + within;
    while (!somebodyListens(PrivatePcscd::kPort)) {
        if (std::chrono::steady_clock::now() >= end)
            return "pcscd answers, but no virtual reader listens on port " +
                   std::to_string(PrivatePcscd::kPort) +
                   " (apt-get install vsmartcard-vpcd, then systemctl restart pcscd)";
        ::poll(nullptr, 0, static_cast<int>(kLookAgain.count())); // nothing tells when a port is opened
    }
    return {};
}

} // namespace madoguchi
