// SPDX-License-Identifier: Apache-2.0
// The tables of resources/texts, read and checked: each sentence has every language, and none that does not
// exist.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace madoguchi {

struct LanguageEntry {
    std::string code, enumerator, name;
    std::string from; ///< drawn out from the column of this code; empty: a column of its own
};

struct SentenceEntry {
    std::string id;                   ///< as TextId has it
    std::string sheet, key;           ///< "kiosk", "idleHeading"
    std::string seen;                 ///< where; may be empty
    std::vector<std::string> columns; ///< in the order of the languages
};

struct TextSheets {
    std::vector<LanguageEntry> languages;
    std::vector<SentenceEntry> sentences; ///< sheets by name, each in its own order
};

/// Throws std::runtime_error that names sheet and sentence.
[[nodiscard]] TextSheets readSheets(const std::filesystem::path& folder);

/// English as another language might be: vowels doubled, places such as {name} and %1 left alone.
[[nodiscard]] std::string drawnOut(const std::string& words);

} // namespace madoguchi
