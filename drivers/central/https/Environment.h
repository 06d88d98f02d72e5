// SPDX-License-Identifier: Apache-2.0
// Environment variables steer libcurl and OpenSSL behind a program's back: they can write the session keys to
// a file, load modules, add trusted authorities or send everything through a proxy. The terminal obeys none.
#pragma once

#include <span>

namespace madoguchi {

/// The variables that are removed.
[[nodiscard]] std::span<const char* const> hostileVariables();

/// Removes them all. First statement of main(), before any library starts and before any thread exists.
void hardenEnvironment();

/// None of them is set. HttpsCentral refuses to open otherwise: OpenSSL and libcurl may have read them
/// already.
[[nodiscard]] bool environmentIsHard();

} // namespace madoguchi
