// SPDX-License-Identifier: Apache-2.0
#include "resident/supervisor/Backoff.h"

#include <algorithm>

namespace madoguchi {

void Backoff::failed()
{
    wait_ = wait_.count() == 0 ? kFirst : std::min(wait_ * 2, kLongest);
}

} // namespace madoguchi
