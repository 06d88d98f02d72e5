// SPDX-License-Identifier: Apache-2.0
#include "domain/record/EligibilityQuery.h"

#include <string_view>

namespace madoguchi {

Bytes querySubject(const Bytes& nonce, const Consents& consents, Method method, bool registerFirstUse)
{
    constexpr std::string_view kPurpose = "madoguchi eligibility query v1";
    constexpr std::string_view kMethods = "FPS"; // in the order of Method

    Bytes subject(kPurpose.begin(), kPurpose.end());
    subject.push_back(0);
    subject.push_back(static_cast<std::uint8_t>(kMethods[static_cast<std::size_t>(method)]));
    subject.push_back(registerFirstUse ? 'R' : '-');
    for (std::size_t item = 0; item < kConsentItems; ++item)
        subject.push_back(consents.test(item) ? 'Y' : 'N');
    subject.insert(subject.end(), nonce.begin(), nonce.end()); // last: the only part of free length
    return subject;
}

} // namespace madoguchi
