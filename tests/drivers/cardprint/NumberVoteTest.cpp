// SPDX-License-Identifier: Apache-2.0
#include "drivers/cardprint/NumberVote.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using cardface::NumberVote;

namespace {

CardFaceReading reading(const char* number, bool birthdayRepeated = true)
{
    return {.verdict = CardFaceVerdict::Read, .number = number, .birthdayRepeated = birthdayRepeated};
}

void take(NumberVote& vote, const CardFaceReading& reading, int times)
{
    for (int time = 0; time < times; ++time)
        vote.take(reading);
}

} // namespace

TEST_CASE("threePicturesMustAgree")
{
    NumberVote vote;
    take(vote, reading("55021720352285"), 2);
    CHECK_FALSE(vote.result());

    vote.take(reading("55021720352285"));

    CHECK(vote.result() == "55021720352285");
}

TEST_CASE("fiveMustAgreeWhereTheBirthdayIsNotRepeated")
{
    NumberVote vote;
    take(vote, reading("55021720352285", false), 4);
    CHECK_FALSE(vote.result());

    vote.take(reading("55021720352285", false));

    CHECK(vote.result());
}

TEST_CASE("picturesThatDisagreeTakeMoreToOutvote")
{
    NumberVote vote;
    vote.take(reading("55021720352286"));
    take(vote, reading("55021720352285"), 4);
    CHECK_FALSE(vote.result());

    vote.take(reading("55021720352285"));

    CHECK(vote.result() == "55021720352285");
}

TEST_CASE("picturesThatWereNotReadDoNotCount")
{
    NumberVote vote;
    auto doubtful = reading("55021720352285");
    doubtful.verdict = CardFaceVerdict::Uncertain;

    take(vote, doubtful, 10);

    CHECK_FALSE(vote.result());
}
