// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/PresenceVotes.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

PresenceVotes votesOf(std::initializer_list<double> looks)
{
    PresenceVotes votes;
    for (const double look : looks)
        votes.add(look);
    return votes;
}

} // namespace

TEST_CASE("fewerThanFiveLooksSayNothing")
{
    CHECK(votesOf({1, 1, 1, 1}).presence() == Presence::Unknown);
    CHECK(votesOf({1, 1, 1, 1, 1}).presence() == Presence::Alive);
}

TEST_CASE("theMiddleLookDecidesAndOneThatIsSpoiltDoesNot")
{
    CHECK(votesOf({0.9, 0.01, 0.9, 0.02, 0.9}).presence() == Presence::Alive);
    CHECK(votesOf({0.05, 0.99, 0.05, 0.99, 0.05}).presence() == Presence::Picture);
    CHECK(votesOf({0.3, 0.9, 0.3, 0.05, 0.3}).presence() == Presence::Unsure);
}

TEST_CASE("theLatestLooksCount")
{
    PresenceVotes votes = votesOf({1, 1, 1, 1, 1});

    for (std::size_t i = 0; i < PresenceVotes::kMostLooks; ++i)
        votes.add(0);

    CHECK(votes.presence() == Presence::Picture);
    CHECK(votes.looks() == PresenceVotes::kMostLooks);
    votes.clear();
    CHECK(votes.presence() == Presence::Unknown);
}
