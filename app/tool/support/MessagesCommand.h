// SPDX-License-Identifier: Apache-2.0
// madoguchi-tool messages FILE…: what is in files of the receipt computer's interface, or what is wrong with
// them.
#pragma once

#include <iosfwd>
#include <span>
#include <string>

namespace madoguchi {

/// One line of JSON (messages/MessageJson.h) for each file, in their order. Returns the exit code: 0 if all
/// of them could be read, else 1.
[[nodiscard]] int runMessages(std::span<const std::string> files, std::ostream& out);

} // namespace madoguchi
