// SPDX-License-Identifier: Apache-2.0
#include "ui/generator/Writers.h"

#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace madoguchi;

std::string generated(const std::vector<std::string>& arguments)
{
    const auto kind = arguments.empty() ? std::string{} : arguments.front();
    if (kind == "style" && arguments.size() == 4)
        return styleSingleton(Tokens{arguments[1]}, arguments[2]);
    if (kind == "icons" && arguments.size() == 3)
        return iconsSingleton(arguments[1]);
    throw std::runtime_error("usage: style TOKENS.css TABLE.json OUT | icons FOLDER OUT");
}

void write(const std::string& path, const std::string& text)
{
    std::ofstream file{path, std::ios::binary};
    if (!(file << text).flush())
        throw std::runtime_error("cannot write " + path);
}

} // namespace

int main(int argc, char** argv)
{
    try {
        const std::vector<std::string> arguments{argv + 1, argv + argc};
        const auto text = generated(arguments);
        write(arguments.back(), text);
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "ui generator: %s\n", error.what());
        return 1;
    }
}
