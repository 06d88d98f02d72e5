// SPDX-License-Identifier: Apache-2.0
// The TLS policy of the terminal in one place: versions, suites, curves (IPA/CRYPTREC GL-3001, recommended
// profile), whom to trust and how strictly (RFC 5280 with revocation at every level). Internal to this
// module.
#pragma once

#include "drivers/central/https/CentralConnection.h"

#include <curl/curl.h>
#include <openssl/ssl.h>

namespace madoguchi {

/// What the handshake needs to know and what it reports. Must outlive every transfer of the handle.
struct TlsContext {
    std::string host; ///< of the address, without port
    // What the transfer at hand saw; reset before each:
    bool reached{false}; ///< somebody accepted the connection
    bool heard{false};   ///< and sent something that could be TLS
    int alert{0};        ///< the fatal alert the server ended it with; 0 = none
};

/// Sets every option of the handle that concerns TLS. False if libcurl does not take one: then nothing is
/// sent.
[[nodiscard]] bool applyTlsPolicy(CURL* handle, const CentralConnection& settings, TlsContext& context);

} // namespace madoguchi
