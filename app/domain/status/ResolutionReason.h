// SPDX-License-Identifier: Apache-2.0
// Why an answer about a qualification is what it is: the sub-reasons of 資格有効性. How they are found stands
// in eligibility/Resolution.h and eligibility/AnswerReason.h.
#pragma once

#include <cstdint>

namespace madoguchi {

enum class ResolutionReason : std::uint8_t {
    Ok,
    Overlap,  ///< two insurers at once: 二重加入の可能性
    EndsSoon, ///< within 31 days
    Lost,
    Expired,
    NotYet,
    NewExists, ///< an old number; the newer qualification is never disclosed to it
    NoMatch,
    Multiple,          ///< twins: ask the branch
    NeedBranchOrBirth, ///< neither a branch nor a full birth date
    Format,            ///< 処理エラー: the question itself cannot be answered
    Unregistered,      ///< valid by medical assistance only; no rule finds it, the central system says so
};

} // namespace madoguchi
