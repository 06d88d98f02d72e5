// SPDX-License-Identifier: Apache-2.0
#include "Exchange.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <set>
#include <thread>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace madoguchi;
using namespace madoguchi::test;

namespace {

struct Taker {
    explicit Taker(const ExchangeFolders& folders)
        : exchange{folders, clock, erasure, std::chrono::seconds{30}}
    {
    }
    Result<ClaimedRequest> next() { return exchange.next(stop.fd()); }

    AheadClock clock;
    ArmedErasure erasure;
    StopSignal stop;
    ReceiptExchange exchange;
};

/// Nothing can be taken now: asked to stop, it looks once and says so.
bool nothingToTake(Taker& taker)
{
    taker.stop.request();
    const auto taken = taker.next();
    return !taken && taken.fault().code == FaultCode::TimedOut;
}

} // namespace

TEST_CASE("whatLiesThereAtTheStartIsTaken")
{
    const ExchangeFolder folder;
    folder.drop("OQSsiquc01req_202611200001.xml", requestXml());
    Taker taker{folder.folders()};

    const auto taken = taker.next();

    REQUIRE(taken);
    CHECK(taken->name == "OQSsiquc01req_202611200001.xml");
    CHECK(taken->bytes == requestXml());
    CHECK(namesIn(folder.root / "req").empty());
    CHECK(taker.erasure.armed == 1);
}

TEST_CASE("whatArrivesLaterWakesTheTaker")
{
    const ExchangeFolder folder;
    Taker taker{folder.folders()};
    std::jthread sender{[&] {
        put(folder.root / "elsewhere", requestXml());
        std::filesystem::rename(folder.root / "elsewhere", folder.root / "req" / "OQSsiquc01req_1.xml");
    }};

    const auto taken = taker.next();

    REQUIRE(taken);
    CHECK(taken->name == "OQSsiquc01req_1.xml");
}

TEST_CASE("aHalfWrittenFileIsLeftUntilItIsWhole")
{
    const ExchangeFolder folder;
    const auto xml = requestXml();
    std::ofstream file{folder.root / "req" / "OQSsiquc01req_1.xml", std::ios::binary};
    file << xml.substr(0, xml.size() / 2) << std::flush;
    Taker early{folder.folders(std::chrono::hours{1})};
    CHECK(nothingToTake(early));
    CHECK(namesIn(folder.root / "req").size() == 1);

    Taker later{folder.folders(std::chrono::hours{1})};
    std::jthread writer{[&] { file << xml.substr(xml.size() / 2) << std::flush, file.close(); }};
    const auto taken = later.next();

    REQUIRE(taken);
    CHECK(taken->bytes == xml);
}

TEST_CASE("aFileThatStaysIncompleteIsTakenInTheEnd")
{
    const ExchangeFolder folder;
    folder.drop("OQSsiquc01req_1.xml", "<?xml version=\"1.0\"?><XmlMsg>");
    Taker taker{folder.folders(std::chrono::milliseconds{20})};

    const auto taken = taker.next();

    REQUIRE(taken);
    CHECK(taken->bytes == "<?xml version=\"1.0\"?><XmlMsg>");
}

TEST_CASE("otherFilesPipesAndLinksAreLeftAlone")
{
    const ExchangeFolder folder;
    folder.drop("notes.txt", "x");
    folder.drop("OQSsiquc01res_1.xml", "x");
    folder.drop("OQSsiquc01req_1.tmp", "x");
    REQUIRE(mkfifo((folder.root / "req" / "OQSsiquc01req_2.xml").c_str(), 0600) == 0);
    put(folder.root / "secret.xml", requestXml());
    std::filesystem::create_symlink(folder.root / "secret.xml", folder.root / "req" / "OQSsiquc01req_3.xml");
    std::filesystem::create_directory(folder.root / "req" / "OQSsiquc01req_4.xml");
    Taker taker{folder.folders()};

    CHECK(nothingToTake(taker));
    CHECK(namesIn(folder.root / "req").size() == 6);
    CHECK(taker.erasure.armed == 0); // nobody's data were read
}

TEST_CASE("aHugeFileIsTakenWithoutBeingReadWhole")
{
    const ExchangeFolder folder;
    folder.drop("OQSsiquc01req_1.xml", "");
    std::filesystem::resize_file(folder.root / "req" / "OQSsiquc01req_1.xml", std::uintmax_t{8} << 30U);
    Taker taker{folder.folders()};

    const auto taken = taker.next();

    REQUIRE(taken);
    CHECK(taken->tooLarge);
    CHECK(taken->bytes.empty());
}

TEST_CASE("everyRequestIsExactlyOneTakersHoweverManyLook")
{
    constexpr int kRequests = 60, kTakers = 6;
    const ExchangeFolder folder;
    std::mutex mutex;
    std::multiset<std::string> names;
    std::atomic<int> taken{0};
    std::vector<std::unique_ptr<Taker>> takers;
    for (int i = 0; i < kTakers; ++i)
        takers.push_back(std::make_unique<Taker>(folder.folders()));
    {
        std::vector<std::jthread> threads;
        for (auto& taker : takers)
            threads.emplace_back([&, t = taker.get()] {
                for (auto request = t->next(); request; request = t->next()) {
                    {
                        const std::lock_guard lock{mutex};
                        names.insert(request->name);
                    }
                    if (!t->exchange.done(*request) || ++taken == kRequests)
                        for (auto& all : takers)
                            all->stop.request();
                }
            });
        for (int i = 0; i < kRequests; ++i)
            folder.drop("OQSsiquc01req_" + std::to_string(i) + ".xml", requestXml());
    }

    CHECK(names.size() == kRequests);
    CHECK(std::set<std::string>{names.begin(), names.end()}.size() == kRequests);
    CHECK(namesIn(folder.root / "req").empty());
    CHECK(namesIn(folder.root / "staging").empty());
}

TEST_CASE("whatSomebodyDiedWithIsTakenUpAgain")
{
    const ExchangeFolder folder;
    folder.drop("OQSsiquc01req_1.xml", requestXml());
    const pid_t child = fork();
    if (child == 0) {
        Taker taker{folder.folders()};
        const auto taken = taker.next();
        ::_exit(taken ? 0 : 1); // with the request in hand
    }
    int status = -1;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(status == 0);
    CHECK(namesIn(folder.root / "req").empty());
    Taker taker{folder.folders()};

    const auto again = taker.next();

    REQUIRE(again);
    CHECK(again->name == "OQSsiquc01req_1.xml");
    CHECK(again->bytes == requestXml());
    REQUIRE(taker.exchange.done(*again));
    CHECK(namesIn(folder.root / "staging").empty());
}

TEST_CASE("whatSomebodyHoldsIsNotTakenFromThem")
{
    const ExchangeFolder folder;
    folder.drop("OQSsiquc01req_1.xml", requestXml());
    Taker first{folder.folders()}, second{folder.folders()};
    const auto held = first.next();
    REQUIRE(held);
    folder.drop("OQSsiquc01req_1.xml", requestXml()); // the same name again, while it is being answered

    CHECK(nothingToTake(second));
    CHECK(namesIn(folder.root / "req").size() == 1);
}

TEST_CASE("aRejectedRequestComesBackBesideItsReason")
{
    const ExchangeFolder folder;
    folder.drop("OQSsiquc01req_1.xml", requestXml());
    Taker taker{folder.folders()};
    const auto taken = taker.next();
    REQUIRE(taken);

    REQUIRE(taker.exchange.reject(*taken, "理由 why\n"));

    CHECK(contentOf(folder.root / "res" / "OQSsiquc01req_1.err") == "理由 why\n");
    CHECK(contentOf(folder.root / "res" / "OQSsiquc01req_1.xml") == requestXml());
    CHECK(namesIn(folder.root / "staging").empty());
}

TEST_CASE("answersNobodyFetchedAgeAndOthersFilesDoNot")
{
    const ExchangeFolder folder;
    for (const auto* name : {"OQSsiquc01res_1.xml", "OQSsiquc01req_2.err", "OQSsiquc01req_2.xml"})
        put(folder.root / "res" / name, "x");
    put(folder.root / "res" / "del20261120.txt", "x");
    put(folder.root / "res" / "report.xml", "x");
    Taker taker{folder.folders()};
    const auto young = taker.exchange.age();
    taker.clock.ahead = std::chrono::hours{24} + std::chrono::seconds{2};

    const auto old = taker.exchange.age();

    CHECK(young.removed == 0);
    REQUIRE(young.nextIn);
    CHECK(*young.nextIn <= std::chrono::hours{24});
    CHECK(old.removed == 3);
    CHECK_FALSE(old.nextIn);
    CHECK(namesIn(folder.root / "res").size() == 2);
}

TEST_CASE("aFolderThatGoesAwayIsSaid")
{
    const ExchangeFolder folder;
    Taker taker{folder.folders()};
    std::jthread remover{[&] { std::filesystem::remove(folder.root / "req"); }};

    const auto taken = taker.next();

    REQUIRE_FALSE(taken);
    CHECK(taken.fault().code == FaultCode::HandOverFolderMissing);
}

TEST_CASE("onlyNamesOfRequestsHaveAFreePart")
{
    CHECK(freePartOf("OQSsiquc01req_202611200001.xml") == "202611200001");
    CHECK(freePartOf("OQSsiimm01req_a-b_c.xml") == "a-b_c");
    for (const auto* name : {"OQSsiquc01res_1.xml", "OQSsiquc01req_.xml", "OQSsiquc01req.xml",
                             "OQSsiquc01req_1.err", "OQSsiquc01req_a b.xml", "OQSsiquc01req_../x.xml", ""})
        CHECK_FALSE(freePartOf(name));
}
