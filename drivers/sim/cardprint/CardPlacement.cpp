// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/cardprint/CardPlacement.h"

namespace madoguchi {

class CardPlacement::Camera final : public FrameSource {
public:
    explicit Camera(CardPlacement& place) : place_{place} {}

    Result<Frame> next(std::stop_token stop) override
    {
        if (stop.stop_requested())
            return Fault{FaultCode::TimedOut, FaultSpace::None, 0, "sim/CardPlacement"};
        const auto frame = static_cast<std::uint32_t>(place_.pictures_++);
        return Frame{taken(place_.exposure_, place_.scene_, frame), place_.now()};
    }

private:
    CardPlacement& place_;
};

CardPlacement::CardPlacement(std::uint32_t seed, const CardScene& scene, const Typefaces& typefaces)
    : person_{personOf(seed)}, scene_{scene}, exposure_{exposed(cardOf(person_, seed, typefaces), scene)}
{
}

SecurityNumber CardPlacement::number() const
{
    return securityNumber(person_);
}

std::unique_ptr<FrameSource> CardPlacement::camera()
{
    return std::make_unique<Camera>(*this);
}

Clock::Tick CardPlacement::now() const
{
    return pictures_ * std::chrono::milliseconds{100};
}

std::chrono::sys_seconds CardPlacement::wallTime() const
{
    return std::chrono::sys_days{kToday} + std::chrono::hours{1};
}

} // namespace madoguchi
