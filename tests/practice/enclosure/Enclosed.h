// SPDX-License-Identifier: Apache-2.0
// What tests inside an enclosure share: other programs' output, and people with their cards.
#pragma once

#include "drivers/sim/card/CardMaker.h"

#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

namespace madoguchi {

/// What a shell command wrote to stdout and stderr.
inline std::string outputOf(const std::string& command)
{
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe{::popen((command + " 2>&1").c_str(), "r"), ::pclose};
    std::string text;
    std::array<char, 4096> part{};
    while (const auto length = std::fread(part.data(), 1, part.size(), pipe.get()))
        text.append(part.data(), length);
    return text;
}

/// Removed with its content.
class ScratchFolder {
public:
    ScratchFolder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "madoguchi-practice-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path_ = name;
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline std::chrono::sys_seconds today()
{
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

inline const std::vector<Persona>& people()
{
    static const auto all = loadPeople(MADO_SOURCE_DIR "/resources/personas/people.toml");
    REQUIRE(all.ok());
    return *all;
}

inline const Persona& person(std::string_view id)
{
    const auto* found = findPersona(people(), id);
    REQUIRE(found);
    return *found;
}

/// A person's card from the practice folder that tests share: keys take time.
inline CardImage cardOf(std::string_view id, const CardVariation& variation = {})
{
    const auto maker = CardMaker::open(MADO_TEST_DIR "/sim-practice", people(), today());
    REQUIRE(maker.ok());
    auto image = maker->make(person(id), variation);
    REQUIRE(image.ok());
    return std::move(*image);
}

} // namespace madoguchi
