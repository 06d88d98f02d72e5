// SPDX-License-Identifier: Apache-2.0
#include "pane/VisitLink.h"

#include <utility>

namespace madoguchi {

VisitLink::VisitLink(Channel channel)
    : channel_{std::move(channel)}, readable_{channel_.fd(), QSocketNotifier::Read}
{
    readable_.setEnabled(false);
    connect(&readable_, &QSocketNotifier::activated, this, &VisitLink::drain);
}

void VisitLink::listen(Sink sink)
{
    sink_ = std::move(sink);
    readable_.setEnabled(true);
}

void VisitLink::send(const StaffInput& input)
{
    if (!channel_.send(encode(input)))
        emit ended();
}

void VisitLink::drain()
{
    for (;;) {
        const auto message = channel_.receiveNow();
        if (!message && message.fault().code == FaultCode::TimedOut)
            return;
        auto view = message ? decodePaneView(*message) : Result<PaneView>{message.fault()};
        if (!view) { // what nobody can read must not stand beside an old answer: staff open a new window
            readable_.setEnabled(false);
            emit ended();
            return;
        }
        sink_(*std::move(view));
    }
}

} // namespace madoguchi
