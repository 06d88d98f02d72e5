// SPDX-License-Identifier: Apache-2.0
// Supervisor → desk: the board, whole, at each change, as far as who sits there may see it. The desk connects
// with Channel::connect(runtimeFolder / kBoardSocket); what it says stands in DeskMessages.h.
#pragma once

#include "domain/status/DeskSession.h"
#include "domain/status/VisitStatus.h"
#include "foundation/base/Result.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi {

inline constexpr const char* kBoardSocket = "board";
inline constexpr std::size_t kMaxBoardRows = 200;

/// Whether somebody is wanted at the reader: all that is told a desk at which nobody may see rows. Who walks
/// past the reader sees as much.
enum class BoardCall : std::uint8_t { None, Help, CardLeft };

/// One visit: no name, no number, no picture.
struct BoardRow {
    std::string tag; ///< the first eight digits of the visit's random number
    VisitStatus status;
    std::chrono::milliseconds begun{}; ///< CLOCK_BOOTTIME: when it became the active one
    std::chrono::milliseconds
        since{}; ///< when it came to this status, as the visit says; 0 = it has not said
    std::chrono::milliseconds ended{}; ///< when its last process was gone; 0 = it is the active one

    friend bool operator==(const BoardRow&, const BoardRow&) = default;
};

struct BoardSnapshot {
    std::string terminal{};
    bool practice{false};
    bool inService{false};    ///< a visit is active
    bool spareWarm{false};    ///< and the next is ready
    bool auditFailing{false}; ///< the audit log cannot be written: an administrator has to come
    bool sealBroken{false};   ///< somebody signed in with an emergency code: an administrator has to renew it
    std::vector<int> findings{}; ///< SelfCheckFinding of process/SelfCheck.h, where their words are
    BoardCall call{BoardCall::None};
    std::vector<BoardRow> rows{}; ///< the active visit first, then ended ones, newest first
    DeskSession session{};        ///< of the desk that gets this board; without it open there are no rows

    friend bool operator==(const BoardSnapshot&, const BoardSnapshot&) = default;
};

[[nodiscard]] std::string encode(const BoardSnapshot& board);
[[nodiscard]] Result<BoardSnapshot> decodeBoard(std::string_view message);

} // namespace madoguchi
