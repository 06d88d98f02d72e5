// SPDX-License-Identifier: Apache-2.0
#include "resident/supervisor/EventLoop.h"
#include "resident/supervisor/Deadline.h"

#include <sys/eventfd.h>

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

UniqueFd readyEvent()
{
    return UniqueFd{::eventfd(1, EFD_CLOEXEC)};
}

} // namespace

TEST_CASE("readableDescriptorIsHandled")
{
    EventLoop loop;
    const UniqueFd event = readyEvent();
    int handled = 0;
    REQUIRE(loop.watch(event.value(), [&] {
        ++handled;
        loop.stop();
    }));

    loop.run();

    CHECK(handled == 1);
}

TEST_CASE("forgottenDescriptorIsNotHandledEvenIfItWasReady")
{
    EventLoop loop;
    const UniqueFd first = readyEvent();
    const UniqueFd second = readyEvent();
    int handled = 0;
    const auto forgetTheOther = [&](int other) {
        return [&, other] {
            ++handled;
            loop.forget(other);
            loop.stop();
        };
    };
    REQUIRE(loop.watch(first.value(), forgetTheOther(second.value())));
    REQUIRE(loop.watch(second.value(), forgetTheOther(first.value())));

    loop.run();

    CHECK(handled == 1);
}

TEST_CASE("handlerMayForgetItself")
{
    EventLoop loop;
    const UniqueFd event = readyEvent();
    Deadline end;
    int handled = 0;
    REQUIRE(loop.watch(event.value(), [&] {
        ++handled;
        loop.forget(event.value());
        end.in(1ms);
    }));
    REQUIRE(loop.watch(end.fd(), [&] { loop.stop(); }));

    loop.run();

    CHECK(handled == 1);
}

TEST_CASE("closedDescriptorCannotBeWatched")
{
    EventLoop loop;

    CHECK_FALSE(loop.watch(-1, [] {}));
}

TEST_CASE("deadlineComesWhenItsTimeIsOver")
{
    EventLoop loop;
    Deadline deadline;
    REQUIRE(loop.watch(deadline.fd(), [&] { loop.stop(); }));
    const auto started = std::chrono::steady_clock::now();

    deadline.in(10s);
    deadline.in(20ms);
    loop.run();

    const auto took = std::chrono::steady_clock::now() - started;
    CHECK(took >= 20ms);
    CHECK(took < 5s);
}
