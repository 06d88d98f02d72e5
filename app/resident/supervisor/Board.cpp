// SPDX-License-Identifier: Apache-2.0
#include "resident/supervisor/Board.h"

#include "domain/advice/NextStep.h"

namespace madoguchi {
namespace {

BoardCall callOf(const VisitStatus& status)
{
    if (status.stage == Stage::CardLeftBehind)
        return BoardCall::CardLeft;
    return wantsStaff(status, false, status.staffCalled) ? BoardCall::Help : BoardCall::None;
}

} // namespace

Board::Board(std::string terminal, bool practice, std::vector<int> findings)
{
    fixed_.terminal = std::move(terminal);
    fixed_.practice = practice;
    fixed_.findings = std::move(findings);
}

void Board::ended(BoardRow row)
{
    row.status.staffCalled = false;
    ended_.push_front(std::move(row));
    if (ended_.size() == kMaxBoardRows) // one place belongs to the active visit
        ended_.pop_back();
}

BoardSnapshot Board::snapshot() const
{
    BoardSnapshot board = fixed_;
    board.inService = active_.has_value();
    if (active_) {
        board.call = callOf(active_->status);
        board.rows.push_back(*active_);
    }
    board.rows.insert(board.rows.end(), ended_.begin(), ended_.end());
    return board;
}

} // namespace madoguchi
