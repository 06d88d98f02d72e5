// SPDX-License-Identifier: Apache-2.0
// Where the central system is, whom we trust there and who we are. Filled from the site's settings; tests
// shorten the times.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace madoguchi {

struct CentralTimes {
    std::chrono::milliseconds connect{5000};
    std::chrono::milliseconds total{15000}; ///< of one call, all its attempts together
    std::chrono::seconds stalled{5};        ///< this long below stalledBytesPerSecond ends an attempt
    long stalledBytesPerSecond{100};
    std::chrono::milliseconds pause{200}; ///< before the first repetition; doubled each time, with jitter
};

struct CentralConnection {
    std::string institutionCode; ///< 医療機関コード, 10 digits; the client certificate names the same
    std::string address;         ///< "https://host[:port]", no path; a slash at the end is ignored
    std::filesystem::path authorities; ///< PEM; the only roots trusted, the machine's own store is not read
    std::filesystem::path revocations; ///< PEM lists, one for every authority in a chain; missing or old = no
    std::filesystem::path certificate; ///< PEM: our client certificate, then its intermediates
    std::filesystem::path key;         ///< PEM, readable by its owner only
    std::vector<std::string> pinnedKeys{}; ///< "sha256//base64" of a SubjectPublicKeyInfo; empty = not
                                           ///< pinned. Give two, so that the server can change its key
    std::size_t bodyLimit{std::size_t{4} << 20};
    CentralTimes times{};
};

} // namespace madoguchi
