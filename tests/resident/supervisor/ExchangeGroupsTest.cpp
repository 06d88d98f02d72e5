// SPDX-License-Identifier: Apache-2.0
#include "resident/supervisor/ExchangeGroups.h"

#include "Terminal.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <unistd.h>

using namespace madoguchi;

namespace {

namespace fs = std::filesystem;

/// Groups whose behaviour a test names, on a loop that ends when enough has been heard of them.
struct Exchange {
    explicit Exchange(const std::string& behaviour)
        : file{[] {
              std::string pattern = (fs::temp_directory_path() / "exchange-XXXXXX").string();
              ::close(::mkstemp(pattern.data()));
              return fs::path{pattern};
          }()},
          groups{{fs::path{MADO_TEST_DIR} / "supervisor_test_exchange", {file.string()}},
                 loop,
                 [this](std::optional<FaultCode> fault) { heard(&kept, fault); },
                 [this](std::string_view, const Fault& fault) { heard(&complaints, fault.code); }}
    {
        behave(behaviour);
    }
    ~Exchange() { fs::remove(file); }

    void behave(const std::string& behaviour) const { std::ofstream{file} << behaviour; }
    void runUntil(std::size_t answers, std::size_t failures)
    {
        wantedKept = answers;
        wantedComplaints = failures;
        REQUIRE(groups.start());
        loop.run();
    }

    fs::path file;
    EventLoop loop;
    std::vector<std::optional<FaultCode>> kept, complaints;
    std::size_t wantedKept{0}, wantedComplaints{0};
    std::size_t mendAfter{0}; ///< so many failures; 0 = never
    ExchangeGroups groups;

private:
    void heard(std::vector<std::optional<FaultCode>>* list, std::optional<FaultCode> fault)
    {
        list->push_back(fault);
        if (mendAfter > 0 && complaints.size() == mendAfter)
            behave("serves");
        if (kept.size() >= wantedKept && complaints.size() >= wantedComplaints)
            loop.stop();
    }
};

} // namespace

TEST_CASE("eachAnsweredRequestIsKeptAndFollowedByANewGroup")
{
    Exchange exchange{"serves"};

    exchange.runUntil(3 * ExchangeGroups::kGroups, 0);

    CHECK(exchange.complaints.empty());
    for (const auto& fault : exchange.kept)
        CHECK_FALSE(fault);
}

TEST_CASE("aRefusedRequestIsKeptWithItsFault")
{
    Exchange exchange{"refuses"};

    exchange.runUntil(1, 0);

    CHECK(exchange.kept.front() == FaultCode::MessageInvalid);
    CHECK(exchange.complaints.empty());
}

TEST_CASE("aGroupThatDiesIsComplainedOfAndTriedAgain")
{
    Exchange exchange{"dies"};

    exchange.runUntil(0, ExchangeGroups::kGroups + 1); // each at once, and one of them again after its wait

    CHECK(exchange.kept.empty());
    CHECK(exchange.complaints.front() == FaultCode::ChannelBroken);
}

TEST_CASE("onlyAnsweredRequestsAreAnExchangesToReport")
{
    Exchange exchange{"lies"};

    exchange.runUntil(0, ExchangeGroups::kGroups);

    CHECK(exchange.kept.empty());
}

TEST_CASE("aBrokenInstallationThatIsMendedServesAgain")
{
    Exchange exchange{"dies"};
    exchange.mendAfter = ExchangeGroups::kGroups;

    exchange.runUntil(2, ExchangeGroups::kGroups);

    CHECK(exchange.kept.size() >= 2);
}

TEST_CASE("waitingGroupsEndWithTheirSupervisor")
{
    std::vector<WatchedProcess> groups;
    {
        Exchange exchange{"waits"};
        REQUIRE(exchange.groups.start());
        groups = descendants(::getpid());
        CHECK(groups.size() >= ExchangeGroups::kGroups);
    }
    CHECK(allEnded(groups, std::chrono::seconds{10}));
}
