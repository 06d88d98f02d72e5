// SPDX-License-Identifier: Apache-2.0
#include "ui/generator/Tokens.h"

#include <cmath>
#include <fstream>
#include <regex>
#include <sstream>
#include <stdexcept>

namespace madoguchi {

std::string readFile(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    if (!file)
        throw std::runtime_error("cannot read " + path.string());
    return (std::ostringstream{} << file.rdbuf()).str();
}

Tokens::Tokens(const std::filesystem::path& css)
{
    static const std::regex kLine{R"(\s*--([a-z0-9-]+):\s*([^;]+);\s*)"};
    std::istringstream lines{readFile(css)};
    for (std::string line; std::getline(lines, line);)
        if (std::smatch match; std::regex_match(line, match, kLine))
            values_[match[1]] = match[2];
    if (values_.empty())
        throw std::runtime_error("no design token in " + css.string());
}

std::string Tokens::colour(const std::string& name) const
{
    const auto primitive = "color-primitive-" + name;
    return value(values_.contains(primitive) ? primitive : "color-neutral-" + name);
}

int Tokens::pixels(const std::string& name) const
{
    constexpr double kPixelsPerRem = 16;
    return static_cast<int>(std::lround(std::stod(value(name)) * kPixelsPerRem));
}

const std::string& Tokens::value(const std::string& name) const
{
    const auto found = values_.find(name);
    if (found == values_.end())
        throw std::runtime_error("the design tokens have no " + name);
    return found->second;
}

} // namespace madoguchi
