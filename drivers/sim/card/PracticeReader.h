// SPDX-License-Identifier: Apache-2.0
// A hand that lays a practice card on the virtual reader and takes it away. One card at a time; the link runs
// on a thread of its own. Calls come from one thread.
#pragma once

#include "drivers/sim/card/VpcdLink.h"
#include "foundation/base/Result.h"

#include <functional>
#include <memory>
#include <optional>
#include <thread>

namespace madoguchi {

class PracticeReader {
public:
    /// Told on the link's thread when the card leaves otherwise than by remove().
    using Listener = std::function<void(VpcdLink::End)>;

    explicit PracticeReader(VpcdLinkOptions options = {}, Listener listener = {});
    PracticeReader(const PracticeReader&) = delete;
    PracticeReader& operator=(const PracticeReader&) = delete;
    ~PracticeReader();

    /// Takes away what lies there and lays `card` down; it keeps its counters from earlier stays. pcscd
    /// notices within half a second.
    [[nodiscard]] Result<void> insert(std::shared_ptr<PracticeCard> card);
    [[nodiscard]] Result<void> insert(std::shared_ptr<PracticeCard> card, const VpcdLinkOptions& options);

    void remove();

    /// What went over the link since the last insert().
    [[nodiscard]] LinkCount count() const;

private:
    VpcdLinkOptions options_;
    Listener listener_;
    UniqueFd stop_;
    std::shared_ptr<PracticeCard> card_;
    std::optional<VpcdLink> link_;
    std::thread thread_;
};

} // namespace madoguchi
