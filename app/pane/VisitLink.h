// SPDX-License-Identifier: Apache-2.0
// The pane's end of its line to the visit, inside Qt's event loop.
#pragma once

#include "bus/Channel.h"
#include "ui/desk/PaneModel.h"

#include <QObject>
#include <QSocketNotifier>

#include <functional>

namespace madoguchi {

class VisitLink : public QObject, public PanePort {
    Q_OBJECT

public:
    using Sink = std::function<void(PaneView)>;

    explicit VisitLink(Channel channel);

    /// `sink` gets each view on the event loop.
    void listen(Sink sink);
    void send(const StaffInput& input) override;

signals:
    void ended(); ///< the visit is gone; nothing is left to show

private:
    void drain();

    Channel channel_;
    QSocketNotifier readable_;
    Sink sink_;
};

} // namespace madoguchi
