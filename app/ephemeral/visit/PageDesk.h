// SPDX-License-Identifier: Apache-2.0
// Staff want a page on paper: the act goes into the audit log first, and the window is told whether it did.
// On a thread of its own: the log may be slow, and staff go on typing meanwhile.
#pragma once

#include "formats/record/PaneMessages.h"
#include "foundation/base/Worker.h"

#include <functional>

namespace madoguchi {

class PageDesk {
public:
    using Keep = std::function<Result<void>(PageKind)>; ///< returns when it is on disk, or cannot be
    using Show = std::function<void(const std::function<void(PaneView&)>&)>;

    PageDesk(Keep keep, Show show) : keep_{std::move(keep)}, show_{std::move(show)} {}

    void obey(const PageOrder& order)
    {
        worker_.add([this, order](std::stop_token) {
            const PageVerdict verdict{order.ticket, keep_(order.page).ok()};
            show_([&verdict](PaneView& view) { view.page = verdict; });
        });
    }

private:
    Keep keep_;
    Show show_;
    Worker worker_; // last: it uses the others
};

} // namespace madoguchi
