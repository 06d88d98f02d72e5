// SPDX-License-Identifier: Apache-2.0
#include "practice/canary/Search.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace madoguchi;

namespace {

/// Twelve characters that nobody else has in memory, made here so that they stand in no program either.
std::string canary()
{
    std::random_device random;
    std::string text;
    for (int i = 0; i < 12; ++i) {
        const auto point = 0x4E00 + random() % 0x5000;
        text += static_cast<char>(0xE0 | point >> 12);
        text += static_cast<char>(0x80 | (point >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (point & 0x3F));
    }
    return text;
}

/// A process that holds a text in its memory until it is told to end.
struct Holder {
    explicit Holder(const std::string& text)
    {
        REQUIRE(pipe(ready) == 0);
        REQUIRE(pipe(end) == 0);
        pid = fork();
        if (pid == 0) {
            close(end[1]);
            const std::string copy = "held: " + text;
            char byte = static_cast<char>(copy.size());
            _exit(write(ready[1], &byte, 1) == 1 && read(end[0], &byte, 1) >= 0 ? 0 : 1);
        }
        char byte{};
        REQUIRE(read(ready[0], &byte, 1) == 1);
    }
    ~Holder()
    {
        for (int fd : {ready[0], ready[1], end[0], end[1]})
            close(fd);
        waitpid(pid, nullptr, 0);
    }
    int ready[2]{}, end[2]{};
    pid_t pid{};
};

} // namespace

TEST_CASE("aTextInAnotherProcessIsFoundAndGoneWithIt")
{
    const auto text = canary();
    Needles needles;
    needles.addText("name", text);
    SearchReport during, after;

    {
        const Holder holder{text};
        searchProcesses(needles, {}, during);
    }
    searchProcesses(needles, {}, after);

    CHECK(during.total() >= 1);
    CHECK(during.processes >= 2);
    CHECK(after.total() == 0);
    CHECK(after.bytes > 0);
}

TEST_CASE("aTextInAFileIsFoundAcrossPiecesAndInItsName")
{
    const auto folder = std::filesystem::temp_directory_path() / ("mado-search-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder / "skipped");
    const auto text = canary();
    {
        // Across the border of two pieces of four megabytes.
        std::ofstream file{folder / "big"};
        file << std::string((4 << 20) - 5, '.') << text << std::string(100, '.');
        std::ofstream{folder / "skipped" / "other"} << text;
        std::ofstream{folder / text} << "nothing";
    }
    Needles needles;
    needles.addText("name", text);
    SearchReport report;

    const std::vector except{folder / "skipped"};
    searchFiles(needles, folder, except, report);

    CHECK(report.total() == 2);
    CHECK(report.files == 2);
    CHECK(report.unread.empty());
    std::filesystem::remove_all(folder);
}
