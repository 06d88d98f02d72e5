// SPDX-License-Identifier: Apache-2.0
#include "drivers/cardprint/CardFaceCamera.h"

#include "drivers/cardprint/NumberVote.h"
#include "foundation/base/CivilDate.h"

#include <algorithm>

namespace madoguchi {

CardFaceCamera::CardFaceCamera(Open open, const Clock& clock, std::chrono::milliseconds within)
    : open_{std::move(open)}, clock_{clock}, within_{within}
{
}

Result<SecurityNumber> CardFaceCamera::read(std::stop_token stop)
{
    const auto end = clock_.now() + within_;
    const auto today = civilDay(clock_.wallTime());
    const auto camera = open_();
    if (!camera)
        return camera.fault();
    cardface::NumberVote vote;
    auto furthest = CardFaceVerdict::NoPicture;
    while (clock_.now() < end) {
        const auto frame = (*camera)->next(stop);
        if (!frame)
            return frame.fault();
        const auto reading = readCardFace(frame->image, today);
        furthest = std::max(furthest, reading.verdict);
        vote.take(reading);
        if (auto number = vote.result())
            return *std::move(number);
    }
    return Fault{FaultCode::SecurityNumberUnread, FaultSpace::None, static_cast<std::int64_t>(furthest),
                 "cardface/read"};
}

} // namespace madoguchi
