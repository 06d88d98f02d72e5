// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/card/VpcdLink.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <utility>

namespace madoguchi {

namespace {

namespace control {
constexpr std::uint8_t kPowerOff = 0x00;
constexpr std::uint8_t kPowerOn = 0x01;
constexpr std::uint8_t kReset = 0x02;
constexpr std::uint8_t kAtr = 0x04;
} // namespace control

constexpr std::size_t kLengthBytes = 2;

bool sendAll(int socket, const Bytes& bytes)
{
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const auto length = ::send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (length <= 0 && errno != EINTR)
            return false;
        sent += static_cast<std::size_t>(std::max<ssize_t>(0, length));
    }
    return true;
}

/// One shot, `delay` from now; the kernel's high-resolution timer, not a poll() rounded to milliseconds.
void startTimer(int timer, std::chrono::nanoseconds delay)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(delay);
    itimerspec when{};
    when.it_value.tv_sec = seconds.count();
    when.it_value.tv_nsec = (delay - seconds).count();
    ::timerfd_settime(timer, 0, &when, nullptr);
}

} // namespace

VpcdLink::VpcdLink(PracticeCard& card, const VpcdLinkOptions& options, UniqueFd socket, UniqueFd timer)
    : card_{&card}, options_{options}, socket_{std::move(socket)}, timer_{std::move(timer)}
{
}

Result<VpcdLink> VpcdLink::insert(PracticeCard& card, const VpcdLinkOptions& options)
{
    UniqueFd socket{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    UniqueFd timer{::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK)};
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(options.port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket.value(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        return Fault{FaultCode::ReaderMissing, FaultSpace::Errno, errno, "sim/VpcdLink"};
    const int on = 1; // answers are single small writes; none may wait for another
    ::setsockopt(socket.value(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return VpcdLink{card, options, std::move(socket), std::move(timer)};
}

VpcdLink::End VpcdLink::serve(int stopFd)
{
    Step step = Step::Continue;
    bool stopped = false;
    while (step == Step::Continue && !stopped) {
        const short listening = held_ ? 0 : POLLIN; // answers go out in the order of the questions
        std::array<pollfd, 3> wait{
            {{stopFd, POLLIN, 0}, {socket_.value(), listening, 0}, {timer_.value(), POLLIN, 0}}};
        if (::poll(wait.data(), wait.size(), -1) < 0 && errno != EINTR)
            step = Step::Broken;
        stopped = wait[0].revents != 0;
        if (wait[1].revents != 0)
            step = receive();
        if (step == Step::Continue && wait[2].revents != 0)
            step = sendHeld();
    }
    socket_.reset();
    card_->powerOff();
    return stopped ? End::Stopped : step == Step::Pulled ? End::Pulled : End::ReaderGone;
}

LinkCount VpcdLink::count() const
{
    return {meter_->apdus, meter_->commandBytes, meter_->responseBytes,
            std::chrono::nanoseconds{meter_->linkNanoseconds.load()}};
}

VpcdLink::Step VpcdLink::receive()
{
    std::array<std::uint8_t, 4096> part{};
    const auto length = ::recv(socket_.value(), part.data(), part.size(), 0);
    if (length <= 0)
        return length < 0 && errno == EINTR ? Step::Continue : Step::Broken;
    received_.insert(received_.end(), part.begin(), part.begin() + length);
    return handleReceived();
}

VpcdLink::Step VpcdLink::handleReceived()
{
    while (!held_) {
        const auto message = takeMessage();
        if (!message)
            break;
        if (const Step step = handle(*message); step != Step::Continue)
            return step;
    }
    return Step::Continue;
}

std::optional<Bytes> VpcdLink::takeMessage()
{
    if (received_.size() < kLengthBytes)
        return {};
    const std::size_t length = static_cast<std::size_t>(received_[0]) << 8 | received_[1];
    if (received_.size() < kLengthBytes + length)
        return {};
    const auto begin = received_.begin() + kLengthBytes;
    const auto end = begin + static_cast<std::ptrdiff_t>(length);
    Bytes message{begin, end};
    received_.erase(received_.begin(), end);
    return message;
}

VpcdLink::Step VpcdLink::handle(const Bytes& message)
{
    if (message.size() != 1)
        return message.empty() ? Step::Continue : handleCommand(message);
    switch (message.front()) {
    case control::kPowerOff:
        card_->powerOff();
        return Step::Continue;
    case control::kPowerOn:
        card_->powerOn();
        return Step::Continue;
    case control::kReset:
        card_->reset();
        return Step::Continue;
    case control::kAtr:
        return send(card_->atr());
    default:
        return Step::Continue;
    }
}

VpcdLink::Step VpcdLink::handleCommand(const Bytes& apdu)
{
    const auto arrival = std::chrono::steady_clock::now();
    meter_->commandBytes += apdu.size();
    const auto number = ++meter_->apdus;
    if (options_.pullAtApdu != 0 && number >= static_cast<std::size_t>(options_.pullAtApdu))
        return Step::Pulled;
    Bytes answer = card_->answer(apdu);
    meter_->responseBytes += answer.size();
    // The time we took ourselves is the card's computing, which the model leaves out.
    const auto delay = linkDelay(apdu.size(), answer.size(), options_.model);
    meter_->linkNanoseconds += delay.count();
    const auto left = delay - (std::chrono::steady_clock::now() - arrival);
    if (left <= std::chrono::nanoseconds::zero())
        return send(answer);
    held_ = std::move(answer);
    startTimer(timer_.value(), left);
    return Step::Continue;
}

VpcdLink::Step VpcdLink::sendHeld()
{
    std::uint64_t expirations = 0;
    [[maybe_unused]] const auto read = ::read(timer_.value(), &expirations, sizeof expirations);
    if (!held_)
        return Step::Continue;
    const Step sent = send(*std::exchange(held_, std::nullopt));
    return sent == Step::Continue ? handleReceived() : sent;
}

VpcdLink::Step VpcdLink::send(const Bytes& payload)
{
    Bytes frame{static_cast<std::uint8_t>(payload.size() >> 8), static_cast<std::uint8_t>(payload.size())};
    frame.insert(frame.end(), payload.begin(), payload.end());
    return sendAll(socket_.value(), frame) ? Step::Continue : Step::Broken;
}

} // namespace madoguchi
