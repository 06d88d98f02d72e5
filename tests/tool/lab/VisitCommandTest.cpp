// SPDX-License-Identifier: Apache-2.0
// madoguchi-lab visit as a script calls it: what it prints, what it counts, how it ends.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <memory>
#include <string>
#include <sys/wait.h>

using nlohmann::json;

namespace {

struct Ended {
    int code{-1};
    std::string printed; ///< standard output and error
};

Ended toolVisit(const std::string& arguments)
{
    const std::string command = MADO_BIN_DIR "/madoguchi-lab visit --dir " MADO_TEST_DIR
                                             "/tool-visit --models " MADO_MODELS " " +
                                arguments + " 2>&1";
    FILE* const pipe = ::popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    Ended ended;
    std::array<char, 4096> part{};
    while (const auto length = std::fread(part.data(), 1, part.size(), pipe))
        ended.printed.append(part.data(), length);
    const int status = ::pclose(pipe);
    ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return ended;
}

/// The one line of JSON of a visit that went well, with the shape that scripts rely on.
json requireVisit(const Ended& ended)
{
    INFO(ended.printed);
    REQUIRE(ended.code == 0);
    const auto begin = ended.printed.rfind("{\"visit\"");
    REQUIRE(begin != std::string::npos);
    auto line = json::parse(ended.printed.substr(begin), nullptr, false);
    REQUIRE(line.is_object());
    CHECK(line["visit"] == "ok");
    CHECK(line["persona"] == "hanako");
    CHECK(line["link_kbps"] == 424);
    CHECK_FALSE(line.contains("fault"));
    CHECK_FALSE(line.contains("compared"));
    for (const char* number : {"total_ms", "apdus", "command_bytes", "response_bytes"}) {
        INFO(number);
        REQUIRE(line[number].is_number_unsigned());
        CHECK(line[number] > 0);
    }
    REQUIRE(line["answer_on_board_ms"].is_number_unsigned());
    CHECK(line["answer_on_board_ms"] <= 1000);
    REQUIRE(line["link_ms"].is_number());
    CHECK(line["link_ms"] > 0);
    return line;
}

/// Every step is named, and together they are the total.
void requireSteps(const json& line, std::initializer_list<const char*> stages)
{
    long sum = 0;
    for (const auto& [stage, time] : line["step_ms"].items())
        sum += time.get<long>();
    CHECK(sum == line["total_ms"]);
    for (const char* stage : stages) {
        INFO(stage);
        CHECK(line["step_ms"].contains(stage));
    }
}

} // namespace

TEST_CASE("aVisitByPinIsOneLineOfJsonAndSevenCommands")
{
    const auto line = requireVisit(toolVisit("--json --method pin --persona hanako"));

    CHECK(line["method"] == "pin");
    CHECK(line["apdus"] <= 7);
    requireSteps(line, {"ReadingCard", "EnteringPin", "CheckingPin", "Consenting", "AskingCentral"});
}

TEST_CASE("aVisitByFaceIsSixteenCommands")
{
    const auto line = requireVisit(toolVisit("--json --method face --persona hanako"));

    CHECK(line["method"] == "face");
    CHECK(line["apdus"] <= 16);
    CHECK(line["response_bytes"] > 10'000); // the photo came over the link
    requireSteps(line, {"ReadingCard", "LookingAtFace", "Consenting", "AskingCentral"});
}

TEST_CASE("aHolderWhoTurnsTheirHeadWhenAskedToIsServed")
{
    const auto line = requireVisit(toolVisit("--json --method face --persona hanako --head-turn always"));

    requireSteps(line, {"ReadingCard", "LookingAtFace", "Consenting", "AskingCentral"});
}

TEST_CASE("aPrintOfTheHolderThatIsTurnedWhenAskedToGoesToStaff")
{
    const auto ended =
        toolVisit("--json --method face --persona hanako --head-turn always --attack flat_print");

    INFO(ended.printed);
    CHECK(ended.code == 1);
    const auto begin = ended.printed.rfind("{\"visit\"");
    REQUIRE(begin != std::string::npos);
    const auto line = json::parse(ended.printed.substr(begin), nullptr, false);
    REQUIRE(line.is_object());
    CHECK(line["visit"] == "failed");
    CHECK(line["stage"] == "WaitingForStaff"); // the face was the holder's, the turn was not
    CHECK_FALSE(line["step_ms"].contains("Consenting"));
}

TEST_CASE("anAttackNobodyHasDrawnIsRefused")
{
    const auto ended = toolVisit("--json --method face --attack silicone_mask");

    CHECK(ended.code != 0);
    CHECK(ended.printed.find("--attack") != std::string::npos);
}

TEST_CASE("aPersonNobodyKnowsIsNamed")
{
    for (const char* method : {"pin", "face"}) {
        const auto ended = toolVisit(std::string{"--json --persona nobody-at-all --method "} + method);

        CHECK(ended.code == 2);
        CHECK(ended.printed.find("nobody is called nobody-at-all") != std::string::npos);
        CHECK(ended.printed.find("\"visit\"") == std::string::npos);
    }
}

TEST_CASE("aRateNoCardHasIsRefused")
{
    const auto ended = toolVisit("--json --link-kbps 500");

    CHECK(ended.code != 0);
    CHECK(ended.printed.find("--link-kbps") != std::string::npos);
}
