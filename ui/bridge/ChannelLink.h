// SPDX-License-Identifier: Apache-2.0
// A window's end of its line to the visit, inside Qt's event loop. It carries messages; what they mean, the
// window's own encode and decode say.
#pragma once

#include "foundation/line/Channel.h"

#include <QObject>
#include <QSocketNotifier>

#include <functional>
#include <string_view>

namespace madoguchi {

class ChannelLink : public QObject {
    Q_OBJECT

public:
    /// Shows a message. A fault means that it cannot be read.
    using Sink = std::function<Result<void>(std::string_view message)>;

    explicit ChannelLink(Channel channel);

    /// `sink` gets each message on the event loop, those that came before this call too.
    void listen(Sink sink);
    void post(std::string_view message);

signals:
    void ended(); ///< the visit is gone, or says what nobody can read; nothing is left to show

private:
    void drain();

    Channel channel_;
    QSocketNotifier readable_;
    Sink sink_;
};

} // namespace madoguchi
