// SPDX-License-Identifier: Apache-2.0
// What the desk sees: the active visit and the last ones that ended.
#pragma once

#include "formats/status/BoardMessages.h"

#include <deque>
#include <optional>

namespace madoguchi {

class Board {
public:
    /// Everything of the snapshot that does not change.
    Board(std::string terminal, bool practice, std::vector<int> findings);

    void active(std::optional<BoardRow> row) { active_ = std::move(row); }
    void spareWarm(bool warm) { fixed_.spareWarm = warm; }
    void auditFailing(bool failing) { fixed_.auditFailing = failing; }
    /// A visit that had a patient is over.
    void ended(BoardRow row);

    [[nodiscard]] BoardSnapshot snapshot() const;

private:
    BoardSnapshot fixed_;
    std::optional<BoardRow> active_;
    std::deque<BoardRow> ended_;
};

} // namespace madoguchi
