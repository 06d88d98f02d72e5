// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/card/LinkDelay.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

long long milliseconds(std::chrono::nanoseconds time)
{
    return std::chrono::round<std::chrono::milliseconds>(time).count();
}

} // namespace

TEST_CASE("timeOnAirIsTheLowerBoundOfTypeB")
{
    struct Row {
        std::size_t bytes;
        long long at106, at212, at424, at848;
    };
    const auto row = GENERATE(Row{8000, 755, 378, 189, 94}, Row{12000, 1133, 566, 283, 142},
                              Row{15000, 1416, 708, 354, 177}, Row{20000, 1888, 944, 472, 236},
                              Row{25000, 2360, 1180, 590, 295});

    CHECK(milliseconds(timeOnAir(row.bytes, 106)) == row.at106);
    CHECK(milliseconds(timeOnAir(row.bytes, 212)) == row.at212);
    CHECK(milliseconds(timeOnAir(row.bytes, 424)) == row.at424);
    CHECK(milliseconds(timeOnAir(row.bytes, 848)) == row.at848);
}

TEST_CASE("blocksOfAMessageAddTheirFrameAndTheirAcknowledgement")
{
    CHECK(bytesOnAir(0) == 3);
    CHECK(bytesOnAir(253) == 256);
    CHECK(bytesOnAir(254) == 254 + 2 * 3 + 3);
    CHECK(bytesOnAir(17600) == 17600 + 70 * 3 + 69 * 3);
}

TEST_CASE("overheadStaysWithinAFewPercentOfTheLowerBound")
{
    const auto bound = timeOnAir(20000, 424);

    const auto modelled = linkDelay(7, 20000, {424, 10ms});

    CHECK(modelled > bound + 10ms);
    CHECK(modelled < bound + bound * 4 / 100 + 10ms);
}

TEST_CASE("eachApduCostsATurnaroundSoOneLongReadBeatsManyShortOnes")
{
    const LinkModel link{424, 10ms};
    auto inPieces = 0ns;
    for (int read = 0; read < 69; ++read)
        inPieces += linkDelay(5, 258, link);

    const auto atOnce = linkDelay(7, 69 * 256 + 2, link);

    CHECK(inPieces - atOnce > 68 * 10ms);
}

TEST_CASE("noRateMeansNoDelay")
{
    CHECK(linkDelay(7, 20000, {0, 10ms}) == 0ns);
}
