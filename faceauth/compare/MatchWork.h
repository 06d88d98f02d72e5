// SPDX-License-Identifier: Apache-2.0
// What the watching thread hands to the embedding thread. A newer shot replaces one that was not fetched yet,
// so a slow machine skips shots and never falls behind.
#pragma once

#include "domain/record/CardRecord.h"
#include "faceauth/watch/BestShot.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>

namespace madoguchi {

struct MatchWork {
    std::optional<ChipPortrait> portrait;
    bool personLeft{false};          ///< forget earlier shots before looking at `shot`
    std::optional<TurnShots> turned; ///< somebody turned their head: earlier shots no longer count
    std::optional<FaceShot> shot;
};

class MatchWorkBox {
public:
    void put(ChipPortrait portrait);
    void put(TurnShots turned);
    void put(FaceShot shot);
    void personLeft();

    /// Everything put since the last call; waits for the first. Nothing when `stop` was requested.
    std::optional<MatchWork> take(std::stop_token stop);

private:
    [[nodiscard]] bool empty() const
    {
        return !work_.portrait && !work_.personLeft && !work_.turned && !work_.shot;
    }

    std::mutex mutex_;
    std::condition_variable_any changed_;
    MatchWork work_;
};

} // namespace madoguchi
