// SPDX-License-Identifier: Apache-2.0
// The practice line's own public key infrastructure: one authority, one intermediate, the practice central's
// server certificate and the terminal's client certificate. Made once per practice folder and renewed as a
// whole when it comes near its end. The authorities' keys are thrown away after issuing: nobody can add to
// it.
#pragma once

#include "foundation/base/Result.h"

#include <chrono>
#include <filesystem>
#include <string>

namespace madoguchi {

/// The files, all PEM. A client certificate carries its holder's institution code (10 digits) as the
/// subject's serialNumber and its role as OU ("reception").
struct PracticePkiFiles {
    std::filesystem::path authority;   ///< central-ca.pem: trusted root
    std::filesystem::path revocations; ///< central-crl.pem: one list each of root and intermediate
    std::filesystem::path server;      ///< server.pem: leaf, intermediate; localhost and 127.0.0.1
    std::filesystem::path serverKey;   ///< server.key, 0600
    std::filesystem::path terminal;    ///< terminal.pem: leaf, intermediate; role reception
    std::filesystem::path terminalKey; ///< terminal.key, 0600
};

[[nodiscard]] PracticePkiFiles practicePkiFiles(const std::filesystem::path& pkiFolder);

inline constexpr std::string_view kPracticeInstitution = "1319999999"; ///< invented
inline constexpr std::string_view kReceptionRole = "reception";

/// Makes the files in `pkiFolder` unless a set that lasts beyond the next 30 days is there already.
[[nodiscard]] Result<PracticePkiFiles> ensurePracticePki(const std::filesystem::path& pkiFolder,
                                                         std::chrono::sys_seconds now);

} // namespace madoguchi
