// SPDX-License-Identifier: Apache-2.0
// The kiosk's end of its line to the visit, inside Qt's event loop.
#pragma once

#include "bus/Channel.h"
#include "core/Screen.h"
#include "ui/bridge/ScreenPort.h"

#include <QObject>
#include <QSocketNotifier>

#include <functional>

namespace madoguchi {

class ChannelLink : public QObject, public ScreenPort {
    Q_OBJECT

public:
    using Sink = std::function<void(Screen)>;

    /// `sink` gets each Screen on the event loop.
    explicit ChannelLink(Channel channel);

    void listen(Sink sink);
    void send(const PatientInput& input) override;

signals:
    void ended(); ///< the visit is gone; nothing is left to show

private:
    void drain();

    Channel channel_;
    QSocketNotifier readable_;
    Sink sink_;
};

} // namespace madoguchi
