// SPDX-License-Identifier: Apache-2.0
#include "foundation/line/Channel.h"

#include <sys/wait.h>

#include <catch2/catch.hpp>

#include <future>
#include <thread>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

std::pair<Channel, Channel> ends()
{
    auto made = Channel::pair();
    REQUIRE(made);
    return std::move(*made);
}

} // namespace

TEST_CASE("messagesArriveWholeAndInOrder")
{
    auto [left, right] = ends();
    StopSignal stop;

    REQUIRE(left.send("one"));
    REQUIRE(left.send("two"));

    CHECK(*right.receive(stop) == "one");
    CHECK(*right.receive(stop) == "two");
}

TEST_CASE("largestMessagePassesAndOneByteMoreIsRefused")
{
    auto [left, right] = ends();
    StopSignal stop;
    const std::string largest(Channel::kMaxMessage, 'x');

    const auto sent = left.send(largest);
    const auto tooLarge = left.send(largest + "x");

    REQUIRE(sent);
    CHECK(*right.receive(stop) == largest);
    CHECK(tooLarge.fault().code == FaultCode::MessageInvalid);
    CHECK(left.send("").fault().code == FaultCode::MessageInvalid);
}

TEST_CASE("oversizedMessageFromOutsideIsDroppedAndTheNextOneArrives")
{
    auto [left, right] = ends();
    StopSignal stop;
    const std::string oversized(Channel::kMaxMessage + 1, 'x');
    REQUIRE(::write(left.fd(), oversized.data(), oversized.size()) > 0);
    REQUIRE(left.send("next"));

    const auto first = right.receive(stop);
    const auto second = right.receive(stop);

    CHECK(first.fault().code == FaultCode::MessageInvalid);
    CHECK(*second == "next");
}

TEST_CASE("endOfTheOtherSideIsNoticedAfterItsLastMessage")
{
    auto [left, right] = ends();
    StopSignal stop;
    REQUIRE(left.send("last words"));
    left.close();

    const auto message = right.receive(stop);
    const auto end = right.receive(stop);

    CHECK(*message == "last words");
    CHECK(end.fault().code == FaultCode::ChannelBroken);
    CHECK(right.send("anybody?").fault().code == FaultCode::ChannelBroken);
}

TEST_CASE("lastWordsArriveFromSomeoneWhoLeftOursUnread")
{
    auto [left, right] = ends();
    StopSignal stop;
    REQUIRE(left.send("never read"));
    REQUIRE(right.send("last words"));

    right.close();

    const auto words = left.receive(stop);
    REQUIRE(words);
    CHECK(*words == "last words");
    CHECK(left.receive(stop).fault().code == FaultCode::ChannelBroken);
}

TEST_CASE("deathOfTheOtherProcessWakesTheReceiver")
{
    auto [left, right] = ends();
    StopSignal stop;
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(0); // its copies of both ends go with it
    left.close();

    const auto end = right.receive(stop, 10s);

    CHECK(end.fault().code == FaultCode::ChannelBroken);
    ::waitpid(child, nullptr, 0);
}

TEST_CASE("stopRequestWakesTheReceiver")
{
    auto [left, right] = ends();
    std::stop_source source;
    StopSignal stop{source.get_token()};

    auto received = std::async(std::launch::async, [&right = right, &stop] { return right.receive(stop); });
    source.request_stop();

    CHECK(received.get().fault().code == FaultCode::TimedOut);
}

TEST_CASE("waitingEndsWithItsTime")
{
    auto [left, right] = ends();
    StopSignal stop;

    CHECK(right.receive(stop, 1ms).fault().code == FaultCode::TimedOut);
    CHECK(right.receiveNow().fault().code == FaultCode::TimedOut);
}

TEST_CASE("senderDoesNotHangOnSomeoneWhoDoesNotRead")
{
    auto [left, right] = ends();
    const std::string message(64 * 1024, 'x');

    Result<void> sent;
    for (int i = 0; i < 1000 && sent; ++i)
        sent = left.send(message, 1ms);

    REQUIRE_FALSE(sent);
    CHECK(sent.fault().code == FaultCode::TimedOut);
}

TEST_CASE("adoptTakesOnlyAChannel")
{
    auto [left, right] = ends();

    CHECK(Channel::adopt(::dup(left.fd())));
    CHECK(Channel::adopt(-1).fault().code == FaultCode::MessageInvalid);
    CHECK(Channel::adopt(STDERR_FILENO).fault().code == FaultCode::MessageInvalid);
}
