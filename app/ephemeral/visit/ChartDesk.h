// SPDX-License-Identifier: Apache-2.0
// The chart beside the answer: finds the candidate, takes over what staff ticked, takes it back, and gives
// the insurers' record the chart's number (照会番号). On a thread of its own: files and the line may be slow.
#pragma once

#include "domain/ports/ChartPort.h"
#include "domain/record/Chart.h"
#include "formats/record/PaneMessages.h"
#include "foundation/base/Worker.h"
#include "services/links/ReferenceLinks.h"
#include "services/settings/Settings.h"

#include <functional>
#include <memory>
#include <optional>

namespace madoguchi {

/// What the desk needs beside the pane; each may be absent.
struct ChartSources {
    std::unique_ptr<ChartPort> charts;
    std::optional<ReferenceLinks> links;
    std::function<Result<void>(const Chart&, const Qualification&)> reference; ///< registers the number
};

[[nodiscard]] ChartSources chartSources(const Settings& settings);

class ChartDesk {
public:
    using Show = std::function<void(const std::function<void(PaneView&)>&)>;

    ChartDesk(ChartSources sources, Show show);

    // From any thread.
    void answered(const EligibilityAnswer& answer);
    void obey(const PaneInput& input);

private:
    void lookUp();
    void renewReference();
    void take(std::uint32_t fields);
    void undo();
    void link();
    void show();

    ChartSources sources_;
    Show show_;
    std::optional<Qualification> received_;
    std::optional<PaneChart> chart_;
    std::optional<Chart> before_; ///< what undo brings back
    Worker worker_;               // last: it uses the others
};

/// `chart` with the ticked fields of `received`. An empty value never overwrites anything, ticked or not.
[[nodiscard]] Chart takenOver(Chart chart, const ChartValues& received, std::uint32_t fields);

} // namespace madoguchi
