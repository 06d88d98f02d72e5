// SPDX-License-Identifier: Apache-2.0
// The desk's door: a local socket on which programs of the same user get the board, whole, at once and at
// each change, and give orders.
#pragma once

#include "bus/BoardMessages.h"
#include "bus/Channel.h"
#include "supervisor/EventLoop.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>

namespace madoguchi {

class DeskServer {
public:
    static constexpr std::size_t kMaxDesks = 8;
    using OrderHandler = std::function<void(const DeskOrder&)>;

    /// Listens at `socket`; whatever an earlier start left there is removed.
    static Result<std::unique_ptr<DeskServer>> open(const std::filesystem::path& socket, EventLoop& loop,
                                                    OrderHandler onOrder);
    ~DeskServer();
    DeskServer(const DeskServer&) = delete;
    DeskServer& operator=(const DeskServer&) = delete;

    /// To every desk. One that does not read is let go.
    void show(const BoardSnapshot& board);

private:
    DeskServer(UniqueFd listener, EventLoop& loop, OrderHandler onOrder);
    void accept();
    void listenTo(int fd);
    void letGo(int fd);

    UniqueFd listener_;
    EventLoop& loop_;
    OrderHandler onOrder_;
    std::map<int, Channel> desks_;
    std::string shown_; ///< for whoever connects next
};

} // namespace madoguchi
