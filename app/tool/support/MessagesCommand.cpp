// SPDX-License-Identifier: Apache-2.0
#include "tool/support/MessagesCommand.h"

#include "formats/oqs/MessageJson.h"
#include "formats/oqs/XmlGuard.h"
#include "tool/support/Subcommands.h"

#include <fstream>
#include <iostream>
#include <memory>
#include <optional>
#include <vector>

namespace madoguchi {
namespace {

/// A file's content, cut one byte behind the largest message there can be; nothing if it cannot be read.
std::optional<std::string> contentOf(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    std::string bytes(XmlLimits{}.bytes + 1, '\0');
    if (!file.is_open())
        return std::nullopt;
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (file.bad())
        return std::nullopt;
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

MessageLine unreadable(const std::string& path)
{
    nlohmann::ordered_json line{{"file", path}};
    line.update(toJson(MessageError{"the file cannot be opened and read", 1, 1}));
    return {line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace), false};
}

} // namespace

int runMessages(std::span<const std::string> files, std::ostream& out)
{
    bool allReadable = true;
    for (const auto& path : files) {
        const auto bytes = contentOf(path);
        const auto line = bytes ? describeMessage(*bytes, path) : unreadable(path);
        out << line.json << '\n';
        allReadable = allReadable && line.readable;
    }
    return allReadable ? 0 : 1;
}

void addMessages(CLI::App& program, Job& chosen)
{
    auto* command =
        program.add_subcommand("messages", "Print the content of receipt computer files as JSON lines");
    const auto files = std::make_shared<std::vector<std::string>>();
    command->add_option("FILE", *files, "OQS, YZK or TKK files")->required();
    command->callback([&chosen, files] { chosen = [files] { return runMessages(*files, std::cout); }; });
}

} // namespace madoguchi
