// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/MatchWork.h"

#include <utility>

namespace madoguchi {

void MatchWorkBox::put(FaceReferencePhoto reference)
{
    const std::lock_guard lock{mutex_};
    work_.reference = std::move(reference);
    changed_.notify_one();
}

void MatchWorkBox::put(TurnShots turned)
{
    const std::lock_guard lock{mutex_};
    work_.turned = std::move(turned);
    work_.shot.reset();
    work_.glances.clear();
    changed_.notify_one();
}

void MatchWorkBox::put(FaceShot shot)
{
    const std::lock_guard lock{mutex_};
    work_.shot = std::move(shot);
    changed_.notify_one();
}

void MatchWorkBox::putGlance(Image surroundings)
{
    const std::lock_guard lock{mutex_};
    work_.glances.push_back(std::move(surroundings));
    if (work_.glances.size() > kMostGlances)
        work_.glances.erase(work_.glances.begin());
    changed_.notify_one();
}

void MatchWorkBox::forget()
{
    const std::lock_guard lock{mutex_};
    work_.forget = true;
    work_.turned.reset();
    work_.shot.reset();
    work_.glances.clear();
    changed_.notify_one();
}

std::optional<MatchWork> MatchWorkBox::take(std::stop_token stop)
{
    std::unique_lock lock{mutex_};
    if (!changed_.wait(lock, stop, [&] { return !empty(); }) || stop.stop_requested())
        return std::nullopt;
    return std::exchange(work_, {});
}

} // namespace madoguchi
