// SPDX-License-Identifier: Apache-2.0
// Visit → kiosk: what to show. Kiosk → visit: what the patient did. One message each.
#pragma once

#include "domain/record/Screen.h"
#include "foundation/base/Result.h"

#include <string>
#include <string_view>

namespace madoguchi {

[[nodiscard]] std::string encode(const Screen& screen);
[[nodiscard]] Result<Screen> decodeScreen(std::string_view message);

[[nodiscard]] std::string encode(const PatientInput& input);
[[nodiscard]] Result<PatientInput> decodePatientInput(std::string_view message);

} // namespace madoguchi
