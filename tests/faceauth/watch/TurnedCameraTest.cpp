// SPDX-License-Identifier: Apache-2.0
#include "faceauth/watch/TurnedCamera.h"

#include "drivers/camera/UprightCamera.h"
#include "faceauth/watch/FrameJudge.h"
#include "tests/faceauth/TestPeople.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

/// What is said of five seconds of these pictures, as a camera that must be turned by so much shows them.
std::optional<Fault> seenThrough(const std::vector<Image>& pictures, int clockwise)
{
    FrameJudge judge{testModels().finder};
    for (int frame = 0; frame < 20; ++frame) {
        Image picture = upright(pictures[static_cast<std::size_t>(frame) % pictures.size()],
                                {.clockwise = (360 - clockwise) % 360});
        picture.pixels[static_cast<std::size_t>(frame)] ^= 1;
        if (const auto outcome = judge.observe({std::move(picture), 250ms * frame}); outcome.fault)
            return outcome.fault;
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("aCameraThatHangsTheWrongWayIsNamedWithTheTurnThatMendsIt")
{
    for (const int clockwise : {90, 180, 270}) {
        INFO(clockwise);
        const auto fault = seenThrough(atDesk("hanako", 2), clockwise);

        REQUIRE(fault);
        CHECK(fault->code == FaultCode::CameraTurned);
        CHECK(fault->value == clockwise);
    }
}

TEST_CASE("aCameraThatHangsRightIsNotBlamed")
{
    CHECK_FALSE(seenThrough(atDesk("hanako", 2), 0));
    CHECK_FALSE(seenThrough(trouble("empty"), 0));
    CHECK_FALSE(seenThrough(masked("jiro", 2), 0)); // whom nobody finds behind it
}
