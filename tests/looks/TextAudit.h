// SPDX-License-Identifier: Apache-2.0
// Looks at every visible text of a window: is all of it there, inside the window, and clear of every other
// text?
#pragma once

#include <QQuickItem>

#include <string>
#include <vector>

namespace madoguchi {

/// One sentence for each text that is cut off, leaves the window, or lies over another text; empty when all
/// is well. `targets` below 64 px in either direction are reported too.
[[nodiscard]] std::vector<std::string> auditTexts(QQuickItem& root);

} // namespace madoguchi
