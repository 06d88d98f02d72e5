// SPDX-License-Identifier: Apache-2.0
// The desk's line to the supervisor, inside Qt's event loop. A line that ends is tried again each second.
#pragma once

#include "foundation/line/Channel.h"
#include "ui/board/BoardModel.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <memory>

namespace madoguchi {

class BoardLink : public QObject, public BoardPort {
    Q_OBJECT

public:
    using Sink = std::function<void(BoardSnapshot)>;

    explicit BoardLink(std::filesystem::path socket);

    /// `board` gets each snapshot, `lost` is called when the line has ended; both on the event loop.
    void keep(Sink board, std::function<void()> lost);
    void send(const DeskMessage& message) override;

private:
    void tryConnect();
    void drain();
    void drop();

    std::filesystem::path socket_;
    Channel channel_;
    std::unique_ptr<QSocketNotifier> readable_;
    QTimer again_;
    Sink board_;
    std::function<void()> lost_;
};

} // namespace madoguchi
