// SPDX-License-Identifier: Apache-2.0
#include "kiosk/ChannelLink.h"

#include "bus/ScreenMessages.h"

#include <utility>

namespace madoguchi {

ChannelLink::ChannelLink(Channel channel)
    : channel_{std::move(channel)}, readable_{channel_.fd(), QSocketNotifier::Read}
{
    readable_.setEnabled(false);
    connect(&readable_, &QSocketNotifier::activated, this, &ChannelLink::drain);
}

void ChannelLink::listen(Sink sink)
{
    sink_ = std::move(sink);
    readable_.setEnabled(true);
}

void ChannelLink::send(const PatientInput& input)
{
    if (!channel_.send(encode(input)))
        emit ended();
}

void ChannelLink::drain()
{
    for (;;) {
        const auto message = channel_.receiveNow();
        if (!message && message.fault().code == FaultCode::TimedOut)
            return;
        auto screen = message ? decodeScreen(*message) : Result<Screen>{message.fault()};
        if (!screen) { // a visit that says what nobody can read is as good as gone: the next one takes over
            readable_.setEnabled(false);
            emit ended();
            return;
        }
        sink_(std::move(*screen));
    }
}

} // namespace madoguchi
