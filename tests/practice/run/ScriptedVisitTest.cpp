// SPDX-License-Identifier: Apache-2.0
#include "practice/run/ScriptedVisit.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using std::chrono::milliseconds;

TEST_CASE("stepsEnteredTwiceAreAddedUpAndWaitingForACardIsNone")
{
    const std::vector<StageTime> stages{
        {Stage::Idle, milliseconds{100}},         {Stage::ReadingCard, milliseconds{5000}},
        {Stage::EnteringPin, milliseconds{5200}}, {Stage::CheckingPin, milliseconds{5300}},
        {Stage::EnteringPin, milliseconds{5350}}, {Stage::Finished, milliseconds{5450}},
    };

    const auto steps = stepTimes(stages);

    CHECK(steps == std::vector<StepTime>{{Stage::ReadingCard, milliseconds{200}},
                                         {Stage::EnteringPin, milliseconds{200}},
                                         {Stage::CheckingPin, milliseconds{50}}});
}

TEST_CASE("theAnswerIsOnTheBoardWhenTheStageAfterItIsSeen")
{
    const std::vector<StageTime> stages{{Stage::AskingCentral, milliseconds{100}, milliseconds{105}},
                                        {Stage::HandingOver, milliseconds{400}, milliseconds{412}},
                                        {Stage::Finished, milliseconds{450}, milliseconds{490}}};

    CHECK(answerOnBoard(stages) == milliseconds{12});
    CHECK_FALSE(answerOnBoard({{Stage::AskingCentral, milliseconds{100}, milliseconds{105}}}));
}

TEST_CASE("aVisitThatNeverBeganHasNoSteps")
{
    CHECK(stepTimes({}).empty());
    CHECK(stepTimes({{Stage::Idle, milliseconds{100}}}).empty());
}
