// SPDX-License-Identifier: Apache-2.0
// The practice reader that the machine itself may have: its own pcscd with vpcd among its readers. Second
// choice where the kernel gives us no namespaces for a private one.
#pragma once

#include <chrono>
#include <string>

namespace madoguchi {

/// Empty when that pcscd answers and vpcd listens for a card; else what is missing and how to get it. Looks,
/// and lays no card down. `within` is for a pcscd that its socket has just started.
[[nodiscard]] std::string missingOfMachinesReader(std::chrono::milliseconds within = std::chrono::seconds{3});

} // namespace madoguchi
