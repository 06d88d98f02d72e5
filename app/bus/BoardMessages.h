// SPDX-License-Identifier: Apache-2.0
// Supervisor → desk: the board, whole, at each change. Desk → supervisor: what staff want. The desk connects
// with Channel::connect(runtimeFolder / kBoardSocket).
#pragma once

#include "bus/VisitMessages.h"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi {

inline constexpr const char* kBoardSocket = "board";
inline constexpr std::size_t kMaxBoardRows = 16;
inline constexpr std::size_t kVisitTagDigits = 8;

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
    bool inService{false};        ///< a visit is active
    bool spareWarm{false};        ///< and the next is ready
    bool auditFailing{false};     ///< the audit log cannot be written: an administrator has to come
    std::vector<int> findings{};  ///< SelfCheckFinding of process/SelfCheck.h, where their words are
    std::vector<BoardRow> rows{}; ///< the active visit first, then ended ones, newest first

    friend bool operator==(const BoardSnapshot&, const BoardSnapshot&) = default;
};

struct DeskOrder {
    std::string tag; ///< of the row
    StaffOrder order{StaffOrder::OpenPane};
};

[[nodiscard]] std::string encode(const BoardSnapshot& board);
[[nodiscard]] Result<BoardSnapshot> decodeBoard(std::string_view message);

[[nodiscard]] std::string encode(const DeskOrder& order);
[[nodiscard]] Result<DeskOrder> decodeDeskOrder(std::string_view message);

} // namespace madoguchi
