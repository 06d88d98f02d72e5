// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/HeadShape.h"

#include "drivers/sim/people/Noise.h"
#include "drivers/sim/people/Solids.h"

namespace madoguchi {

namespace {

constexpr Vec3 kPivot{0, -6, -3}; ///< where the neck carries the head

constexpr float kEyeRadius = 1.5F; ///< flatter than an eyeball, so that it fills the corners of the eye
constexpr float kEyeWidth = 1.42F; ///< from the middle of the eye to a corner

/// Beyond this from a detail's bounding sphere the sphere stands for the detail.
constexpr float kNear = 0.8F;

Vec3 mirrored(Vec3 p)
{
    return {std::abs(p.x), p.y, p.z};
}

} // namespace

HeadShape::HeadShape(const Likeness& likeness, const View& view)
    : likeness_{likeness}, expression_{view.expression}, rotation_{turned(view.pose.yaw, view.pose.pitch,
                                                                          view.pose.roll)},
      origin_{view.pose.x, view.pose.y, -view.pose.distance}, eye_{likeness.eyeSpacing, likeness.eyeHeight,
                                                                   6.05F},
      eyeRadius_{1.22F * likeness.eyeSize}, tiltCos_{std::cos(likeness.eyeTilt)}, tiltSin_{std::sin(
                                                                                      likeness.eyeTilt)},
      mouthY_{-6.75F + likeness.mouthHeight}, corner_{likeness.mouthCorners * 0.5F +
                                                      view.expression.smile * 0.45F},
      noseY_{-3.9F - likeness.noseLength}, noseZ_{10.1F + likeness.noseProjection}
{
    const float open = likeness.eyeOpening * likeness.eyeSize * (1.0F - 0.15F * view.expression.smile);
    lowerLid_ = 0.38F * open;
    upperLid_ = mix(0.56F * open + 0.4F * view.expression.gazeY, -lowerLid_, expression_.blink);
}

Vec3 HeadShape::toHead(Vec3 world) const
{
    return rotation_.apply(world - origin_ - kPivot) + kPivot;
}

Vec3 HeadShape::toFace(Vec3 head) const
{
    const float x = head.x + likeness_.crooked * head.y;
    const float y = head.y < 0 ? head.y / likeness_.faceLength : head.y;
    return {std::abs(x) / likeness_.faceWidth, y, head.z};
}

Vec3 HeadShape::toEye(Vec3 face) const
{
    const Vec3 q = face - eye_;
    return {q.x * tiltCos_ + q.y * tiltSin_, q.y * tiltCos_ - q.x * tiltSin_, q.z};
}

/// Straightens the curve of the teeth, so that the lips become straight sticks.
Vec3 HeadShape::toBent(Vec3 face) const
{
    return {face.x, face.y, face.z + 0.235F * std::min(face.x * face.x, 16.0F)};
}

float HeadShape::skull(Vec3 head) const
{
    return ellipsoid(head, {0, 3.8F, -0.8F}, {7.4F * likeness_.headWidth, 8.2F * likeness_.headHeight, 9.4F});
}

float HeadShape::face(Vec3 p) const
{
    const Likeness& who = likeness_;
    const float drop = who.jawDrop + 1.1F * opened();
    float d = ellipsoid(p, {0, -2, 1.2F}, {6.4F, 8, 7.3F});
    const Vec3 chin{1.3F * who.chinWidth, -8.9F - who.chinLength - opened(), 6.5F + who.chinForward};
    d = blend(d, stick(p, {4.2F * who.jawWidth, -6 - drop, 0.8F}, chin, 1.8F, 1.6F), 2.2F);
    d = blend(d, sphere(p, {0, chin.y - 0.3F, chin.z + 0.5F}, 1.5F), 1.6F);
    d = blend(d, sphere(p, {4.4F, -1.9F, 4.6F + 0.6F * who.cheekbones}, 2.1F + 0.3F * who.cheekbones), 1.8F);
    d = blend(d, sphere(p, {3.9F, -5.0F, 4.4F}, 2.2F + 0.8F * who.cheeks), 1.6F);
    d = blend(d, ellipsoid(p, {0, mouthY_ + 0.3F, 6.0F}, {2.9F, 2.7F, 3.0F}), 1.4F);
    d = blend(
        d,
        stick(p, {0.9F, 1.9F, 7.5F + who.browRidge}, {4.3F, 1.9F, 6.0F + 0.6F * who.browRidge}, 0.9F, 0.8F),
        1.0F);
    return carve(d, sphere(p, {eye_.x, eye_.y + 0.1F, 9.1F}, 2.0F), 1.0F);
}

float HeadShape::nose(Vec3 p, float skin) const
{
    const Likeness& who = likeness_;
    const float bound = sphere(p, {0, -2.2F, 8.6F}, 4.6F);
    if (bound > kNear) {
        return std::min(skin, bound);
    }
    const float width = 0.72F * who.noseBridge;
    float d = stick(p, {0, 0.8F, 7.7F}, {0, noseY_ + 0.5F, noseZ_ - 0.3F}, width, 0.5F * width + 0.45F);
    d = blend(d, sphere(p, {0, -1.2F, 8.3F + who.noseHump}, 0.75F), 0.6F);
    d = blend(skin, d, 0.9F);
    d = blend(d, sphere(p, {0, noseY_ + who.noseUp, noseZ_}, 0.98F * who.noseTip), 0.5F);
    d = blend(d, sphere(p, {1.2F * who.noseWidth, noseY_ - 0.35F, noseZ_ - 1.45F}, 0.70F), 0.75F);
    return carve(d, nostril(p), 0.15F);
}

float HeadShape::nostril(Vec3 p) const
{
    return ellipsoid(p,
                     {0.64F * likeness_.noseWidth, noseY_ - 0.95F + 0.5F * likeness_.noseUp, noseZ_ - 0.75F},
                     {0.36F, 0.38F, 0.5F});
}

float HeadShape::lips(Vec3 face) const
{
    const Vec3 p = toBent(face);
    const float w = likeness_.mouthWidth * (1.0F + 0.12F * expression_.smile);
    const float fall = 1.3F * opened();
    const float upper =
        stick(p, {0.28F, mouthY_ + 0.40F, 8.92F}, {2.35F * w, mouthY_ + 0.08F + corner_ - 0.3F * fall, 8.95F},
              0.42F * likeness_.upperLip, 0.15F);
    const float lower =
        stick(p, {0, mouthY_ - 0.5F - fall, 8.90F},
              {2.15F * w, mouthY_ - 0.08F + corner_ - 0.4F * fall, 8.95F}, 0.50F * likeness_.lowerLip, 0.15F);
    return std::min(upper, lower);
}

float HeadShape::mouthLine(Vec3 face) const
{
    const Vec3 p = toBent(face);
    const float w = likeness_.mouthWidth * (1.0F + 0.12F * expression_.smile);
    const float line =
        stick(p, {0, mouthY_, 9.38F}, {2.5F * w, mouthY_ + corner_ - 0.4F * opened(), 9.15F}, 0.12F, 0.08F);
    if (opened() < 0.02F) {
        return line;
    }
    const Vec3 gap{1.75F * w, 0.72F * opened(), 1.0F};
    return std::min(line, ellipsoid(p, {0, mouthY_ - 0.62F * opened(), 9.0F}, gap));
}

float HeadShape::mouth(Vec3 p, float skin) const
{
    const float bound = sphere(p, {0, mouthY_ - 0.4F, 8}, 4.2F);
    if (bound > kNear) {
        return std::min(skin, bound);
    }
    return carve(blend(skin, lips(p), 0.3F), mouthLine(p), 0.12F);
}

/// Height above or below the line between the corners of the eye, negative between the lids.
float HeadShape::outsideLids(Vec3 q) const
{
    const float t = q.x / (kEyeWidth * likeness_.eyeSize);
    const float bow = 1.0F - t * t;
    return std::max(q.y - upperLid_ * bow, -lowerLid_ * bow - q.y);
}

/// The lids are a ball around the eyeball with an almond cut out of it.
float HeadShape::lids(Vec3 p, float skin) const
{
    const Vec3 q = toEye(p);
    const float reach = length(q);
    const float bound = reach - 2.1F * likeness_.eyeSize;
    if (bound > kNear) {
        return skin;
    }
    const float gap = std::max(std::max(0.75F * outsideLids(q), bound), 0.2F - q.z);
    return carve(blend(skin, reach - eyeRadius_ - 0.16F, 0.5F), gap, 0.06F);
}

float HeadShape::ears(Vec3 head, float skin) const
{
    const float size = likeness_.earSize, out = likeness_.earsOut;
    const float x = std::abs(head.x) - 7.0F * std::min(likeness_.headWidth, likeness_.faceWidth + 0.1F);
    const float bound = length(Vec3{x, head.y + 1, head.z + 1.2F}) - 3.4F * size;
    if (bound > kNear) {
        return std::min(skin, bound);
    }
    const float lean = 0.35F + 0.5F * out;
    const Vec3 q{x + lean * (head.z + 1.2F), head.y + 1, head.z + 1.2F};
    const float d = ellipsoid(q, {0.2F, 0, 0}, {0.7F, 3.0F * size, 1.7F * size});
    return blend(skin, carve(d, ellipsoid(q, {0.9F, 0.3F, 0.4F}, {0.8F, 1.8F * size, 0.9F * size}), 0.3F),
                 0.5F);
}

float HeadShape::beardCover(Vec3 p) const
{
    const float side = ramp(2.2F, 5.2F, p.x);
    const float top = mix(mouthY_ - 1.35F - 1.3F * opened(), -2.6F, side) + 0.8F * (noise(p * 1.7F) - 0.5F);
    return ramp(0.9F, -0.5F, p.y - top) * ramp(-1.5F, 0.5F, p.z) * ramp(-14.0F, -11.5F, p.y);
}

float HeadShape::moustacheCover(Vec3 p) const
{
    const float centre = mouthY_ + 1.15F - 0.10F * p.x * p.x;
    const float height = 0.55F - 0.08F * p.x;
    return ramp(height, 0.35F * height, std::abs(p.y - centre)) * ramp(3.2F, 2.4F, p.x) *
           ramp(6.0F, 7.0F, p.z);
}

float HeadShape::skin(Vec3 head, Vec3 body) const
{
    const Vec3 p = toFace(head);
    float d = blend(skull(head), face(p), 2.0F);
    d = ears(head, d);
    d = nose(p, d);
    d = mouth(p, d);
    d = lids(p, d);
    if (likeness_.beard > 0) {
        d -= 0.7F * likeness_.beard * beardCover(p);
    }
    if (likeness_.moustache > 0) {
        d -= 0.35F * likeness_.moustache * moustacheCover(p);
    }
    const float neck =
        stick(body, {0, -7, -3}, {0, -19, -4.5F}, 4.3F * likeness_.neckWidth, 4.9F * likeness_.neckWidth);
    return blend(d, neck, 1.2F);
}

float HeadShape::hairMass(Vec3 p) const
{
    const float more = likeness_.hairVolume;
    const Vec3 cap{7.4F * likeness_.headWidth + more, 8.2F * likeness_.headHeight + more, 9.4F + 0.7F * more};
    const float d = ellipsoid(p, {0, 4.0F, -1.2F}, cap);
    switch (likeness_.hairStyle) {
    case HairStyle::Bob: {
        const float curtain = ellipsoid(p, {0, -2, -2.2F}, {cap.x + 0.3F, 10.5F, 8.5F});
        return blend(d, std::max(curtain, -9.3F - p.y), 1.0F);
    }
    case HairStyle::Long: {
        const float neck = stick(p, {0, -9, 5}, {0, -26, 3}, 6.6F, 6.2F);
        return blend(d, carve(ellipsoid(p, {0, -8, -3.5F}, {cap.x + 0.8F, 16, 7.0F}), neck, 1.0F), 1.0F);
    }
    case HairStyle::Bun:
        return blend(d, sphere(p, {0, 13.2F, -3.5F}, 3.2F), 0.6F);
    case HairStyle::Bald:
    case HairStyle::Ring:
    case HairStyle::Crop:
    case HairStyle::Parted:
    case HairStyle::Curly:
        break;
    }
    return d;
}

/// What strands or curls add to the mass of hair.
float HeadShape::hairRelief(Vec3 p) const
{
    if (likeness_.hairStyle == HairStyle::Curly) {
        return 1.1F * (noise(p * 0.9F) - 0.5F) + 0.4F * (noise(p * 2.1F) - 0.5F);
    }
    if (likeness_.hairStyle == HairStyle::Crop) {
        return 1.2F * noise({p.x * 0.8F + 0.4F * p.y, p.y * 0.5F, p.z * 0.8F}) + 0.3F * noise(p * 2.3F) -
               0.5F;
    }
    return 0.22F * noise({std::atan2(p.x - 0.4F * likeness_.parting, p.z + 3) * 9, p.y * 0.35F, 1});
}

float HeadShape::hair(Vec3 p) const
{
    if (likeness_.hairStyle == HairStyle::Bald) {
        return 1e3F;
    }
    const float mass = hairMass(p);
    if (mass > 2.0F) {
        return mass - 1.0F;
    }
    constexpr float kHigh = 11.5F; ///< half the height of the window the face looks out of
    const float line = likeness_.hairline + likeness_.parting * 0.16F * p.x;
    const float ragged = 0.7F * (noise({p.x * 1.6F, p.y * 0.5F, p.z * 0.5F}) - 0.5F);
    const float window = ellipsoid(p, {0, line - kHigh, 9}, {6.5F + likeness_.hairSides, kHigh, 9.5F});
    float d = carve(mass - hairRelief(p), window + ragged, 0.4F);
    if (likeness_.hairStyle != HairStyle::Bob && likeness_.hairStyle != HairStyle::Long) {
        d = std::max(d, -1.2F + 0.6F * (p.z + 1) - p.y);
    }
    if (likeness_.hairStyle == HairStyle::Ring) {
        d = std::max(carve(d, ellipsoid(p, {0, 13, 3}, {9.5F, 9.0F, 14}), 0.8F), p.z - 1.5F + 2 * ragged);
    }
    return d;
}

float HeadShape::glasses(Vec3 p) const
{
    if (likeness_.glasses == GlassesStyle::None) {
        return 1e3F;
    }
    const float bound = ellipsoid(p, {3.5F, 0, 4}, {6.0F, 4.0F, 7.5F});
    if (bound > kNear) {
        return bound;
    }
    const float size = likeness_.glassesSize;
    const float plane = 8.9F - 0.03F * p.x * p.x;
    const bool round = likeness_.glasses == GlassesStyle::Round;
    const float w = (round ? 2.35F : 2.65F) * size, h = (round ? 2.25F : 1.75F) * size;
    const float rim = roundedRectangle(p.x - 3.2F, p.y + 0.25F, w, h, round ? 0.98F * h : 0.7F);
    float ring = std::max(std::abs(rim) - 0.17F * likeness_.frameWidth, std::abs(p.z - plane) - 0.16F);
    if (likeness_.glasses == GlassesStyle::HalfRim) {
        ring = std::max(ring, 0.2F - p.y);
    }
    const float bridge = stick(p, {0, 0.5F, 9.15F}, {3.2F - w, 0.3F, 8.9F}, 0.16F, 0.16F);
    const float temple = stick(p, {3.1F + w, 0.5F, plane - 0.2F}, {7.5F, 0.3F, -1.5F}, 0.17F, 0.17F);
    return std::min(ring, std::min(bridge, temple));
}

/// A pouch from the bridge of the nose to under the chin, and its loops around the ears.
float HeadShape::mask(Vec3 p) const
{
    if (!expression_.masked) {
        return 1e3F;
    }
    const Vec3 middle{0, -6.4F - 0.4F * likeness_.chinLength, 3.6F};
    const float pouch = ellipsoid(p, middle, {6.5F, 6.4F, 8.3F + std::max(likeness_.noseProjection, 0.0F)});
    const float top = p.y + 2.0F + 0.22F * p.x; // lower at the cheeks
    const float cloth = std::max({pouch, top, 1.5F - p.z});
    return std::min(cloth, stick(p, {5.6F, -3.4F, 2.5F}, {7.3F, -0.5F, -1.5F}, 0.12F, 0.12F));
}

float HeadShape::cloth(Vec3 body) const
{
    constexpr float kCollar = -13.5F;
    if (body.y > kCollar + 2) {
        return body.y - kCollar;
    }
    const Vec3 p = mirrored(body);
    const float shoulder = stick(p, {3.5F, -19.6F, -4.6F}, {14.5F, -22.5F, -5.5F}, 4.0F, 4.8F);
    const float chest = stick(p, {4.5F, -29, -4}, {5.0F, -75, -4}, 9.0F, 9.5F);
    const float arm = stick(p, {17.5F, -25, -5.5F}, {20, -50, -4}, 4.2F, 4.0F);
    const float neck = stick(body, {0, -10, -1.5F}, {0, -19.5F, -1.0F}, 5.3F, 4.6F);
    return carve(blend(blend(shoulder, chest, 3.0F), arm, 1.5F), neck, 0.4F);
}

float HeadShape::distance(Vec3 world) const
{
    const Vec3 body = world - origin_;
    const Vec3 head = rotation_.apply(body - kPivot) + kPivot;
    const float shirt = cloth(body);
    const float bound = sphere(head, {0, 0, -1}, likeness_.hairStyle == HairStyle::Long ? 26.0F : 18.0F);
    if (bound > 2.0F) {
        return std::min(shirt, bound);
    }
    return std::min(
        std::min({skin(head, body), hair(head), mask(toFace(head))}),
        std::min(shirt, std::min(glasses(toFace(head)), length(toFace(head) - eye_) - eyeRadius_)));
}

Material HeadShape::material(Vec3 world) const
{
    const Vec3 body = world - origin_;
    const Vec3 head = toHead(world), p = toFace(head);
    struct Candidate {
        float distance;
        Material material;
    };
    const Candidate all[]{{skin(head, body), Material::Skin}, {hair(head), Material::Hair},
                          {cloth(body), Material::Cloth},     {glasses(p), Material::Frame},
                          {mask(p), Material::Mask},          {length(p - eye_) - eyeRadius_, Material::Eye}};
    const auto nearest = std::min_element(std::begin(all), std::end(all),
                                          [](auto a, auto b) { return a.distance < b.distance; });
    if (nearest->material == Material::Skin && opened() > 0.05F && mouthLine(p) < 0.1F) {
        return Material::Mouth;
    }
    return nearest->material;
}

} // namespace madoguchi
