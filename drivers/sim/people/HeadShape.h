// SPDX-License-Identifier: Apache-2.0
// The solids of one person in one pose: how far a point is from them, and which of them it is on. Head space
// is centimetres, x to the picture's right, y up, z to the lens, origin between the eyes above the ear
// canals. The head is modelled as one half and mirrored, then sheared a little, because no face is symmetric.
#pragma once

#include "drivers/sim/people/Likeness.h"
#include "drivers/sim/people/View.h"

namespace madoguchi {

enum class Material : std::uint8_t { Skin, Eye, Hair, Frame, Cloth, Mouth, Mask };

class HeadShape {
public:
    HeadShape(const Likeness& likeness, const View& view);

    /// Distance of a point of the world from the person; never much too far.
    [[nodiscard]] float distance(Vec3 world) const;
    [[nodiscard]] Material material(Vec3 world) const;

    [[nodiscard]] Vec3 toHead(Vec3 world) const;
    [[nodiscard]] Vec3 worldOrigin() const { return origin_; }

    /// Places the painter needs, in the face's own mirrored space (see toFace).
    [[nodiscard]] Vec3 toFace(Vec3 head) const;
    [[nodiscard]] Vec3 toEye(Vec3 face) const; ///< relative to the eyeball, tilted with it
    /// How far a point relative to the eye is beyond the edge of the nearer lid, seen from the front.
    [[nodiscard]] float outsideLids(Vec3 eye) const;
    [[nodiscard]] float upperLid() const { return upperLid_; } ///< its height over the middle of the eye
    [[nodiscard]] float lips(Vec3 face) const;
    [[nodiscard]] float mouthLine(Vec3 face) const;
    [[nodiscard]] float nostril(Vec3 face) const;
    /// 0 to 1: how much beard and moustache grow here.
    [[nodiscard]] float beardCover(Vec3 face) const;
    [[nodiscard]] float moustacheCover(Vec3 face) const;

private:
    [[nodiscard]] float skull(Vec3 head) const;
    [[nodiscard]] float face(Vec3 face) const;
    [[nodiscard]] float nose(Vec3 face, float skin) const;
    [[nodiscard]] float mouth(Vec3 face, float skin) const;
    [[nodiscard]] float lids(Vec3 face, float skin) const;
    [[nodiscard]] float ears(Vec3 head, float skin) const;
    [[nodiscard]] float skin(Vec3 head, Vec3 body) const;
    [[nodiscard]] float hair(Vec3 head) const;
    [[nodiscard]] float hairMass(Vec3 head) const;
    [[nodiscard]] float hairRelief(Vec3 head) const;
    [[nodiscard]] float glasses(Vec3 face) const;
    [[nodiscard]] float mask(Vec3 face) const;
    [[nodiscard]] float cloth(Vec3 body) const;
    [[nodiscard]] Vec3 toBent(Vec3 face) const;
    [[nodiscard]] float opened() const { return expression_.mouthOpen; }

    const Likeness& likeness_;
    Expression expression_;
    Rotation rotation_;
    Vec3 origin_, eye_;
    float eyeRadius_, upperLid_, lowerLid_, tiltCos_, tiltSin_, mouthY_, corner_, noseY_, noseZ_;
};

} // namespace madoguchi
