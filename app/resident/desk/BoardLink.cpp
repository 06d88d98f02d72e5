// SPDX-License-Identifier: Apache-2.0
#include "resident/desk/BoardLink.h"

#include <chrono>
#include <utility>

namespace madoguchi {

BoardLink::BoardLink(std::filesystem::path socket) : socket_{std::move(socket)}
{
    again_.setInterval(std::chrono::seconds{1});
    connect(&again_, &QTimer::timeout, this, &BoardLink::tryConnect);
}

void BoardLink::keep(Sink board, std::function<void()> lost)
{
    board_ = std::move(board);
    lost_ = std::move(lost);
    again_.start();
    tryConnect();
}

void BoardLink::send(const DeskMessage& message)
{
    if (channel_.open() && !channel_.send(encode(message)))
        drop();
}

void BoardLink::tryConnect()
{
    auto channel = Channel::connect(socket_);
    if (!channel)
        return; // the timer comes back
    again_.stop();
    channel_ = *std::move(channel);
    readable_ = std::make_unique<QSocketNotifier>(channel_.fd(), QSocketNotifier::Read);
    connect(readable_.get(), &QSocketNotifier::activated, this, &BoardLink::drain);
}

void BoardLink::drain()
{
    while (channel_.open()) {
        const auto message = channel_.receiveNow();
        if (!message && message.fault().code == FaultCode::TimedOut)
            return;
        auto board = message ? decodeBoard(*message) : Result<BoardSnapshot>{message.fault()};
        if (!board)
            return drop(); // what nobody can read is no board: begin again
        board_(*std::move(board));
    }
}

void BoardLink::drop()
{
    if (readable_) {
        readable_->setEnabled(false);
        readable_.release()->deleteLater(); // we may be inside its signal
    }
    channel_.close();
    again_.start();
    lost_();
}

} // namespace madoguchi
