// SPDX-License-Identifier: Apache-2.0
#include "ui/generator/Writers.h"

#include <nlohmann/json.hpp>

#include <sstream>

namespace madoguchi {
namespace {

constexpr auto kHead = R"(// Generated from a table in resources/texts: change that.
pragma Singleton
import QtQuick

QtObject {
    id: texts

    /// The language shown large; the other one is the line below it.
    property bool english: false
    /// Lengths under test: English is drawn out by 40 %, as a translation might be.
    property bool pseudo: false

    function shown(text: string): string {
        return pseudo ? text.replace(/[aeiou]/g, "$&$&") : text;
    }

    /// One text of the table.
    component Phrase: QtObject {
        property string ja
        property string en
        readonly property string text: texts.english ? texts.shown(en) : ja
        readonly property string second: texts.english ? ja : en
    }

)";

} // namespace

std::string textsSingleton(const std::filesystem::path& file)
{
    const auto table = nlohmann::ordered_json::parse(readFile(file));
    std::ostringstream out;
    out << kHead;
    for (const auto& [key, columns] : table.items())
        out << "    //: " << columns.at(2).get<std::string>() << "\n    readonly property Phrase " << key
            << ": Phrase { ja: " << columns.at(0).dump() << "; en: " << columns.at(1).dump() << " }\n";
    out << "}\n";
    return out.str();
}

} // namespace madoguchi
