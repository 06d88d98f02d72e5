// SPDX-License-Identifier: Apache-2.0
#include "services/facetries/FaceTries.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sys/wait.h>
#include <unistd.h>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

class WallClock final : public Clock {
public:
    [[nodiscard]] Tick now() const override { return {}; }
    [[nodiscard]] std::chrono::sys_seconds wallTime() const override { return time; }

    std::chrono::sys_seconds time{
        std::chrono::sys_days{std::chrono::year{2026} / 4 / 1}}; // 9 o'clock in Japan
};

struct Desk {
    Desk()
    {
        std::string pattern = MADO_TEST_DIR "/face-tries.XXXXXX";
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        folder = pattern;
    }
    ~Desk()
    {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    [[nodiscard]] std::string content() const
    {
        std::ifstream file{folder / FaceTries::kName, std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }
    Result<void> begin(const Bytes& card) const { return FaceTries{folder, clock}.begin(card); }
    Result<void> takeBack(const Bytes& card, bool accepted) const
    {
        return FaceTries{folder, clock}.takeBack(card, accepted);
    }
    void tryAll(int times, const Bytes& card)
    {
        for (int i = 0; i < times; ++i) {
            INFO("try " << i);
            REQUIRE(begin(card));
            clock.time += i >= FaceTries::kFree - 1 ? 30s : 1s;
        }
    }

    std::filesystem::path folder;
    WallClock clock;
};

const Bytes kHanako{1, 2, 3, 4}, kTaro{5, 6, 7, 8};

/// Does it in a process of its own, which is killed the moment it has been done.
void inAProcessThatIsKilled(const std::function<void()>& story)
{
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        story();
        ::kill(::getpid(), SIGKILL);
    }
    int end = 0;
    REQUIRE(::waitpid(child, &end, 0) == child);
    CHECK(WIFSIGNALED(end));
}

} // namespace

TEST_CASE("afterFiveTriesEachWaitsThirtySeconds")
{
    Desk desk;
    for (int i = 0; i < FaceTries::kFree; ++i)
        REQUIRE(desk.begin(kHanako));

    const auto sixth = desk.begin(kHanako);
    REQUIRE_FALSE(sixth);
    CHECK(sixth.fault().code == FaultCode::FaceTriesPaused);
    CHECK(sixth.fault().value == 30);
    desk.clock.time += 29s;
    CHECK(desk.begin(kHanako).fault().value == 1);
    desk.clock.time += 1s;
    CHECK(desk.begin(kHanako));
    CHECK_FALSE(desk.begin(kHanako));
    CHECK(desk.begin(kTaro)); // somebody else's card does not wait
}

TEST_CASE("fiftyFruitlessTriesADayAreTheEnd")
{
    Desk desk;
    desk.tryAll(FaceTries::kMostADay, kHanako);

    desk.clock.time += 1h;
    const auto next = desk.begin(kHanako);
    REQUIRE_FALSE(next);
    CHECK(next.fault().code == FaultCode::FaceTriesUsedUp);
    desk.clock.time += 24h;
    CHECK(desk.begin(kHanako));
}

TEST_CASE("aSuccessEndsTheRowAndIsNoFruitlessTry")
{
    Desk desk;
    desk.tryAll(FaceTries::kFree, kHanako);
    desk.clock.time += 30s;
    REQUIRE(desk.begin(kHanako));
    REQUIRE(desk.takeBack(kHanako, true));

    for (int i = 0; i < FaceTries::kFree; ++i)
        CHECK(desk.begin(kHanako));
    CHECK_FALSE(desk.begin(kHanako));
}

TEST_CASE("whatWasNotComparedIsNoTry")
{
    Desk desk;
    for (int i = 0; i < 3 * FaceTries::kFree; ++i) {
        REQUIRE(desk.begin(kHanako));
        REQUIRE(desk.takeBack(kHanako, false));
    }
}

TEST_CASE("aProcessThatIsKilledGivesNoTryBack")
{
    Desk desk;
    for (int i = 0; i < FaceTries::kFree; ++i)
        inAProcessThatIsKilled([&] { static_cast<void>(desk.begin(kHanako)); });

    CHECK(desk.begin(kHanako).fault().code == FaultCode::FaceTriesPaused);
}

TEST_CASE("processesThatTryAtOnceAreAllCounted")
{
    Desk desk;
    std::vector<pid_t> children;
    for (int i = 0; i < 2 * FaceTries::kFree; ++i) {
        children.push_back(::fork());
        if (children.back() == 0)
            ::_exit(desk.begin(kHanako) ? 0 : 1);
    }
    int allowed = 0;
    for (const pid_t child : children) {
        int end = 0;
        REQUIRE(::waitpid(child, &end, 0) == child);
        allowed += WIFEXITED(end) && WEXITSTATUS(end) == 0 ? 1 : 0;
    }
    CHECK(allowed == FaceTries::kFree);
}

TEST_CASE("theFileTellsNothingOfTheCardAndTomorrowNotEvenThatItWasTheSame")
{
    Desk desk;
    REQUIRE(desk.begin(kHanako));
    const std::string today = desk.content();
    desk.clock.time += 24h;
    REQUIRE(desk.begin(kHanako));
    const std::string tomorrow = desk.content();

    const auto tagOf = [](const std::string& text) { return text.substr(text.find('\n') + 1, 32); };
    const auto keyOf = [](const std::string& text) { return text.substr(text.find('\n') - 64, 64); };
    CHECK(std::count(tomorrow.begin(), tomorrow.end(), '\n') == 2); // the day's title, one card
    CHECK(tagOf(today) != tagOf(tomorrow));
    CHECK(keyOf(today) != keyOf(tomorrow));
    CHECK(std::search(today.begin(), today.end(), kHanako.begin(), kHanako.end()) == today.end());
    using std::filesystem::perms;
    const auto mode = std::filesystem::status(desk.folder / FaceTries::kName).permissions();
    CHECK((mode & (perms::group_all | perms::others_all)) == perms::none);
}

TEST_CASE("aClockSetBackForgetsNoTries")
{
    Desk desk;
    desk.tryAll(FaceTries::kFree, kHanako);
    desk.clock.time -= 48h;

    CHECK(desk.begin(kHanako).fault().value == 30);
}

TEST_CASE("aDamagedFileLetsNobodyTry")
{
    Desk desk;
    REQUIRE(desk.begin(kHanako));
    for (const std::string damage : {"", "nonsense", "madoguchi-face-tries-1 1 00ff\n"}) {
        std::ofstream{desk.folder / FaceTries::kName, std::ios::binary} << damage;
        CHECK(desk.begin(kHanako).fault().code == FaultCode::RecordNotKept);
    }
    std::ofstream{desk.folder / FaceTries::kName, std::ios::app} << "zz -1";
    CHECK(desk.begin(kHanako).fault().code == FaultCode::RecordNotKept);
}
