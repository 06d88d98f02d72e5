// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/MatchWork.h"

#include <utility>

namespace madoguchi {

void MatchWorkBox::put(ChipPortrait portrait)
{
    const std::lock_guard lock{mutex_};
    work_.portrait = std::move(portrait);
    changed_.notify_one();
}

void MatchWorkBox::put(TurnShots turned)
{
    const std::lock_guard lock{mutex_};
    work_.turned = std::move(turned);
    work_.shot.reset();
    changed_.notify_one();
}

void MatchWorkBox::put(FaceShot shot)
{
    const std::lock_guard lock{mutex_};
    work_.shot = std::move(shot);
    changed_.notify_one();
}

void MatchWorkBox::personLeft()
{
    const std::lock_guard lock{mutex_};
    work_.personLeft = true;
    work_.turned.reset();
    work_.shot.reset();
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
