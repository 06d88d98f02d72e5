// SPDX-License-Identifier: Apache-2.0
// One translation for each foreign error space of this module. Total by table: a code without a row would be
// Internal, and the tests read libcurl's and OpenSSL's own headers to see that every one has a row.
#pragma once

#include "formats/central/CentralProfile.h"
#include "foundation/base/Fault.h"

#include <optional>
#include <string_view>

namespace madoguchi {

/// CURLcode of a failed transfer.
[[nodiscard]] std::optional<FaultCode> curlRow(int code);
[[nodiscard]] Fault faultOfCurl(int code, std::string_view where);

/// X509_V_ERR_* of the server's chain.
[[nodiscard]] std::optional<FaultCode> x509Row(long error);
[[nodiscard]] Fault faultOfX509(long error, std::string_view where);

/// A TLS alert the server sent (RFC 8446 section 6): those about our certificate are TerminalRefused.
[[nodiscard]] Fault faultOfAlert(int alert, std::string_view where);

/// A refusal in the words of the reference profile.
[[nodiscard]] Fault faultOfRefusal(CentralError error, std::string_view where);

/// Any HTTP status but 200.
[[nodiscard]] Fault faultOfHttp(long status, std::string_view where);

} // namespace madoguchi
