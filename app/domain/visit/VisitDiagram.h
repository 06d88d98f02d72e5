// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace madoguchi {

/// The table as a Mermaid state diagram, drawn by asking it: README.md shows what this returns, and a test holds
/// the two together. Events that lead the same way share an arrow.
[[nodiscard]] std::string visitDiagram();

} // namespace madoguchi
