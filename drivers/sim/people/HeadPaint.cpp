// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/HeadPaint.h"

#include "drivers/sim/people/Noise.h"
#include "drivers/sim/people/Solids.h"

namespace madoguchi {

namespace {

/// Distance from a segment in the face's front plane.
float stroke(float x, float y, Vec3 a, Vec3 b)
{
    return stick({x, y, 0}, {a.x, a.y, 0}, {b.x, b.y, 0}, 0, 0);
}

/// From the nose past the corners of the mouth, and from there to the chin.
float smileFolds(Vec3 p)
{
    const float cheek = stroke(p.x, p.y, {1.9F, -4.1F, 0}, {3.1F, -6.9F, 0});
    const float chin = stroke(p.x, p.y, {2.9F, -7.2F, 0}, {2.7F, -8.6F, 0});
    return std::max(0.7F * ramp(0.35F, 0.0F, cheek), 0.5F * ramp(0.3F, 0.0F, chin));
}

/// Broken waves across the forehead.
float foreheadLines(Vec3 p)
{
    const float wave = std::abs(std::sin((p.y + 0.2F * std::cos(p.x * 0.9F)) * 2.7F));
    const float broken = ramp(0.3F, 0.6F, noise({p.x * 0.7F, p.y * 1.3F, 4}));
    const float area = ramp(4.4F, 2.0F, p.x) * ramp(7.4F, 6.2F, p.y) * ramp(3.1F, 3.3F, p.y);
    return 0.45F * broken * ramp(0.30F, 0.0F, wave) * area;
}

/// A fan beside the eye; `p` is relative to the eye's outer corner.
float crowsFeet(Vec3 p)
{
    if (p.x <= 0) {
        return 0;
    }
    const float fan = std::abs(std::sin(std::atan2(p.y, p.x + 0.4F) * 5));
    return 0.5F * ramp(0.35F, 0.0F, fan) * ramp(1.4F, 0.6F, p.x) * ramp(1.4F, 0.6F, std::abs(p.y));
}

} // namespace

Coat HeadPaint::at(Vec3 world) const
{
    const Vec3 head = shape_.toHead(world);
    switch (shape_.material(world)) {
    case Material::Eye:
        return eye(head);
    case Material::Hair:
        return hair(head);
    case Material::Frame:
        return {likeness_.frame, 0.6F, 40, 0};
    case Material::Cloth:
        return {likeness_.shirt * (0.85F + 0.3F * noise(head * 6)), 0.02F, 8, 0};
    case Material::Mask: {
        const float pleat = std::abs(std::sin(shape_.toFace(head).y * 1.9F));
        return {likeness_.mask * (0.90F + 0.10F * ramp(0.0F, 0.3F, pleat)), 0.05F, 10, 0.1F};
    }
    case Material::Mouth:
        return {{0.05F, 0.012F, 0.012F}, 0.05F, 20, 0};
    case Material::Skin:
        break;
    }
    return skin(head);
}

/// How much brow there is here, hair by hair.
float HeadPaint::brow(Vec3 p) const
{
    const Likeness& who = likeness_;
    const float t = (p.x - 1.15F) / who.browLength;
    if (t < -0.15F || t > 1.1F || p.z < 2) {
        return 0;
    }
    const float centre = 2.15F + who.browHeight + who.eyeHeight +
                         who.browArch * 4 * t * (1 - t) * (0.6F + 0.5F * t) + who.browTilt * (t - 0.4F);
    const float half = who.browThickness * (1.0F - 0.65F * std::max(t, 0.0F)) * ramp(-0.15F, 0.12F, t);
    const float edge = ramp(half + 0.10F, half - 0.08F, std::abs(p.y - centre)) * ramp(1.1F, 0.85F, t);
    const float strand = noise({p.x * 9 + p.y * 6, p.y * 4 - p.x * 5, 2});
    return edge * std::min(1.0F, who.browDensity * (0.8F + 0.35F * strand));
}

/// Folds of age, as darkening from 0 to 1.
float HeadPaint::lines(Vec3 p) const
{
    if (likeness_.wrinkles <= 0 || p.z < 1) {
        return 0;
    }
    const Vec3 corner{p.x - likeness_.eyeSpacing - 1.7F, p.y - likeness_.eyeHeight, 0};
    return likeness_.wrinkles * std::max({smileFolds(p), foreheadLines(p), crowsFeet(corner)});
}

/// Lashes, the fold of the lid, and what lies under the eye.
Vec3 HeadPaint::aroundEye(Vec3 p, Vec3 colour) const
{
    const Vec3 q = shape_.toEye(p);
    const float size = likeness_.eyeSize;
    if (length(q) > 2.9F * size || q.z < 0) {
        return colour;
    }
    const float off = shape_.outsideLids(q);
    const bool upper = q.y > -0.05F * std::abs(q.x);
    const float across = q.x / (1.42F * size);
    const float width = ramp(1.15F, 0.95F, std::abs(across));
    const float lash = upper ? ramp(0.20F + 0.05F * across, 0.06F, off) : 0.55F * ramp(0.10F, 0.0F, off);
    colour = mix(colour, {0.012F, 0.009F, 0.008F}, 0.95F * width * lash);
    const float crease =
        std::abs(q.y - (shape_.upperLid() + 0.02F) * (1 - 0.7F * across * across) - 0.36F * size);
    colour = mix(colour, colour * 0.3F,
                 likeness_.lidFold * ramp(0.12F, 0.02F, crease) * ramp(1.1F, 0.7F, std::abs(across)));
    const float bag = std::abs(length(Vec3{q.x * 0.85F, q.y - 0.25F, 0}) - 1.45F * size);
    return mix(colour, colour * Vec3{0.50F, 0.42F, 0.46F},
               likeness_.eyeBags * ramp(0.35F, 0.0F, bag) * ramp(-0.3F, -0.9F, q.y));
}

Vec3 HeadPaint::whiskers(Vec3 p, Vec3 head, Vec3 colour) const
{
    const float area = shape_.beardCover(p), lip = shape_.moustacheCover(p);
    const float grain = 0.55F + 0.6F * noise({head.x * 6, head.y * 3, head.z * 6});
    colour = mix(colour, colour * Vec3{0.45F, 0.50F, 0.58F},
                 likeness_.stubble * 0.8F * std::max(area, lip) * (0.6F + 0.5F * noise(head * 9)));
    const float cover =
        std::max(area * ramp(0.0F, 0.25F, likeness_.beard), lip * ramp(0.0F, 0.25F, likeness_.moustache));
    return mix(colour, likeness_.hair * (0.5F + grain), 0.95F * cover);
}

Coat HeadPaint::skin(Vec3 head) const
{
    const Vec3 p = shape_.toFace(head);
    Vec3 colour = likeness_.skin * (0.93F + 0.10F * noise(head * 2.2F) + 0.06F * noise(head * 9));
    const float cheek = length(Vec3{p.x - 4.1F, (p.y + 3.2F) * 0.9F, 0});
    const float flush = likeness_.blush *
                        std::max(ramp(3.0F, 0.5F, cheek), ramp(2.2F, 0.6F, length(Vec3{p.x, p.y + 4, 0}))) *
                        ramp(1.0F, 4.0F, p.z);
    colour = mix(colour, colour * Vec3{1.12F, 0.78F, 0.74F}, flush);
    const float speck = noise(head * 3.4F) * noise(head * 1.1F + Vec3{7, 3, 1});
    colour = mix(colour, colour * Vec3{0.55F, 0.42F, 0.36F}, likeness_.spots * ramp(0.42F, 0.56F, speck));
    colour = aroundEye(p, colour);
    colour = mix(colour, colour * Vec3{0.38F, 0.28F, 0.25F}, lines(p));
    colour = whiskers(p, head, colour);
    const float lip = p.z > 5 ? ramp(0.14F, -0.02F, shape_.lips(p)) : 0.0F;
    colour = mix(colour, likeness_.lips, likeness_.lipColour * lip);
    if (p.z > 5) {
        colour = mix(colour, {0.035F, 0.01F, 0.01F}, 0.9F * ramp(0.16F, 0.03F, shape_.mouthLine(p)));
        colour = mix(colour, {0.02F, 0.007F, 0.006F}, ramp(0.14F, 0.02F, shape_.nostril(p)));
    }
    colour = mix(colour, likeness_.hair, brow(p));
    return {colour, likeness_.gloss * (0.6F + 0.5F * lip), 18, 0.25F};
}

Coat HeadPaint::eye(Vec3 head) const
{
    const Vec3 p = shape_.toFace(head);
    const Vec3 q = shape_.toEye(p);
    const float side = head.x + likeness_.crooked * head.y > 0 ? 1.0F : -1.0F;
    const Vec3 gaze = unit({side * std::sin(expression_.gazeX) - 0.03F, std::sin(expression_.gazeY), 1});
    const float angle = std::acos(std::clamp(dot(unit(q), gaze), -1.0F, 1.0F));
    Vec3 colour = mix(Vec3{0.70F, 0.66F, 0.63F}, Vec3{0.55F, 0.32F, 0.28F}, ramp(0.8F, 1.4F, std::abs(q.x)));
    const float spoke = 0.7F + 0.6F * noise({std::atan2(q.y, q.x) * 6, angle * 4, side});
    colour = mix(colour, likeness_.iris * spoke, ramp(0.48F, 0.44F, angle));
    colour = mix(colour, {0.004F, 0.004F, 0.004F},
                 std::max(ramp(0.19F, 0.16F, angle), 0.6F * ramp(0.06F, 0.0F, std::abs(angle - 0.46F))));
    const float shadow = ramp(-0.02F, -0.28F, q.y - shape_.upperLid());
    return {colour * (0.25F + 0.75F * shadow), 0.9F, 120, 0};
}

Coat HeadPaint::hair(Vec3 head) const
{
    const float around = std::atan2(head.x - 0.4F * likeness_.parting, head.z + 3) * 9;
    const float strand = noise({around, head.y * 0.25F, head.z * 0.2F}) * 0.6F +
                         noise({around * 3.1F, head.y * 0.5F, 5}) * 0.4F;
    const float grain = likeness_.hairGrain;
    return {likeness_.hair * (1.0F - 0.5F * grain + 1.1F * grain * strand), 0.18F * (0.5F + strand), 14, 0};
}

} // namespace madoguchi
