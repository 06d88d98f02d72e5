// SPDX-License-Identifier: Apache-2.0
// One row for each FaultCode: what happened, what to do now, who can do it, and the code for support. No
// screen shows a fault in any other words, and no screen shows a bare code.
#pragma once

#include "domain/text/TextId.h"
#include "foundation/base/Fault.h"

#include <span>
#include <string_view>

namespace madoguchi {

enum class Actor : std::uint8_t { Patient, Staff, Administrator, Municipality };

struct FaultRow {
    FaultCode code;
    std::string_view supportCode; ///< shown small, beside the words: "C-05"
    TextId headline;              ///< what happened
    TextId advice;                ///< what to do now; addressed to the patient
    Actor actor;                  ///< who can do something about it
    bool retry;                   ///< trying again at once may help
};

/// The row of a code. Total: every FaultCode has one (FaultTableTest).
[[nodiscard]] const FaultRow& faultRow(FaultCode code);

/// All rows in the order of FaultCode.
[[nodiscard]] std::span<const FaultRow> faultTable();

} // namespace madoguchi
