// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/Likeness.h"

#include <array>

namespace madoguchi {

std::span<const Dial> dials()
{
    using P = Likeness;
    static constexpr std::array kDials{
        Dial{"head_width", &P::headWidth, 0.86F, 1.14F},
        Dial{"head_height", &P::headHeight, 0.88F, 1.15F},
        Dial{"face_width", &P::faceWidth, 0.84F, 1.18F},
        Dial{"face_length", &P::faceLength, 0.88F, 1.12F},
        Dial{"cheekbones", &P::cheekbones, -0.8F, 1.0F},
        Dial{"cheeks", &P::cheeks, -1.0F, 1.6F},
        Dial{"jaw_width", &P::jawWidth, 0.70F, 1.30F},
        Dial{"jaw_drop", &P::jawDrop, -1.0F, 1.5F},
        Dial{"chin_length", &P::chinLength, -1.2F, 1.5F},
        Dial{"chin_width", &P::chinWidth, 0.5F, 1.9F},
        Dial{"chin_forward", &P::chinForward, -1.2F, 0.8F},
        Dial{"brow_ridge", &P::browRidge, -0.3F, 0.9F},
        Dial{"neck_width", &P::neckWidth, 0.75F, 1.25F},
        Dial{"ear_size", &P::earSize, 0.8F, 1.4F},
        Dial{"ears_out", &P::earsOut, -0.3F, 0.8F},
        Dial{"crooked", &P::crooked, -0.03F, 0.03F},
        Dial{"eye_spacing", &P::eyeSpacing, 2.75F, 3.6F},
        Dial{"eye_height", &P::eyeHeight, -0.5F, 0.5F},
        Dial{"eye_size", &P::eyeSize, 0.82F, 1.22F},
        Dial{"eye_opening", &P::eyeOpening, 0.55F, 1.35F},
        Dial{"eye_tilt", &P::eyeTilt, -0.2F, 0.25F},
        Dial{"lid_fold", &P::lidFold, 0.0F, 1.0F},
        Dial{"eye_bags", &P::eyeBags, 0.0F, 1.0F},
        Dial{"brow_height", &P::browHeight, -0.6F, 0.9F},
        Dial{"brow_thickness", &P::browThickness, 0.16F, 0.80F},
        Dial{"brow_length", &P::browLength, 2.6F, 4.2F},
        Dial{"brow_arch", &P::browArch, -0.2F, 0.7F},
        Dial{"brow_tilt", &P::browTilt, -0.5F, 0.6F},
        Dial{"brow_density", &P::browDensity, 0.25F, 1.0F},
        Dial{"nose_length", &P::noseLength, -0.9F, 0.9F},
        Dial{"nose_width", &P::noseWidth, 0.7F, 1.5F},
        Dial{"nose_bridge", &P::noseBridge, 0.6F, 1.5F},
        Dial{"nose_projection", &P::noseProjection, -0.9F, 0.9F},
        Dial{"nose_tip", &P::noseTip, 0.7F, 1.45F},
        Dial{"nose_up", &P::noseUp, -0.4F, 0.5F},
        Dial{"nose_hump", &P::noseHump, 0.0F, 0.7F},
        Dial{"mouth_width", &P::mouthWidth, 0.72F, 1.32F},
        Dial{"mouth_height", &P::mouthHeight, -0.6F, 0.6F},
        Dial{"upper_lip", &P::upperLip, 0.5F, 1.6F},
        Dial{"lower_lip", &P::lowerLip, 0.5F, 1.6F},
        Dial{"mouth_corners", &P::mouthCorners, -0.5F, 0.6F},
        Dial{"lip_colour", &P::lipColour, 0.15F, 1.0F},
        Dial{"wrinkles", &P::wrinkles, 0.0F, 1.0F},
        Dial{"blush", &P::blush, 0.0F, 1.0F},
        Dial{"spots", &P::spots, 0.0F, 1.0F},
        Dial{"gloss", &P::gloss, 0.0F, 1.0F},
        Dial{"hair_volume", &P::hairVolume, 0.15F, 2.4F},
        Dial{"hairline", &P::hairline, 2.6F, 9.5F},
        Dial{"hair_sides", &P::hairSides, -1.5F, 1.5F},
        Dial{"parting", &P::parting, -3.0F, 3.0F},
        Dial{"hair_grain", &P::hairGrain, 0.0F, 1.0F},
        Dial{"moustache", &P::moustache, 0.0F, 1.0F},
        Dial{"beard", &P::beard, 0.0F, 1.0F},
        Dial{"stubble", &P::stubble, 0.0F, 1.0F},
        Dial{"glasses_size", &P::glassesSize, 0.8F, 1.3F},
    };
    return kDials;
}

std::span<const Tint> tints()
{
    using P = Likeness;
    static constexpr std::array kTints{
        Tint{"skin", &P::skin}, Tint{"hair", &P::hair},   Tint{"lips", &P::lips},
        Tint{"iris", &P::iris}, Tint{"shirt", &P::shirt}, Tint{"frame", &P::frame},
    };
    return kTints;
}

} // namespace madoguchi
