// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/ReaderWatch.h"
#include "FakePcsc.h"

#include <catch2/catch.hpp>
#include <future>
#include <thread>
#include <winscard.h>

using namespace madoguchi;
using namespace madoguchi::testing;
using namespace std::chrono_literals;

namespace {

using enum CardPresencePort::Change;
const std::string kReader = "Patient Reader 00 00";

struct Fixture {
    FakePcsc& pcsc = FakePcsc::instance();
    std::optional<ReaderWatch> watch;
    std::stop_source stop;

    Fixture()
    {
        pcsc.reset();
        start("");
    }

    void start(const std::string& reader)
    {
        watch.emplace(ReaderWatchSettings{.reader = reader, .firstBackOff = 1ms, .longestBackOff = 4ms});
    }

    CardPresencePort::Change next()
    {
        const auto change = watch->next(stop.get_token());
        REQUIRE(change);
        return *change;
    }

    /// What next() says when `happening` comes while it sleeps.
    template<typename Happening>
    CardPresencePort::Change nextWhile(Happening happening)
    {
        auto change = std::async(std::launch::async, [this] { return watch->next(stop.get_token()); });
        pcsc.awaitSleeper();
        happening();
        const auto result = change.get();
        REQUIRE(result);
        return *result;
    }
};

} // namespace

TEST_CASE_METHOD(Fixture, "arrivalAndRemovalWakeTheWatch")
{
    pcsc.plugIn(kReader);

    CHECK(nextWhile([&] { pcsc.insert(kReader); }) == Inserted);
    CHECK(watch->readerInUse() == kReader);
    CHECK(nextWhile([&] { pcsc.remove(kReader); }) == Removed);
    CHECK(pcsc.count("GetStatusChange") <= 4);
}

TEST_CASE_METHOD(Fixture, "aCardAlreadyThereIsReportedAtOnce")
{
    pcsc.plugIn(kReader);
    pcsc.insert(kReader);

    CHECK(next() == Inserted);
}

TEST_CASE_METHOD(Fixture, "aSwapWhileNobodyLookedIsSeen")
{
    pcsc.plugIn(kReader);
    pcsc.insert(kReader);
    REQUIRE(next() == Inserted);

    pcsc.remove(kReader);
    pcsc.insert(kReader);

    CHECK(next() == Removed);
    CHECK(next() == Inserted);
}

TEST_CASE_METHOD(Fixture, "aReaderUnpluggedAndBackIsFollowed")
{
    pcsc.plugIn(kReader);
    pcsc.insert(kReader);
    REQUIRE(next() == Inserted);

    CHECK(nextWhile([&] { pcsc.unplug(kReader); }) == Removed);
    CHECK(next() == ReaderLost);
    CHECK(nextWhile([&] { pcsc.plugIn(kReader); }) == ReaderBack);
    CHECK(nextWhile([&] { pcsc.insert(kReader); }) == Inserted);
}

TEST_CASE_METHOD(Fixture, "startingWithoutAReaderIsSaidBeforeSleeping")
{
    CHECK(next() == ReaderLost);
}

TEST_CASE_METHOD(Fixture, "aRestartOfTheServiceIsSurvived")
{
    pcsc.plugIn(kReader);
    pcsc.insert(kReader);
    REQUIRE(next() == Inserted);

    CHECK(nextWhile([&] { pcsc.stopService(); }) == Removed);
    CHECK(next() == ReaderLost);
    auto change = std::async(std::launch::async, [this] { return watch->next(stop.get_token()); });
    pcsc.startService();
    const auto back = change.get();

    REQUIRE(back);
    CHECK(*back == ReaderBack);
    CHECK(next() == Inserted);
    CHECK(pcsc.count("ReleaseContext") >= 1);
}

TEST_CASE_METHOD(Fixture, "anyOtherErrorStartsFromZero")
{
    pcsc.plugIn(kReader);
    pcsc.insert(kReader);
    REQUIRE(next() == Inserted);
    pcsc.failNext("GetStatusChange", SCARD_E_INVALID_HANDLE);

    CHECK(next() == Removed);
    CHECK(next() == ReaderLost);
    CHECK(next() == ReaderBack);
    CHECK(next() == Inserted);
}

TEST_CASE_METHOD(Fixture, "aReaderUnpluggedWhileBeingAskedAboutIsLookedForAgain")
{
    pcsc.plugIn(kReader);
    pcsc.insert(kReader);
    pcsc.failNext("GetStatusChange", SCARD_E_UNKNOWN_READER);

    CHECK(next() == Inserted);
    CHECK(pcsc.count("ReleaseContext") == 0);
}

TEST_CASE_METHOD(Fixture, "aServiceThatContradictsItselfIsAskedFromZero")
{
    pcsc.plugIn(kReader);
    pcsc.insert(kReader);
    pcsc.failNext("GetStatusChange", SCARD_E_UNKNOWN_READER);
    pcsc.failNext("GetStatusChange", SCARD_E_UNKNOWN_READER);

    CHECK(next() == ReaderLost);
    CHECK(next() == ReaderBack);
    CHECK(next() == Inserted);
    CHECK(pcsc.count("ReleaseContext") == 1);
}

TEST_CASE_METHOD(Fixture, "foreignReadersDoNotWakeAnybody")
{
    start("Patient Reader");
    pcsc.plugIn("Staff Reader 00 00");
    pcsc.plugIn("Patient Reader 01 00");
    pcsc.insert("Staff Reader 00 00");

    CHECK(nextWhile([&] {
              pcsc.remove("Staff Reader 00 00");
              pcsc.insert("Patient Reader 01 00");
          }) == Inserted);
    CHECK(watch->readerInUse() == "Patient Reader 01 00");
}

TEST_CASE_METHOD(Fixture, "aRequestToStopEndsTheSleep")
{
    pcsc.plugIn(kReader);
    auto change = std::async(std::launch::async, [this] { return watch->next(stop.get_token()); });
    pcsc.awaitSleeper();

    stop.request_stop();
    const auto result = change.get();

    REQUIRE_FALSE(result);
    CHECK(result.fault().code == FaultCode::TimedOut);
}

TEST_CASE_METHOD(Fixture, "aStopRequestedJustBeforeTheSleepIsNotLost")
{
    pcsc.plugIn(kReader);
    std::jthread stopper;
    pcsc.beforeSleep([&] {
        stopper = std::jthread{[&] { stop.request_stop(); }};
        while (pcsc.count("Cancel") == 0) // this one comes too early to have any effect
            std::this_thread::yield();
    });

    const auto result = watch->next(stop.get_token());

    REQUIRE_FALSE(result);
    CHECK(result.fault().code == FaultCode::TimedOut);
}

TEST_CASE_METHOD(Fixture, "aStopRequestedBeforeAnythingIsHonoured")
{
    stop.request_stop();

    CHECK(watch->next(stop.get_token()).fault().code == FaultCode::TimedOut);
    CHECK(pcsc.count("GetStatusChange") == 0);
}

TEST_CASE_METHOD(Fixture, "aStopEndsTheWaitForTheService")
{
    watch.emplace(ReaderWatchSettings{.firstBackOff = 1h, .longestBackOff = 1h});
    pcsc.stopService();
    REQUIRE(next() == ReaderLost);
    auto change = std::async(std::launch::async, [this] { return watch->next(stop.get_token()); });

    stop.request_stop();

    CHECK(change.get().fault().code == FaultCode::TimedOut);
}

TEST_CASE_METHOD(Fixture, "changesNotYetTakenSurviveAStop")
{
    pcsc.plugIn(kReader);
    pcsc.insert(kReader);
    REQUIRE(next() == Inserted);
    pcsc.remove(kReader);
    pcsc.insert(kReader);
    REQUIRE(next() == Removed);
    stop.request_stop();

    const auto kept = watch->next(stop.get_token());

    REQUIRE(kept);
    CHECK(*kept == Inserted);
}
