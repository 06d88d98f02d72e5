// SPDX-License-Identifier: Apache-2.0
#include "eligibility/Coverage.h"

namespace madoguchi {

bool covers(const Coverage& coverage, CivilDate day)
{
    return coverage.start <= day && (!coverage.loss || day < *coverage.loss) &&
           (!coverage.cardEnd || day <= *coverage.cardEnd);
}

} // namespace madoguchi
