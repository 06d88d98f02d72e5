// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/PresenceTracker.h"

#include <catch2/catch.hpp>
#include <vector>

using namespace madoguchi;

namespace {

using enum CardPresencePort::Change;
using Changes = std::vector<CardPresencePort::Change>;
using Readers = std::vector<ReaderState>;

Changes taken(PresenceTracker& tracker)
{
    Changes changes;
    while (const auto change = tracker.take())
        changes.push_back(*change);
    return changes;
}

Changes after(PresenceTracker& tracker, const Readers& readers)
{
    tracker.update(readers);
    return taken(tracker);
}

} // namespace

TEST_CASE("aCardIsReportedOnceWhileItLies")
{
    PresenceTracker tracker{""};

    CHECK(after(tracker, {{"A", false, 4}}).empty());
    CHECK(after(tracker, {{"A", true, 5}}) == Changes{Inserted});
    CHECK(tracker.readerInUse() == "A");
    CHECK(after(tracker, {{"A", true, 5}}).empty());
    CHECK(after(tracker, {{"A", false, 6}}) == Changes{Removed});
    CHECK(tracker.readerInUse().empty());
}

TEST_CASE("aQuickSwapIsTwoChanges")
{
    PresenceTracker tracker{""};
    tracker.update(Readers{{"A", true, 5}});
    (void)taken(tracker);

    CHECK(after(tracker, {{"A", true, 7}}) == Changes{Removed, Inserted});
}

TEST_CASE("readerLossTakesTheCardWithIt")
{
    PresenceTracker tracker{""};
    tracker.update(Readers{{"A", true, 5}});
    (void)taken(tracker);

    CHECK(after(tracker, {}) == Changes{Removed, ReaderLost});
    CHECK(after(tracker, {}).empty());
    CHECK(after(tracker, {{"A", true, 1}}) == Changes{ReaderBack, Inserted});
}

TEST_CASE("startingWithoutAReaderIsALoss")
{
    PresenceTracker tracker{""};

    CHECK(after(tracker, {}) == Changes{ReaderLost});
    CHECK(after(tracker, {{"A", false, 0}}) == Changes{ReaderBack});
}

TEST_CASE("foreignReadersAreNoneOfOurBusiness")
{
    PresenceTracker tracker{"Patient"};
    const Readers both{{"Staff 00", true, 1}, {"Patient 01", false, 0}};

    CHECK(after(tracker, both).empty());
    CHECK(after(tracker, {{"Staff 00", true, 1}, {"Patient 01", true, 1}}) == Changes{Inserted});
    CHECK(after(tracker, {{"Staff 00", false, 2}, {"Patient 01", true, 1}}).empty());
    CHECK(after(tracker, {{"Staff 00", false, 2}}) == Changes{Removed, ReaderLost});
}

TEST_CASE("aCardOnASecondReaderWaitsUntilTheFirstIsTaken")
{
    PresenceTracker tracker{""};
    tracker.update(Readers{{"A", false, 0}, {"B", true, 1}});
    (void)taken(tracker);

    CHECK(after(tracker, {{"A", true, 1}, {"B", true, 1}}).empty());
    CHECK(after(tracker, {{"A", true, 1}, {"B", false, 2}}) == Changes{Removed, Inserted});
    CHECK(tracker.readerInUse() == "A");
}
