// SPDX-License-Identifier: Apache-2.0
// pcscd in the foreground with vpcd as its only reader, for as long as this object lives. Meant for the
// inside of an Enclosure: it uses /run/pcscd as it finds it.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <sys/types.h>

namespace madoguchi {

class PrivatePcscd {
public:
    /// Where vpcd waits for a card program; clients know the reader as "Virtual PCD 00 00".
    static constexpr std::uint16_t kPort = 35963;

    PrivatePcscd() = default;
    PrivatePcscd(const PrivatePcscd&) = delete;
    PrivatePcscd& operator=(const PrivatePcscd&) = delete;
    ~PrivatePcscd();

    /// Starts it and waits until it accepts clients. Empty, or what went wrong. `driver` is vpcd's library,
    /// `log` a file for pcscd's own messages (empty: none).
    [[nodiscard]] std::string start(const std::string& driver, const std::filesystem::path& log,
                                    std::chrono::milliseconds within = std::chrono::seconds{10});

private:
    [[nodiscard]] std::string waitUntilItAnswers(int watch, std::chrono::milliseconds within) const;

    pid_t pid_{-1};
};

} // namespace madoguchi
