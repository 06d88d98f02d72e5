// SPDX-License-Identifier: Apache-2.0
#include "ui/bridge/ChannelLink.h"

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

void ChannelLink::post(std::string_view message)
{
    if (!channel_.send(message))
        emit ended();
}

void ChannelLink::drain()
{
    for (;;) {
        const auto message = channel_.receiveNow();
        if (!message && message.fault().code == FaultCode::TimedOut)
            return;
        // What nobody can read must not stand beside an old answer: the visit is as good as gone.
        if (!message || !sink_(*message)) {
            readable_.setEnabled(false);
            emit ended();
            return;
        }
    }
}

} // namespace madoguchi
