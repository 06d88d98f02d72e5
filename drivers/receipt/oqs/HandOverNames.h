// SPDX-License-Identifier: Apache-2.0
// Names of files in the face folder, for a card's answer and for one that staff got by typing a number:
//   OQSsiquc01res_face_<10-digit institution><3-digit kind><17-digit counter>_<yyyyMMddHHmmss>.xml
//   OQSsiquc01res_<10-digit institution><3-digit kind><17-digit counter>_<yyyyMMddHHmmss>.xml
// The counter must not come twice, over restarts and beside other writers of the same folder. Nothing is
// stored for that: its first ten digits are the seconds since 1970, the other seven start at a random number
// in each process and go up by one. That two writers meet in the same second on the same seven digits is not
// excluded, only rare; then the folder says that the name is taken and the next number is used.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace madoguchi {

enum class AnswerKind : std::uint8_t { ByCard, ByNumber };

class HandOverNames {
public:
    /// `institution` 10 digits, `kind` 3 digits ("000" health insurance, "400" medical assistance, "600" home
    /// visit, "800" online). `start` is where the counter's own digits begin.
    HandOverNames(std::string institution, std::string kind, std::uint32_t start);

    /// A name nobody was given before by this object. The time in it is Japan's: readers look at the day.
    /// Safe to call from several threads.
    [[nodiscard]] std::string next(std::chrono::sys_seconds now, AnswerKind answer = AnswerKind::ByCard);

private:
    std::string institution_, kind_;
    std::atomic<std::uint32_t> sequence_;
};

/// Digits of the kernel's random source, below `bound`.
[[nodiscard]] std::uint32_t randomBelow(std::uint32_t bound);

/// What may stand as the free part of a request's name and comes back in its answer's: Latin letters, digits,
/// '-' and '_', up to 64 of them.
[[nodiscard]] bool isFreePart(std::string_view text);

} // namespace madoguchi
