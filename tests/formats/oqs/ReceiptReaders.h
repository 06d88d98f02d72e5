// SPDX-License-Identifier: Apache-2.0
// What five independent programs of the field demand of a face file before they take it, restated from their
// public sources. Written against the bytes and a general XML parser, not against our own reader.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::readers {

struct File {
    std::string name;
    std::string bytes;
};

/// Each returns why the program would refuse the file, or nothing if it takes it. `today` is YYYYMMDD.
std::optional<std::string> receptionAgent(const File& file, std::string_view today);
std::optional<std::string> myclinic(const File& file);
std::optional<std::string> resWatcher(const File& file);
std::optional<std::string> onlineService(const File& file, std::string_view fileIdentifier);
std::optional<std::string> oqsDrug(const File& file);

} // namespace madoguchi::readers
