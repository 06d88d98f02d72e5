// SPDX-License-Identifier: Apache-2.0
#include "ui/generator/Writers.h"

#include <regex>
#include <set>
#include <sstream>
#include <stdexcept>

namespace madoguchi {
namespace {

/// Each icon is one <path d="..."> on a field of 24 x 24, drawn as a stroke.
std::string pathData(const std::filesystem::path& svg)
{
    static const std::regex kPath{R"re(<path[^>]* d="([^"]+)")re"};
    const auto text = readFile(svg);
    std::smatch match;
    if (!std::regex_search(text, match, kPath))
        throw std::runtime_error("no path in " + svg.string());
    return match[1];
}

} // namespace

std::string iconsSingleton(const std::filesystem::path& folder)
{
    std::set<std::filesystem::path> files; // in a fixed order, whatever the disk says
    for (const auto& entry : std::filesystem::directory_iterator{folder})
        if (entry.path().extension() == ".svg")
            files.insert(entry.path());
    std::ostringstream out;
    out << "// Generated from the SVG files of resources/icons: change those.\n"
           "pragma Singleton\n"
           "import QtQuick\n\n"
           "QtObject {\n";
    for (const auto& file : files)
        out << "    readonly property string " << file.stem().string() << ": \"" << pathData(file) << "\"\n";
    out << "}\n";
    return out.str();
}

} // namespace madoguchi
