// SPDX-License-Identifier: Apache-2.0
// What an invented person looks like. Every length is in centimetres or a factor on an average head, every
// default is that average, so a persona names only what makes it itself. None resembles a real person: the
// values were chosen by how far apart the face network sees them.
#pragma once

#include "drivers/sim/people/Vector.h"

#include <cstdint>
#include <span>
#include <string>

namespace madoguchi {

enum class HairStyle : std::uint8_t { Bald, Ring, Crop, Parted, Bob, Long, Bun, Curly };
enum class GlassesStyle : std::uint8_t { None, Round, Square, HalfRim };

struct Likeness {
    std::string name;

    // head
    float headWidth{1}, headHeight{1}, faceWidth{1}, faceLength{1};
    float cheekbones{0}, cheeks{0}, jawWidth{1}, jawDrop{0}, chinLength{0}, chinWidth{1}, chinForward{0};
    float browRidge{0}, neckWidth{1}, earSize{1}, earsOut{0}, crooked{0};
    // eyes and brows
    float eyeSpacing{3.15F}, eyeHeight{0}, eyeSize{1}, eyeOpening{1}, eyeTilt{0.07F}, lidFold{0.5F},
        eyeBags{0};
    float browHeight{0}, browThickness{0.42F}, browLength{3.4F}, browArch{0.25F}, browTilt{0},
        browDensity{0.9F};
    // nose and mouth
    float noseLength{0}, noseWidth{1}, noseBridge{1}, noseProjection{0}, noseTip{1}, noseUp{0}, noseHump{0};
    float mouthWidth{1}, mouthHeight{0}, upperLip{1}, lowerLip{1}, mouthCorners{0}, lipColour{0.6F};
    // skin
    float wrinkles{0}, blush{0.3F}, spots{0}, gloss{0.3F};
    // hair and beard
    float hairVolume{0.8F}, hairline{7}, hairSides{0}, parting{0}, hairGrain{0.5F};
    float moustache{0}, beard{0}, stubble{0};
    // glasses
    float glassesSize{1};
    float frameWidth{1}; ///< of the rims; 3 and more is a thick frame

    Vec3 skin{0.60F, 0.38F, 0.27F}; ///< linear light
    Vec3 hair{0.015F, 0.012F, 0.011F};
    Vec3 lips{0.42F, 0.14F, 0.12F};
    Vec3 iris{0.06F, 0.03F, 0.015F};
    Vec3 shirt{0.25F, 0.28F, 0.35F};
    Vec3 frame{0.03F, 0.03F, 0.03F};
    Vec3 mask{0.80F, 0.82F, 0.84F};
    HairStyle hairStyle{HairStyle::Crop};
    GlassesStyle glasses{GlassesStyle::None};
};

/// A number of a persona by the name it has in faces.toml, and the range in which the head stays a head.
struct Dial {
    const char* key;
    float Likeness::*value;
    float low, high;
};
[[nodiscard]] std::span<const Dial> dials();

/// A colour of a persona by its name in faces.toml, where it is written "#rrggbb" in sRGB.
struct Tint {
    const char* key;
    Vec3 Likeness::*value;
};
[[nodiscard]] std::span<const Tint> tints();

} // namespace madoguchi
