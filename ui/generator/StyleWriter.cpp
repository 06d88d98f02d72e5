// SPDX-License-Identifier: Apache-2.0
#include "ui/generator/Writers.h"

#include <nlohmann/json.hpp>

#include <sstream>

namespace madoguchi {
namespace {

using Table = nlohmann::ordered_json;

void writeColours(std::ostream& out, const Tokens& tokens, const Table& table)
{
    for (const auto& [name, tones] : table.at("colours").items())
        out << "    readonly property color " << name << ": highContrast ? \""
            << tokens.colour(tones.at(1).get<std::string>()) << "\" : \""
            << tokens.colour(tones.at(0).get<std::string>()) << "\"\n";
}

/// A font grows with textScale, the large ones by a part of it only: they are large already.
void writeFonts(std::ostream& out, const Tokens& tokens, const Table& table)
{
    for (const auto& [name, font] : table.at("fonts").items())
        out << "    readonly property int " << name << ": grown("
            << tokens.pixels(font.at(0).get<std::string>()) << ", " << font.at(1).get<double>() << ")\n";
}

void writeRadii(std::ostream& out, const Tokens& tokens, const Table& table)
{
    for (const auto& [name, token] : table.at("radii").items())
        out << "    readonly property int " << name << ": " << tokens.pixels(token.get<std::string>())
            << "\n";
}

void writeSizes(std::ostream& out, const Table& table)
{
    for (const auto& [name, pixels] : table.at("sizes").items())
        out << "    readonly property int " << name << ": " << pixels.get<int>() << "\n";
}

} // namespace

std::string styleSingleton(const Tokens& tokens, const std::filesystem::path& file)
{
    const auto table = Table::parse(readFile(file));
    std::ostringstream out;
    out << "// Generated from the design tokens and style.json: change those.\n"
           "pragma Singleton\n"
           "import QtQuick\n\n"
           "QtObject {\n"
           "    property bool highContrast: false\n"
           "    property real textScale: 1\n"
           "    property bool motion: true\n"
           "    /// Larger text takes the room of the line in the other language.\n"
           "    readonly property bool bothLanguages: textScale < 1.2\n\n"
           "    readonly property string family: \""
        << table.at("family").get<std::string>() << "\"\n\n";
    writeColours(out, tokens, table);
    out << "\n";
    writeFonts(out, tokens, table);
    out << "\n";
    writeRadii(out, tokens, table);
    writeSizes(out, table);
    out << "\n    function grown(pixels: int, part: real): int {\n"
           "        return Math.round(pixels * (1 + (textScale - 1) * part));\n"
           "    }\n}\n";
    return out.str();
}

} // namespace madoguchi
