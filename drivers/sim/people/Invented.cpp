// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/Invented.h"

#include "drivers/sim/people/Noise.h"

#include <array>

namespace madoguchi {

namespace {

/// Half of people without a beard, one in three with glasses.
constexpr std::array kHair{HairStyle::Bald, HairStyle::Ring, HairStyle::Crop, HairStyle::Parted,
                           HairStyle::Bob,  HairStyle::Long, HairStyle::Bun,  HairStyle::Curly};
constexpr std::array kGlasses{GlassesStyle::None, GlassesStyle::None,   GlassesStyle::None,
                              GlassesStyle::None, GlassesStyle::Round,  GlassesStyle::HalfRim,
                              GlassesStyle::None, GlassesStyle::Square, GlassesStyle::None};
constexpr float kShareOfRange = 0.5F; ///< beyond it faces become caricatures

class Chance {
public:
    explicit Chance(std::uint32_t number) : state_{hashed(number + 1)} {}

    [[nodiscard]] float between(float low, float high)
    {
        return mix(low, high, static_cast<float>(next() >> 8) / static_cast<float>(1U << 24));
    }
    template<typename Things>
    [[nodiscard]] auto oneOf(const Things& things)
    {
        return things[next() % things.size()];
    }

private:
    [[nodiscard]] std::uint32_t next() { return state_ = hashed(state_ + 0x9E3779B9U); }

    std::uint32_t state_;
};

Vec3 skinColour(Chance& chance)
{
    return mix(Vec3{0.66F, 0.45F, 0.34F}, Vec3{0.20F, 0.11F, 0.07F}, chance.between(0, 0.8F));
}

Vec3 hairColour(Chance& chance)
{
    const float grey = chance.between(0, 1);
    const Vec3 dark = mix(Vec3{0.012F, 0.010F, 0.009F}, Vec3{0.12F, 0.07F, 0.035F}, chance.between(0, 1));
    return grey > 0.7F ? mix(dark, Vec3{0.55F, 0.54F, 0.53F}, grey) : dark;
}

/// The beard's dials do not average: most people have none.
void shave(Likeness& person, Chance& chance)
{
    if (chance.between(0, 1) < 0.6F) {
        person.moustache = person.beard = person.stubble = 0;
    }
}

} // namespace

Likeness inventedPerson(std::uint32_t number)
{
    Chance chance{number};
    Likeness person;
    person.name = "invented-" + std::to_string(number);
    for (const Dial& dial : dials()) {
        const float usual = person.*dial.value;
        person.*dial.value = chance.between(mix(usual, dial.low, kShareOfRange), //
                                            mix(usual, dial.high, kShareOfRange));
    }
    person.skin = skinColour(chance);
    person.hair = hairColour(chance);
    person.lips = mix(person.skin, Vec3{0.42F, 0.14F, 0.12F}, chance.between(0.3F, 1));
    person.shirt = {chance.between(0.05F, 0.6F), chance.between(0.05F, 0.6F), chance.between(0.05F, 0.6F)};
    person.hairStyle = chance.oneOf(kHair);
    person.glasses = chance.oneOf(kGlasses);
    shave(person, chance);
    return person;
}

} // namespace madoguchi
