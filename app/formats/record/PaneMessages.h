// SPDX-License-Identifier: Apache-2.0
// Visit → pane: what staff see of this one patient. Pane → visit: what staff did. Both ends belong to the
// visit's group, so the qualification may travel here, and what staff type in the other direction.
#pragma once

#include "domain/record/Chart.h"
#include "domain/record/PaneRecord.h"
#include "domain/record/StaffInput.h"
#include "domain/status/AuditFact.h"
#include "domain/status/VisitStatus.h"
#include "foundation/base/Result.h"

#include <string>
#include <string_view>
#include <variant>

namespace madoguchi {

/// How the chart stands beside the answer.
struct PaneChart {
    Chart chart;
    int others{0};      ///< further candidates: staff have to look themselves
    bool undo{false};   ///< something was taken over and can be taken back
    bool failed{false}; ///< the last change did not reach the chart

    friend bool operator==(const PaneChart&, const PaneChart&) = default;
};

/// The audit log's answer to a PageOrder.
struct PageVerdict {
    std::uint32_t ticket{0}; ///< of the order; 0 = none was given
    bool kept{false};        ///< on record: the page may go out. Otherwise it must not

    friend bool operator==(const PageVerdict&, const PageVerdict&) = default;
};

struct PaneView {
    VisitStatus status;
    std::string maskedName{}; ///< as on the patient's screen; empty until the central system has answered
    bool practice{false};
    bool shown{false};    ///< false: the window waits, warm and unseen
    bool charts{false};   ///< the site has a chart source
    bool linkable{false}; ///< 照会番号 may be registered here
    std::string today{};  ///< YYYYMMDD in Japan
    std::optional<PaneRecord> record{};
    std::optional<PaneChart> chart{};
    PageVerdict page{};
    Bytes photo{}; ///< JPEG 2000 of the chip, signatures verified; empty = none

    friend bool operator==(const PaneView&, const PaneView&) = default;
};

/// Take these fields over into the chart, or take the last change back.
struct ChartOrder {
    std::uint32_t fields{0}; ///< bit i = ChartField i; 0 = undo
};

/// 照会番号: give the insurers' record the chart's number.
struct LinkOrder {};

/// Staff want this page on paper: it is put on record before it goes out, and PaneView::page tells.
struct PageOrder {
    PageKind page{PageKind::QualificationSheet};
    std::uint32_t ticket{
        0}; ///< drawn at random, not 0: a window opened anew takes no other's verdict for its own
};

/// PaneOpened is said when the first frame of an opened window is on the screen.
using PaneInput = std::variant<StaffInput, ChartOrder, LinkOrder, PageOrder>;

[[nodiscard]] std::string encode(const PaneView& view);
[[nodiscard]] Result<PaneView> decodePaneView(std::string_view message);

[[nodiscard]] std::string encode(const StaffInput& input);
[[nodiscard]] std::string encode(const ChartOrder& order);
[[nodiscard]] std::string encode(const LinkOrder& order);
[[nodiscard]] std::string encode(const PageOrder& order);
[[nodiscard]] Result<PaneInput> decodePaneInput(std::string_view message);

} // namespace madoguchi
