// SPDX-License-Identifier: Apache-2.0
// The tables as pictures: .github/ARCHITECTURE.md shows what this returns, and a test holds the two together.
#pragma once

#include "domain/visit/Visit.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi {

/// One way from a stage to another, as the tables have it.
struct Arrow {
    Stage from;
    Stage to;
    bool becomesByNumber{false}; ///< the visit goes on by number
    std::set<std::string_view> words{};
};

/// Every way that a visit of this kind can go, in the order of the stages; but the visit's own deadline.
[[nodiscard]] std::vector<Arrow> arrowsOf(Kind kind);

/// Where that deadline ends it.
[[nodiscard]] std::vector<Stage> stagesWithDeadline(Kind kind);

/// As a Mermaid state diagram.
[[nodiscard]] std::string visitDiagram(Kind kind);

/// The heading under which a kind's diagram stands.
[[nodiscard]] std::string_view heading(Kind kind);

} // namespace madoguchi
