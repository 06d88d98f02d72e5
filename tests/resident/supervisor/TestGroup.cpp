// SPDX-License-Identifier: Apache-2.0
// The program of a group that says what it finds: its capabilities, the processes it sees, whose ids mean
// anything.
#include "foundation/line/Channel.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

using namespace madoguchi;

namespace {

std::string capabilities()
{
    std::ifstream status{"/proc/self/status"};
    std::string found;
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("CapPrm") || line.starts_with("CapAmb"))
            found += line + '\n';
    return found;
}

std::string processes()
{
    const auto isNumber = [](const std::filesystem::directory_entry& entry) {
        const auto name = entry.path().filename().string();
        return std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
    };
    std::filesystem::directory_iterator proc{"/proc"};
    return "processes " + std::to_string(std::count_if(begin(proc), end(proc), isNumber)) + '\n';
}

std::string idsOfEverybody()
{
    std::ifstream map{"/proc/self/uid_map"};
    unsigned inside = 1, outside = 1, count = 0;
    map >> inside >> outside >> count;
    return count == 0xFFFFFFFFU ? "no user namespace\n" : "a user namespace\n";
}

} // namespace

int main(int, char** argv)
{
    auto channel = Channel::adopt(std::stoi(argv[2]));
    return channel && channel->send(capabilities() + processes() + idsOfEverybody()) ? 0 : 1;
}
