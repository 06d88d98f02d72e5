// SPDX-License-Identifier: Apache-2.0
// One question to the rules of app/eligibility, in JSON, and its answer: so that vectors from anywhere can be
// run. The forms stand in kRuleForms, which --help prints.
#pragma once

#include <string>
#include <string_view>

namespace madoguchi {

extern const std::string_view kRuleForms;

/// Any text has an answer: {"error":"what is wrong"} if it is no question that can be answered. One line of
/// UTF-8, without its end.
[[nodiscard]] std::string answerRule(std::string_view question);

} // namespace madoguchi
