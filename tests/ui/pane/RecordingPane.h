// SPDX-License-Identifier: Apache-2.0
// A visit behind the staff's window that only remembers what it was told.
#pragma once

#include "ui/pane/PanePort.h"

#include <vector>

namespace madoguchi {

struct RecordingPane : PanePort {
    void send(const StaffInput& input) override { inputs.push_back(input); }
    void order(const ChartOrder& order) override { taken.push_back(order.fields); }
    void order(const LinkOrder&) override { ++links; }
    void order(const PageOrder& order) override { pages.push_back(order); }
    void print(const PrintSheet& sheet) override { sheets.push_back(sheet); }

    template<typename Input>
    [[nodiscard]] std::vector<Input> all() const
    {
        std::vector<Input> found;
        for (const auto& input : inputs)
            if (const auto* said = std::get_if<Input>(&input))
                found.push_back(*said);
        return found;
    }
    /// What the log says to the page that was ordered last.
    [[nodiscard]] PageVerdict lastPage(bool kept) const { return {pages.back().ticket, kept}; }

    std::vector<StaffInput> inputs;
    std::vector<std::uint32_t> taken;
    std::vector<PageOrder> pages;
    std::vector<PrintSheet> sheets;
    int links{0};
};

} // namespace madoguchi
