// SPDX-License-Identifier: Apache-2.0
#include "drivers/cardprint/CardFaceCamera.h"

#include "drivers/cardprint/CardFaceReader.h"
#include "drivers/sim/card/PracticeCardCamera.h"
#include "drivers/sim/cardprint/CardFaceServer.h"
#include "drivers/sim/cardprint/InventedCards.h"

#include <catch2/catch.hpp>
#include <filesystem>

using namespace madoguchi;

namespace {

/// A second passes with every look at it.
class HastyClock final : public Clock {
public:
    [[nodiscard]] Tick now() const override { return Tick{1000} * ++looks_; }
    [[nodiscard]] std::chrono::sys_seconds wallTime() const override
    {
        return std::chrono::sys_days{kToday} + std::chrono::hours{1};
    }

private:
    mutable int looks_{0};
};

CardFaceCamera over(const std::filesystem::path& socket, const Clock& clock)
{
    return CardFaceCamera{[socket]() -> Result<std::unique_ptr<FrameSource>> {
                              return {std::make_unique<PracticeCardCamera>(socket)};
                          },
                          clock, std::chrono::seconds{20}};
}

std::filesystem::path socketNamed(const char* name)
{
    const std::filesystem::path folder = MADO_TEST_DIR "/cardface-sockets";
    std::filesystem::create_directories(folder);
    return folder / name;
}

} // namespace

TEST_CASE("everyPersonOfThePracticeIsReadFromThePracticeCamera")
{
    const HastyClock clock;
    CardFaceServer server{socketNamed("people")};
    REQUIRE(server.start().ok());
    const auto people = loadPeople(MADO_SOURCE_DIR "/resources/personas/people.toml");
    REQUIRE(people.ok());

    for (const auto& person : *people) {
        INFO(person.id);
        server.show(printOf(person), deskScene(person.number));

        const auto number = over(socketNamed("people"), clock).read({});

        REQUIRE(number.ok());
        CHECK(*number == securityNumber(person));
    }
}

TEST_CASE("withoutAReadableCardStaffHaveToType")
{
    const HastyClock clock;
    CardFaceServer server{socketNamed("desk")};
    REQUIRE(server.start().ok());

    const auto number = over(socketNamed("desk"), clock).read({});

    REQUIRE_FALSE(number.ok());
    CHECK(number.fault().code == FaultCode::SecurityNumberUnread);
    CHECK(number.fault().value == static_cast<std::int64_t>(CardFaceVerdict::NoCard));
}

TEST_CASE("missingCameraIsSaid")
{
    const HastyClock clock;

    CHECK(over(socketNamed("nobody"), clock).read({}).fault().code == FaultCode::CameraMissing);
}

TEST_CASE("readingEndsWhenStopped")
{
    const HastyClock clock;
    CardFaceServer server{socketNamed("stopped")};
    REQUIRE(server.start().ok());
    std::stop_source stop;
    stop.request_stop();

    CHECK(over(socketNamed("stopped"), clock).read(stop.get_token()).fault().code == FaultCode::TimedOut);
}
