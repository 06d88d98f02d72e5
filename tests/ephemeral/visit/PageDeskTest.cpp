// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/visit/PageDesk.h"

#include <catch2/catch.hpp>

#include <future>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

/// What the window is told of one order, when the log answers `kept`.
PageVerdict verdictOn(const PageOrder& order, const Result<void>& kept)
{
    std::promise<PageVerdict> told;
    PageDesk desk{[&](PageKind page) {
                      CHECK(page == order.page);
                      return kept;
                  },
                  [&](const std::function<void(PaneView&)>& edit) {
                      PaneView view;
                      edit(view);
                      told.set_value(view.page);
                  }};
    desk.obey(order);
    auto verdict = told.get_future();
    REQUIRE(verdict.wait_for(20s) == std::future_status::ready);
    return verdict.get();
}

} // namespace

TEST_CASE("aPageOnRecordMayGoOut")
{
    CHECK(verdictOn({PageKind::QualificationSheet, 42}, {}) == PageVerdict{42, true});
}

TEST_CASE("aPageThatCannotBePutOnRecordMustNot")
{
    CHECK(verdictOn({PageKind::QualificationSheet, 42}, Fault{FaultCode::RecordNotKept, FaultSpace::None, 0,
                                                              "visit/audit"}) == PageVerdict{42, false});
}
