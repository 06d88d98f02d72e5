// SPDX-License-Identifier: Apache-2.0
// What staff do in the pane, apart from what they type: all that the tables of a visit see of it.
#pragma once

namespace madoguchi {

struct StaffAttested {};
struct StaffRefused {};
struct StaffLooks {};  ///< staff want to confirm this one patient by eye
struct StaffBegan {};  ///< staff begin to type: at an idle terminal, or because the card did not help
struct QueryWanted {}; ///< staff want the central system asked once more about this card
struct PaneOpened {};
struct PaneClosed {};

} // namespace madoguchi
