// SPDX-License-Identifier: Apache-2.0
// A member of staff who needs no hands: sees what the pane would show and does as a script says, over the
// same line. Serves one patient without a card, from the numbers of a paper to the chart.
//
//   {"queries": [{"insurer": "06138887", "symbol": "２０", "number": "７７", "branch": "", "birth":
//   "19960203"}],
//    "take": true, "undo": false, "print": false}
#pragma once

#include "formats/record/PaneMessages.h"

#include <filesystem>
#include <vector>

namespace madoguchi {

struct StaffScript {
    std::vector<NumberQuery>
        queries;       ///< one after another, each after the one before found nobody; without day
    bool take{false};  ///< everything that differs goes into the chart
    bool undo{false};  ///< and back out of it
    bool print{false}; ///< the answer is wanted on paper: they stay until the log has it
};

/// SettingsInvalid when it cannot be written, or is not as it should be.
Result<void> saveStaffScript(const std::filesystem::path& file, const StaffScript& script);
Result<StaffScript> loadStaffScript(const std::filesystem::path& file);

class ScriptedStaff {
public:
    explicit ScriptedStaff(StaffScript script) : script_{std::move(script)} {}

    /// What staff do on seeing `view`, in this order.
    [[nodiscard]] std::vector<PaneInput> sees(const PaneView& view);

    /// Nothing is left to do: they close the window.
    [[nodiscard]] bool done() const { return done_; }

private:
    void type(const PaneView& view, std::vector<PaneInput>& inputs);
    void compare(const PaneView& view, std::vector<PaneInput>& inputs);
    void print(const PaneView& view, std::vector<PaneInput>& inputs);

    StaffScript script_;
    std::size_t asked_{0};
    bool opened_{false}, begun_{false}, waiting_{false}, taken_{false}, undone_{false}, printed_{false},
        done_{false};
};

} // namespace madoguchi
