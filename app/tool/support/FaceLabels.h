// SPDX-License-Identifier: Apache-2.0
// Who the people of a measurement are, from a file, and what came of them, as JSON.
#pragma once

#include "faceauth/study/Trials.h"
#include "tool/support/FaceOptions.h"

#include <nlohmann/json_fwd.hpp>

namespace madoguchi {

/// Lines "identity sex age origin": single words, the age in whole years or "-". False after a complaint.
bool readPeople(const std::filesystem::path& file, People& people, std::ostream& errors);

/// For each group and number of shots the rates with their intervals; "3-5" is the whole decision.
[[nodiscard]] nlohmann::ordered_json toJson(const std::vector<GroupFigures>& figures);

/// Words between blanks.
[[nodiscard]] std::vector<std::string> wordsOf(const std::string& line);

} // namespace madoguchi
