// SPDX-License-Identifier: Apache-2.0
// Where what staff do goes: the supervisor behind the board, the visit behind the pane, or a test.
#pragma once

#include "bus/BoardMessages.h"
#include "bus/PaneMessages.h"
#include "core/VisitRunner.h"
#include "ui/desk/PrintSheet.h"

namespace madoguchi {

class BoardPort {
public:
    virtual ~BoardPort() = default;
    virtual void send(const DeskMessage& message) = 0;
};

class PanePort {
public:
    virtual ~PanePort() = default;
    virtual void send(const StaffInput& input) = 0;
    virtual void order(const ChartOrder& order) = 0;
    virtual void order(const LinkOrder& order) = 0;
    virtual void order(const PageOrder& order) = 0;
    /// The act is on record. Returns at once; PaneModel::printed() is told how it went.
    virtual void print(const PrintSheet& sheet) = 0;
};

} // namespace madoguchi
