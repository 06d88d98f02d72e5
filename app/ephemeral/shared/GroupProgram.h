// SPDX-License-Identifier: Apache-2.0
// What a program that holds one person's data does before anything else, and the places its settings name.
// Each is started by the supervisor as the first of a process group of its own.
#pragma once

#include "drivers/central/https/CentralConnection.h"
#include "drivers/receipt/oqs/FolderHandOff.h"
#include "services/settings/Settings.h"

#include <string>

namespace madoguchi {

/// Its main(): hardens environment and process, leads the group, reads --channel and --settings, and runs
/// `serve` with them. What is wrong with the settings goes to stderr. Returns the exit code.
int runGroupProgram(int argc, char** argv, const std::string& description,
                    int (*serve)(int channel, const Settings& settings));

/// Where the central system is.
[[nodiscard]] CentralConnection centralConnection(const Settings& settings);

/// Where the receipt computer looks for answers nobody asked for; `res` stays empty.
[[nodiscard]] ReceiptFolders receiptFolders(const Settings& settings);

} // namespace madoguchi
