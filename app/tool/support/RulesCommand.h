// SPDX-License-Identifier: Apache-2.0
// madoguchi-tool rules: questions to app/eligibility, line by line, for as long as there are any.
#pragma once

#include <cstddef>
#include <iosfwd>

namespace madoguchi {

inline constexpr std::size_t kLongestQuestion = 1 << 20; ///< bytes; a longer line gets an error

/// One answer per line, flushed at once: whoever asks may wait for it. Returns the exit code: 0, or 1 if
/// answers could not be written.
int runRules(std::istream& questions, std::ostream& answers);

} // namespace madoguchi
