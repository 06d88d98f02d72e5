// SPDX-License-Identifier: Apache-2.0
// ids: the names as C++; table: the sentences as C++; qml SHEET: one sheet as a singleton whose sentences
// follow one property `language`.
#include "domain/text/generator/TextSheets.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <exception>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace {

using namespace madoguchi;

std::string literal(const std::string& words)
{
    return nlohmann::json(words).dump();
}

std::string ids(const TextSheets& sheets)
{
    std::ostringstream out;
    out << "// SPDX-License-Identifier: Apache-2.0\n// Generated from resources/texts: change that.\n#pragma "
           "once\n\n"
           "#include <cstdint>\n\nnamespace madoguchi {\n\nenum class TextId : std::uint16_t {\n    None,\n";
    for (const auto& sentence : sheets.sentences)
        out << "    " << sentence.id << (sentence.seen.empty() ? ",\n" : ", ///< " + sentence.seen + "\n");
    out << "};\n\n} // namespace madoguchi\n";
    return out.str();
}

std::string table(const TextSheets& sheets)
{
    std::ostringstream out;
    out << "// SPDX-License-Identifier: Apache-2.0\n// Generated from resources/texts: change that.\n"
           "#include \"domain/text/TextTable.h\"\n\nnamespace madoguchi {\nnamespace {\n\n"
           "constexpr Sentence kSentences[] = {\n    {},\n";
    for (const auto& sentence : sheets.sentences) {
        out << "    {";
        for (const auto& words : sentence.columns)
            out << literal(words) << ", ";
        out << "}, // " << sentence.id << '\n';
    }
    out << "};\n\nconstexpr LanguageRow kLanguages[] = {\n";
    for (const auto& language : sheets.languages)
        out << "    {Language::" << language.enumerator << ", " << literal(language.code) << ", "
            << literal(language.name) << "},\n";
    out << "};\n\nconstexpr bool inOrder()\n{\n    for (std::size_t i = 0; i < kLanguageCount; ++i)\n"
           "        if (static_cast<std::size_t>(kLanguages[i].language) != i)\n            return false;\n"
           "    return std::size(kLanguages) == kLanguageCount;\n}\n"
           "static_assert(inOrder(), \"one line of languages.json for each Language, in its order\");\n\n"
           "} // namespace\n\nstd::span<const Sentence> textTable()\n{\n    return kSentences;\n}\n\n"
           "std::span<const LanguageRow, kLanguageCount> languageTable()\n{\n    return kLanguages;\n}\n\n"
           "} // namespace madoguchi\n";
    return out.str();
}

constexpr auto kQmlHead = R"(// Generated from a table in resources/texts: change that.
pragma Singleton
import QtQuick
import Madoguchi.Bridge

QtObject {
    id: texts

    /// Of Languages: shown large; the line below it is in the second one.
    property int language: 0

    component Entry: Phrase {
        language: texts.language
    }

)";

/// The sentences at the top of a sheet, each under its key.
std::string qml(const TextSheets& sheets, const std::string& sheet)
{
    std::ostringstream out;
    out << kQmlHead;
    for (std::size_t i = 0; i < sheets.sentences.size(); ++i)
        if (const auto& sentence = sheets.sentences[i]; sentence.sheet == sheet)
            out << "    //: " << sentence.seen << "\n    readonly property Phrase " << sentence.key
                << ": Entry { sentence: " << i + 1 << " }\n";
    out << "}\n";
    return out.str();
}

std::string made(const std::string& what, const TextSheets& sheets, const std::string& sheet)
{
    if (what == "ids")
        return ids(sheets);
    if (what == "table")
        return table(sheets);
    if (what == "qml" && !sheet.empty())
        return qml(sheets, sheet);
    throw std::runtime_error("usage: ids|table FOLDER OUT, qml FOLDER SHEET OUT");
}

} // namespace

int main(int argc, char** argv)
{
    try {
        if (argc < 4)
            throw std::runtime_error("usage: ids|table FOLDER OUT, qml FOLDER SHEET OUT");
        std::ofstream out{argv[argc - 1], std::ios::binary};
        if (!(out << made(argv[1], readSheets(argv[2]), argc == 5 ? argv[3] : "")).flush())
            throw std::runtime_error(std::string{"cannot write "} + argv[argc - 1]);
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "text generator: %s\n", error.what());
        return 1;
    }
}
