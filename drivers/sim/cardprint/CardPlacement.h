// SPDX-License-Identifier: Apache-2.0
// An invented person's card below a camera of practice, for as long as somebody looks: to measure how well
// card faces are read. Every picture has its own noise, and nothing is quite still. Its time is that of a
// camera of ten pictures a second, so that what is measured does not depend on the machine.
#pragma once

#include "domain/record/CardRecord.h"
#include "drivers/sim/cardprint/InventedCards.h"
#include "foundation/base/Clock.h"

#include <memory>

namespace madoguchi {

class CardPlacement final : public Clock {
public:
    /// The card of that seed, printed in one of the typefaces. Throws as cardOf() does.
    CardPlacement(std::uint32_t seed, const CardScene& scene, const Typefaces& typefaces = usualTypefaces());

    /// What has to be read.
    [[nodiscard]] SecurityNumber number() const;

    /// Goes on where the last one ended. Must not outlive this.
    [[nodiscard]] std::unique_ptr<FrameSource> camera();

    /// How many were taken so far.
    [[nodiscard]] int pictures() const { return pictures_; }

    /// A tenth of a second after the other with every picture.
    [[nodiscard]] Tick now() const override;
    /// In the morning of kToday.
    [[nodiscard]] std::chrono::sys_seconds wallTime() const override;

private:
    class Camera;

    Persona person_;
    CardScene scene_;
    Image exposure_;
    int pictures_{0};
};

} // namespace madoguchi
