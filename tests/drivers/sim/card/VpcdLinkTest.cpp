// SPDX-License-Identifier: Apache-2.0
// The link against a vpcd of our own, at the other end of a local connection.
#include "CardDialogue.h"
#include "TestCards.h"

#include "drivers/sim/card/PracticeReader.h"

#include <catch2/catch.hpp>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <chrono>
#include <future>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

class FakeVpcd {
public:
    FakeVpcd() : listening_{::socket(AF_INET, SOCK_STREAM, 0)}
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        REQUIRE(::bind(listening_.value(), reinterpret_cast<sockaddr*>(&address), size) == 0);
        REQUIRE(::listen(listening_.value(), 1) == 0);
        REQUIRE(::getsockname(listening_.value(), reinterpret_cast<sockaddr*>(&address), &size) == 0);
        port_ = ntohs(address.sin_port);
    }

    [[nodiscard]] std::uint16_t port() const { return port_; }

    void accept() { card_ = UniqueFd{::accept(listening_.value(), nullptr, nullptr)}; }

    void send(const Bytes& payload)
    {
        const Bytes frame =
            Bytes{static_cast<std::uint8_t>(payload.size() >> 8), static_cast<std::uint8_t>(payload.size())} +
            payload;
        REQUIRE(::send(card_.value(), frame.data(), frame.size(), 0) == static_cast<ssize_t>(frame.size()));
    }

    /// The next message; empty when the card was taken away.
    Bytes receive()
    {
        const Bytes length = exactly(2);
        return length.empty() ? Bytes{} : exactly(static_cast<std::size_t>(length[0] << 8 | length[1]));
    }

    Bytes ask(const Bytes& payload)
    {
        send(payload);
        return receive();
    }

    void hangUp() { card_.reset(); }

private:
    Bytes exactly(std::size_t count)
    {
        Bytes bytes(count);
        pollfd wait{card_.value(), POLLIN, 0};
        REQUIRE(::poll(&wait, 1, 10'000) == 1);
        const auto got = ::recv(card_.value(), bytes.data(), count, MSG_WAITALL);
        bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
        return bytes;
    }

    UniqueFd listening_;
    UniqueFd card_;
    std::uint16_t port_{0};
};

std::shared_ptr<PracticeCard> hanakosCard()
{
    return std::make_shared<PracticeCard>(testImage("hanako"));
}

const Bytes kPowerOff{0}, kPowerOn{1}, kReset{2}, kAtr{4};

} // namespace

TEST_CASE("linkAnswersAtrAndCommandsAndCountsTheLatter")
{
    FakeVpcd vpcd;
    PracticeReader reader{{vpcd.port()}};
    REQUIRE(reader.insert(hanakosCard()).ok());
    vpcd.accept();

    CHECK(vpcd.ask(kAtr) == hex("3B888001 000041E0B381A100 3B"));
    vpcd.send(kPowerOn);
    CHECK(vpcd.ask(hex(kSelectJpki)) == hex("9000"));
    CHECK(vpcd.ask(hex("00 B0 88 00 03")) == hex("8F8F00 9000"));
    vpcd.send(kReset);
    CHECK(vpcd.ask(hex("00 B0 88 00 03")) == hex("8F8F00 9000"));
    vpcd.send(kPowerOff);
    vpcd.send(kPowerOn);
    CHECK(vpcd.ask(hex("00 B0 88 00 03")) == hex("6A82"));

    const auto count = reader.count();
    CHECK(count.apdus == 4);
    CHECK(count.commandBytes == 15 + 3 * 5);
    CHECK(count.responseBytes == 2 + 5 + 5 + 2);
}

TEST_CASE("removingTheCardClosesTheConnectionAndPowersItDown")
{
    FakeVpcd vpcd;
    PracticeReader reader{{vpcd.port()}};
    const auto card = hanakosCard();
    REQUIRE(reader.insert(card).ok());
    vpcd.accept();
    vpcd.send(kPowerOn);
    REQUIRE(vpcd.ask(hex(kSelectJpki)) == hex("9000"));
    REQUIRE(vpcd.ask(hex("00 20 00 98 04 30303030")) == hex("63C2"));

    reader.remove();
    CHECK(vpcd.receive().empty());

    REQUIRE(reader.insert(card).ok());
    vpcd.accept();
    vpcd.send(kPowerOn);
    CHECK(vpcd.ask(hex("00 20 00 98")) == hex("6A88")); // no application selected
    CHECK(vpcd.ask(hex(kSelectJpki)) == hex("9000"));
    CHECK(vpcd.ask(hex("00 20 00 98")) == hex("63C2")); // but the counter stayed
}

TEST_CASE("cardIsPulledOnReceivingTheNamedCommand")
{
    FakeVpcd vpcd;
    std::promise<VpcdLink::End> ended;
    PracticeReader reader{{vpcd.port(), {}, 2}, [&](VpcdLink::End end) { ended.set_value(end); }};
    const auto card = hanakosCard();
    REQUIRE(reader.insert(card).ok());
    vpcd.accept();
    vpcd.send(kPowerOn);

    CHECK(vpcd.ask(hex(kSelectJpki)) == hex("9000"));
    CHECK(vpcd.ask(hex("00 20 00 98 04 30303030")).empty());

    CHECK(ended.get_future().get() == VpcdLink::End::Pulled);
    CHECK(card->triesLeft(hex("D392F000260100000001"), 0x0018) == 3); // it never got to the card
}

TEST_CASE("readerThatGoesAwayIsReported")
{
    FakeVpcd vpcd;
    std::promise<VpcdLink::End> ended;
    PracticeReader reader{{vpcd.port()}, [&](VpcdLink::End end) { ended.set_value(end); }};
    REQUIRE(reader.insert(hanakosCard()).ok());
    vpcd.accept();

    vpcd.hangUp();

    CHECK(ended.get_future().get() == VpcdLink::End::ReaderGone);
}

TEST_CASE("withoutAReaderThereIsNothingToLayTheCardOn")
{
    std::uint16_t freePort = 0;
    {
        const FakeVpcd gone;
        freePort = gone.port();
    }
    PracticeReader reader{{freePort}};

    const auto inserted = reader.insert(hanakosCard());

    REQUIRE_FALSE(inserted.ok());
    CHECK(inserted.fault().code == FaultCode::ReaderMissing);
}

TEST_CASE("answerIsHeldBackAsLongAsTheLinkWouldTake")
{
    FakeVpcd vpcd;
    const LinkModel slow{106, 10ms};
    PracticeReader reader{{vpcd.port(), slow}};
    REQUIRE(reader.insert(hanakosCard()).ok());
    vpcd.accept();
    vpcd.send(kPowerOn);
    REQUIRE(vpcd.ask(hex(kSelectJpki)) == hex("9000"));
    const Bytes command = hex("00 B0 8A 00 00 00 00");

    const auto begin = std::chrono::steady_clock::now();
    const Bytes answer = vpcd.ask(command);
    const auto took = std::chrono::steady_clock::now() - begin;

    CHECK(took >= linkDelay(command.size(), answer.size(), slow));
}

TEST_CASE("aHeldAnswerDoesNotDelayTheRemoval")
{
    FakeVpcd vpcd;
    const LinkModel endless{106, std::chrono::hours{1}};
    PracticeReader reader{{vpcd.port(), endless}};
    REQUIRE(reader.insert(hanakosCard()).ok());
    vpcd.accept();
    vpcd.send(kPowerOn);
    vpcd.send(hex(kSelectJpki));

    reader.remove();

    CHECK(vpcd.receive().empty());
}
