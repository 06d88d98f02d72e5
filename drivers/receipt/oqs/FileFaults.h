// SPDX-License-Identifier: Apache-2.0
// The one place where an errno of a folder becomes a Fault.
#pragma once

#include "foundation/base/Fault.h"

#include <string_view>

namespace madoguchi {

/// `where` must be a literal.
[[nodiscard]] Fault fileFault(int error, std::string_view where);

} // namespace madoguchi
