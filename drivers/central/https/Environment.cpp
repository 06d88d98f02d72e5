// SPDX-License-Identifier: Apache-2.0
#include "drivers/central/https/Environment.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace madoguchi {
namespace {

constexpr std::array kHostile{// keys and modules
                              "SSLKEYLOGFILE", "OPENSSL_CONF", "OPENSSL_CONF_INCLUDE", "OPENSSL_ENGINES",
                              "OPENSSL_MODULES", "OPENSSL_ia32cap", "CTLOG_FILE", "QLOGDIR",
                              // whom to trust
                              "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE", "CURL_SSL_BACKEND",
                              "CURL_HOME",
                              // the way there
                              "http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "no_proxy", "HTTP_PROXY",
                              "HTTPS_PROXY", "FTP_PROXY", "ALL_PROXY", "NO_PROXY"};

} // namespace

std::span<const char* const> hostileVariables()
{
    return kHostile;
}

void hardenEnvironment()
{
    for (const char* name : kHostile)
        ::unsetenv(name);
}

bool environmentIsHard()
{
    return std::ranges::none_of(kHostile, [](const char* name) { return std::getenv(name) != nullptr; });
}

} // namespace madoguchi
