// SPDX-License-Identifier: Apache-2.0
// Where the clinic's own chart comes from. The public interface of receipt computers offers no such source
// (they only take files), so this is a port: a site without one has no candidate.
#pragma once

#include "domain/record/Chart.h"
#include "foundation/base/Result.h"

#include <vector>

namespace madoguchi {

class ChartPort {
public:
    virtual ~ChartPort() = default;

    /// Charts that may be this patient's: by 照会番号 if there is one, else by birth date and kana. At most a
    /// few.
    virtual Result<std::vector<Chart>> candidates(const Qualification& received) = 0;

    /// Replaces the chart of that patient number.
    virtual Result<void> write(const Chart& chart) = 0;
};

} // namespace madoguchi
