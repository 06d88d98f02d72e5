// SPDX-License-Identifier: Apache-2.0
// What a patient allows to be shown.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>

namespace madoguchi {

/// What a patient may allow to be shown, for this visit. The order is the order on the consent page.
enum class ConsentItem : std::uint8_t { Medicines, Visits, Surgery, CheckUps };
inline constexpr std::size_t kConsentItems = 4;

/// Bit i set = yes to item i. No answer is no.
using Consents = std::bitset<kConsentItems>;

[[nodiscard]] inline bool allows(const Consents& consents, ConsentItem item)
{
    return consents.test(static_cast<std::size_t>(item));
}

} // namespace madoguchi
