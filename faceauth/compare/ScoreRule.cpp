// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/ScoreRule.h"

#include "faceauth/networks/VectorMath.h"

#include <algorithm>
#include <cassert>

namespace madoguchi {

namespace {

std::size_t nearestCentroid(const std::vector<Embedding>& centroids, const Embedding& card)
{
    const auto nearest =
        std::min_element(centroids.begin(), centroids.end(), [&](const Embedding& a, const Embedding& b) {
            return distance(a, card) < distance(b, card);
        });
    return static_cast<std::size_t>(nearest - centroids.begin());
}

} // namespace

ScoreRule::ScoreRule(std::vector<Centring> members, std::vector<Thresholds> thresholds)
    : members_{std::move(members)}, thresholds_{std::move(thresholds)}
{
    assert(!members_.empty() && !thresholds_.empty() && thresholds_.front().shots == 1);
}

double ScoreRule::score(const FaceTemplate& card, const FaceTemplate& live) const
{
    const Centroids centroids = nearest(card);
    return centredScore(centred(centroids, card), centred(centroids, live));
}

Centroids ScoreRule::nearest(const FaceTemplate& card) const
{
    assert(card.size() == members_.size());
    Centroids centroids;
    for (std::size_t i = 0; i < members_.size(); ++i)
        centroids.push_back(nearestCentroid(members_[i].centroids, card[i]));
    return centroids;
}

FaceTemplate ScoreRule::centred(const Centroids& centroids, FaceTemplate face) const
{
    assert(face.size() == members_.size() && centroids.size() == members_.size());
    for (std::size_t i = 0; i < members_.size(); ++i) {
        subtract(face[i], members_[i].centroids[centroids[i]]);
        if (!members_[i].transform.empty())
            face[i] = multiply(members_[i].transform, face[i]);
        normalise(face[i]);
    }
    return face;
}

double ScoreRule::centredScore(const FaceTemplate& card, const FaceTemplate& live) const
{
    assert(card.size() == members_.size() && live.size() == members_.size());
    double sum = 0;
    for (std::size_t i = 0; i < members_.size(); ++i)
        sum += (distance(card[i], live[i]) - members_[i].mean) / members_[i].deviation;
    return sum;
}

const Thresholds& ScoreRule::thresholds(int shots) const
{
    const auto above = std::find_if(thresholds_.begin() + 1, thresholds_.end(),
                                    [&](const Thresholds& row) { return row.shots > shots; });
    return *(above - 1);
}

FaceTemplate fused(std::span<const FaceTemplate> shots)
{
    assert(!shots.empty());
    FaceTemplate sum = shots.front();
    for (const FaceTemplate& shot : shots.subspan(1))
        for (std::size_t i = 0; i < sum.size(); ++i)
            add(sum[i], shot[i]);
    for (Embedding& member : sum)
        normalise(member);
    return sum;
}

} // namespace madoguchi
