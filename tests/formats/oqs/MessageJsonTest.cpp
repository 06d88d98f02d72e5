// SPDX-License-Identifier: Apache-2.0
#include "formats/oqs/MessageJson.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include <sys/wait.h>

using namespace madoguchi;
namespace fs = std::filesystem;

namespace {

const fs::path kSamples = fs::path{MADO_SOURCE_DIR} / "tests/formats/oqs/samples";

std::string contentOf(const fs::path& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::vector<std::string> expectedLines()
{
    std::ifstream file{kSamples / "expected.jsonl"};
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);)
        lines.push_back(line);
    return lines;
}

struct Ran {
    std::string output;
    int code{-1};
};

Ran run(const std::string& command)
{
    Ran ran;
    auto* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe);
    std::array<char, 4096> chunk{};
    for (std::size_t size = 0; (size = fread(chunk.data(), 1, chunk.size(), pipe)) > 0;)
        ran.output.append(chunk.data(), size);
    const int status = pclose(pipe);
    ran.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ran;
}

} // namespace

TEST_CASE("everySampleReadsAsItsExpectedLine")
{
    const auto lines = expectedLines();
    REQUIRE(lines.size() == 21);

    for (const auto& line : lines) {
        const auto name = nlohmann::json::parse(line).at("file").get<std::string>();

        CHECK(describeMessage(contentOf(kSamples / name), name).json == line);
    }
}

TEST_CASE("toolPrintsOneLineForEachFileAndFailsIfOneIsBad")
{
    const std::string tool = "cd " + kSamples.string() + " && " MADO_BIN_DIR "/madoguchi-tool messages ";
    const std::string good = "OQSsiquc01res_202611200002.xml";
    const std::string bad = "OQSsiquc01req_brokendtd.xml";

    const auto fine = run(tool + good + " OQSmuquc02req_202611200007.xml");
    const auto mixed = run(tool + bad + " " + good + " missing.xml");

    CHECK(fine.code == 0);
    CHECK(std::count(fine.output.begin(), fine.output.end(), '\n') == 2);
    CHECK(mixed.code == 1);
    CHECK(std::count(mixed.output.begin(), mixed.output.end(), '\n') == 3);
    CHECK(
        mixed.output.find("\"error\":\"document type declarations are refused\",\"line\":2,\"column\":1}") !=
        std::string::npos);
    CHECK(mixed.output.find("{\"file\":\"missing.xml\",\"error\":\"the file cannot be opened and read\"") !=
          std::string::npos);
    CHECK(mixed.output.find(contentOf(kSamples / bad)) == std::string::npos);
}

TEST_CASE("fileNameThatIsNoTextIsStillOneLineOfJson")
{
    const auto line = describeMessage("<XmlMsg/>", "OQS\xFF\n\".xml");

    CHECK_FALSE(line.readable);
    CHECK(line.json.find('\n') == std::string::npos);
    CHECK(nlohmann::json::accept(line.json));
}
