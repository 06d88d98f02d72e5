// SPDX-License-Identifier: Apache-2.0
// Where what staff do in one patient's window goes: the visit, or a test.
#pragma once

#include "formats/record/PaneMessages.h"
#include "ui/pane/PrintSheet.h"

namespace madoguchi {

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
