// SPDX-License-Identifier: Apache-2.0
// How somebody is looked at in one picture: pose, expression, lamps, lens, room and sensor. The same persona
// under two views gives what a chip photo and a camera at the desk give of one person: similar, never equal.
#pragma once

#include "drivers/sim/people/Vector.h"

#include <cstdint>

namespace madoguchi {

struct Pose {
    float yaw{0}, pitch{0}, roll{0}; ///< radians; yaw to the picture's right, pitch up
    float x{0}, y{0};                ///< centimetres from the middle of the picture
    float distance{60};              ///< centimetres from the lens
};

struct Expression {
    float mouthOpen{0}; ///< 0 closed, 1 wide
    float blink{0};     ///< 0 open, 1 shut
    float smile{0};
    float gazeX{0}, gazeY{0}; ///< radians
    bool masked{false};       ///< a mask over mouth and nose
};

struct Lighting {
    Vec3 keyDirection{-0.5F, 0.6F, 0.9F}; ///< towards the lamp
    float key{1.0F}, fill{0.35F}, ambient{0.35F};
    Vec3 colour{1, 1, 1};
};

enum class Room : std::uint8_t { Plain, Reception, Corridor };

struct Sensor {
    float exposure{1};
    float blur{0.8F};  ///< sigma in pixels
    float noise{2.5F}; ///< standard deviation in grey levels
    Vec3 cast{1, 1, 1};
    std::uint32_t seed{1};
};

struct View {
    int width{640}, height{480};
    float fieldOfView{0.62F}; ///< vertical, radians
    Pose pose;
    Expression expression;
    Lighting lighting;
    Room room{Room::Reception};
    Sensor sensor;
};

} // namespace madoguchi
