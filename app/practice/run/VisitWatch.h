// SPDX-License-Identifier: Apache-2.0
// Follows one visit on the supervisor's board, from outside, and keeps when each stage began.
#pragma once

#include "formats/status/BoardMessages.h"
#include "formats/status/DeskMessages.h"
#include "foundation/line/Channel.h"
#include "foundation/line/StopSignal.h"

#include <filesystem>
#include <functional>
#include <vector>

namespace madoguchi {

struct StageTime {
    Stage stage{Stage::Idle};
    std::chrono::milliseconds since{}; ///< CLOCK_BOOTTIME, as the visit says
    std::chrono::milliseconds seen{};  ///< when a desk had it
};

class VisitWatch {
public:
    using Milliseconds = std::chrono::milliseconds;

    /// Connects to the board, waiting until the supervisor offers it, and signs in as practice staff.
    static Result<VisitWatch> connect(const std::filesystem::path& runtimeFolder, Milliseconds within);

    /// Waits until `wanted` holds for a snapshot. TimedOut, or ChannelBroken when the supervisor is gone.
    Result<void> until(const std::function<bool(const BoardSnapshot&)>& wanted, Milliseconds within);

    /// An active visit that waits for a card, and a warm one behind it.
    Result<void> untilReady(Milliseconds within);

    /// The active visit becomes the one that is followed.
    void follow();

    /// The followed visit has reached one of these stages.
    Result<void> untilStage(std::initializer_list<Stage> stages, Milliseconds within);

    /// The followed visit's last process is gone, and another one is active.
    Result<void> untilServed(Milliseconds within);

    /// What staff at a desk would tap.
    Result<void> order(const DeskOrder& order) { return channel_.send(encode(order)); }

    [[nodiscard]] const BoardSnapshot& board() const { return board_; }
    /// The followed visit's row.
    [[nodiscard]] const BoardRow& row() const { return row_; }
    /// The stages of the followed visit in their order.
    [[nodiscard]] const std::vector<StageTime>& stages() const { return stages_; }

private:
    explicit VisitWatch(Channel channel) : channel_{std::move(channel)} {}
    Result<void> signIn(Milliseconds within);
    void take(BoardSnapshot board);

    Channel channel_;
    BoardSnapshot board_;
    BoardRow row_;
    std::vector<StageTime> stages_;
};

} // namespace madoguchi
