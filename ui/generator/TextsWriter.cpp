// SPDX-License-Identifier: Apache-2.0
#include "ui/generator/Writers.h"

#include <nlohmann/json.hpp>

#include <sstream>

namespace madoguchi {
namespace {

constexpr auto kHead = R"(// Generated from a table in resources/texts: change that.
pragma Singleton
import QtQuick
import Madoguchi.Controls

QtObject {
    id: texts

    /// The language shown large; the other one is the line below it.
    property bool english: false
    /// Lengths under test: English drawn out by 40 %, as another language might be.
    property bool pseudo: false

    component Entry: Phrase {
        english: texts.english
        pseudo: texts.pseudo
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
            << ": Entry { ja: " << columns.at(0).dump() << "; en: " << columns.at(1).dump() << " }\n";
    out << "}\n";
    return out.str();
}

} // namespace madoguchi
