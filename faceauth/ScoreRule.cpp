// SPDX-License-Identifier: Apache-2.0
#include "faceauth/ScoreRule.h"

#include "faceauth/VectorMath.h"

#include <algorithm>
#include <cassert>

namespace madoguchi {

namespace {

const Embedding& nearestCentroid(const Centring& centring, const Embedding& card)
{
    return *std::min_element(
        centring.centroids.begin(), centring.centroids.end(),
        [&](const Embedding& a, const Embedding& b) { return distance(a, card) < distance(b, card); });
}

Embedding centred(const Centring& centring, const Embedding& centroid, Embedding vector)
{
    subtract(vector, centroid);
    if (!centring.transform.empty())
        vector = multiply(centring.transform, vector);
    normalise(vector);
    return vector;
}

double centredDistance(const Centring& centring, const Embedding& card, const Embedding& live)
{
    const Embedding& centroid = nearestCentroid(centring, card);
    return distance(centred(centring, centroid, card), centred(centring, centroid, live));
}

} // namespace

ScoreRule::ScoreRule(std::vector<Centring> members, std::vector<Thresholds> thresholds)
    : members_{std::move(members)}, thresholds_{std::move(thresholds)}
{
    assert(!members_.empty() && !thresholds_.empty() && thresholds_.front().shots == 1);
}

double ScoreRule::score(const FaceTemplate& card, const FaceTemplate& live) const
{
    assert(card.size() == members_.size() && live.size() == members_.size());
    double sum = 0;
    for (std::size_t i = 0; i < members_.size(); ++i)
        sum += (centredDistance(members_[i], card[i], live[i]) - members_[i].mean) / members_[i].deviation;
    return sum;
}

const Thresholds& ScoreRule::thresholds(int shots) const
{
    const auto above = std::find_if(thresholds_.begin() + 1, thresholds_.end(),
                                    [&](const Thresholds& row) { return row.shots > shots; });
    return *(above - 1);
}

} // namespace madoguchi
