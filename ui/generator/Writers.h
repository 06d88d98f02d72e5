// SPDX-License-Identifier: Apache-2.0
// What is generated: each function returns the text of one QML singleton. They throw std::exception on an
// input that is not what it should be; the build stops there.
#pragma once

#include "ui/generator/Tokens.h"

#include <filesystem>
#include <string>

namespace madoguchi {

/// Style.qml from the tokens and the table of semantic names (ui/controls/style.json).
[[nodiscard]] std::string styleSingleton(const Tokens& tokens, const std::filesystem::path& table);

/// Icons.qml: for each *.svg of the folder, a property of its name with the path data of its outline.
[[nodiscard]] std::string iconsSingleton(const std::filesystem::path& folder);

} // namespace madoguchi
