// SPDX-License-Identifier: Apache-2.0
// What the watching thread hands to the embedding thread. A newer shot replaces one that was not fetched yet,
// so a slow machine skips shots and never falls behind.
#pragma once

#include "domain/record/CardRecord.h"
#include "domain/record/FaceCautions.h"
#include "faceauth/watch/BestShot.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

namespace madoguchi {

struct FaceReferencePhoto {
    ChipPortrait portrait;
    FaceCautions cautions;
};

struct MatchWork {
    std::optional<FaceReferencePhoto> reference;
    bool forget{false};              ///< forget earlier shots before looking at `shot`
    std::optional<TurnShots> turned; ///< somebody turned their head: earlier shots no longer count
    std::optional<FaceShot> shot;
    std::vector<Image> glances; ///< faces with what is around them (LivenessNetwork), oldest first
};

class MatchWorkBox {
public:
    static constexpr std::size_t kMostGlances = 5; ///< kept while nobody fetches them; the newest

    void put(FaceReferencePhoto reference);
    void put(TurnShots turned);
    void put(FaceShot shot);
    void putGlance(Image surroundings);

    /// Whoever comes next may be somebody else, or begins anew.
    void forget();

    /// Everything put since the last call; waits for the first. Nothing when `stop` was requested.
    std::optional<MatchWork> take(std::stop_token stop);

private:
    [[nodiscard]] bool empty() const
    {
        return !work_.reference && !work_.forget && !work_.turned && !work_.shot && work_.glances.empty();
    }

    std::mutex mutex_;
    std::condition_variable_any changed_;
    MatchWork work_;
};

} // namespace madoguchi
