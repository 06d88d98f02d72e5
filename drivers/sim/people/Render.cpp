// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/Render.h"

#include "drivers/sim/people/HeadPaint.h"
#include "drivers/sim/people/Noise.h"
#include "drivers/sim/people/Sensor.h"
#include "drivers/sim/people/Solids.h"

#include <memory>
#include <optional>
#include <vector>

namespace madoguchi {

namespace {

constexpr float kShortened = 0.85F; ///< joined and sheared distances are a little too long
constexpr int kSteps = 72;
constexpr int kBlock = 8; ///< pixels whose rays share their free way
constexpr float kFarthest = 250;

/// Somebody's solids and colours, kept at one address because the one refers to the other.
struct Figure {
    Figure(const Likeness& persona, const View& view)
        : shape{persona, view}, paint{persona, shape, view.expression}
    {
    }
    HeadShape shape;
    HeadPaint paint;
};

Vec3 background(Room room, float u, float v)
{
    const Vec3 wall{0.58F, 0.57F, 0.53F};
    if (room == Room::Plain) {
        return Vec3{0.55F, 0.60F, 0.66F} * (0.95F + 0.08F * v);
    }
    const float shade = 0.85F + 0.25F * v;
    if (room == Room::Corridor) {
        const float door = roundedRectangle(u + 0.45F, v + 0.25F, 0.22F, 0.75F, 0.02F);
        const float lamp = roundedRectangle(u - 0.5F, v - 0.62F, 0.28F, 0.06F, 0.02F);
        return mix(mix(Vec3{0.40F, 0.43F, 0.45F} * shade, {0.22F, 0.15F, 0.10F}, ramp(0.03F, -0.03F, door)),
                   {0.95F, 0.95F, 0.9F}, ramp(0.05F, -0.03F, lamp));
    }
    const float board = roundedRectangle(u - 0.62F, v - 0.15F, 0.2F, 0.3F, 0.02F);
    const float desk = v + 0.55F + 0.05F * u;
    const float plant = length(Vec3{u + 0.72F, (v + 0.2F) * 0.7F, 0}) - 0.16F;
    Vec3 colour = mix(wall * shade, {0.30F, 0.36F, 0.42F}, ramp(0.03F, -0.03F, board));
    colour = mix(colour, {0.10F, 0.19F, 0.09F}, ramp(0.06F, -0.06F, plant));
    return mix(colour, {0.35F, 0.24F, 0.15F}, ramp(0.04F, -0.04F, desk));
}

float nearest(std::span<const Figure* const> figures, Vec3 p, const Figure*& which)
{
    float d = 1e3F;
    for (const Figure* figure : figures) {
        const float own = figure->shape.distance(p);
        if (own < d) {
            d = own;
            which = figure;
        }
    }
    return d;
}

Vec3 normal(const HeadShape& shape, Vec3 p)
{
    constexpr float kStep = 0.03F;
    Vec3 sum{};
    for (const Vec3 corner : {Vec3{1, -1, -1}, Vec3{-1, -1, 1}, Vec3{-1, 1, -1}, Vec3{1, 1, 1}}) {
        sum = sum + corner * shape.distance(p + corner * kStep);
    }
    return unit(sum);
}

/// 1 in the open, 0 where the lamp is hidden, between at the edge of a shadow.
float lit(const HeadShape& shape, Vec3 p, Vec3 towards)
{
    float open = 1;
    float t = 0.25F + 0.2F * noise(p * 31);
    for (int i = 0; i < 16 && t < 14 && open > 0.02F; ++i) {
        const float d = shape.distance(p + towards * t);
        open = std::min(open, 0.5F + 4 * d / t);
        t += std::clamp(d, 0.2F, 2.0F);
    }
    return ramp(0.0F, 1.0F, open);
}

/// How much of the room a point sees, from how fast the distance grows along the normal.
float openness(const HeadShape& shape, Vec3 p, Vec3 n)
{
    float hidden = 0;
    for (const float t : {0.4F, 1.0F, 2.2F}) {
        hidden += (t - shape.distance(p + n * t)) / t * 0.4F;
    }
    return std::clamp(1.0F - hidden, 0.15F, 1.0F);
}

Vec3 shade(const Figure& figure, const Lighting& light, Vec3 p, Vec3 ray)
{
    const Vec3 n = normal(figure.shape, p);
    const Coat coat = figure.paint.at(p);
    const Vec3 towards = unit(light.keyDirection);
    const float facing = dot(n, towards);
    const float seen = facing > -0.3F ? lit(figure.shape, p + n * 0.05F, towards) : 0.0F;
    const float open = openness(figure.shape, p, n);
    const float direct = std::max((facing + coat.soft) / (1 + coat.soft), 0.0F) * seen * light.key;
    const float fill = std::max(dot(n, unit({-light.keyDirection.x, 0.1F, 1})), 0.0F) * light.fill * open;
    const float sky = (0.65F + 0.35F * n.y) * light.ambient * open;
    const Vec3 half = unit(towards - ray);
    const float shine =
        coat.gloss * std::pow(std::max(dot(n, half), 0.0F), coat.sharp) * seen * light.key * 0.35F;
    const Vec3 warm = mix(Vec3{1, 1, 1}, {1.08F, 0.92F, 0.86F}, coat.soft * 2 * (1 - std::abs(facing)));
    return (coat.colour * warm * (direct + fill + sky) + Vec3{shine, shine, shine}) * light.colour;
}

/// How far a bundle of rays around `ray`, `spread` wide per unit of length, travels before one could touch
/// anybody.
float freeWay(std::span<const Figure* const> figures, Vec3 ray, float spread)
{
    float start = kFarthest;
    for (const Figure* figure : figures) {
        start = std::min(start, -figure->shape.worldOrigin().z - 15);
    }
    float t = std::max(start, 5.0F);
    const Figure* which = nullptr;
    for (int i = 0; i < kSteps && t < kFarthest; ++i) {
        const float d = nearest(figures, ray * t, which) - spread * t;
        if (d < 0.05F) {
            break;
        }
        t += d * kShortened;
    }
    return t;
}

/// The light that comes along `ray`, free until `t`, if it meets anybody.
std::optional<Vec3> trace(const Lighting& light, std::span<const Figure* const> figures, Vec3 ray, float t)
{
    float farEnd = 0;
    for (const Figure* figure : figures) {
        farEnd = std::max(farEnd, -figure->shape.worldOrigin().z + 16);
    }
    const Figure* which = nullptr;
    for (int i = 0; i < kSteps && t < farEnd; ++i) {
        const float d = nearest(figures, ray * t, which);
        if (d < 0.012F) {
            t += nearest(figures, ray * (t + d * kShortened), which) + d * kShortened;
            return shade(*which, light, ray * t, ray);
        }
        t += d * kShortened;
    }
    return {};
}

/// The lens: which way a pixel looks, and where on the wall behind it would fall.
class Lens {
public:
    explicit Lens(const View& view)
        : slope_{std::tan(view.fieldOfView / 2)}, scale_{2.0F / static_cast<float>(view.height)},
          middleX_{static_cast<float>(view.width) / 2}, middleY_{static_cast<float>(view.height) / 2}
    {
    }

    [[nodiscard]] float u(float x) const { return (x - middleX_) * scale_; }
    [[nodiscard]] float v(float y) const { return (middleY_ - y) * scale_; }
    [[nodiscard]] Vec3 ray(float x, float y) const { return unit({u(x) * slope_, v(y) * slope_, -1}); }
    [[nodiscard]] float pixel() const { return slope_ * scale_; } ///< its width per unit of length

private:
    float slope_, scale_, middleX_, middleY_;
};

/// Renders the block of pixels at (left, top). All its rays start where the bundle of them stopped being
/// free.
void renderBlock(const View& view, const Lens& lens, std::span<const Figure* const> figures, int left,
                 int top, std::span<Vec3> light)
{
    constexpr float kHalf = kBlock / 2.0F;
    const Vec3 middle = lens.ray(static_cast<float>(left) + kHalf, static_cast<float>(top) + kHalf);
    const float start = freeWay(figures, middle, lens.pixel() * kHalf * 1.5F);
    const float daylight = 0.5F * (view.lighting.ambient + view.lighting.key);
    for (int y = top; y < std::min(top + kBlock, view.height); ++y) {
        for (int x = left; x < std::min(left + kBlock, view.width); ++x) {
            const float px = static_cast<float>(x) + 0.5F, py = static_cast<float>(y) + 0.5F;
            const auto at = static_cast<std::size_t>(y) * static_cast<std::size_t>(view.width) +
                            static_cast<std::size_t>(x);
            const auto met = trace(view.lighting, figures, lens.ray(px, py), start);
            light[at] =
                met.value_or(background(view.room, lens.u(px), lens.v(py)) * view.lighting.colour * daylight);
        }
    }
}

} // namespace

Image render(const View& view, std::span<const Sitter> sitters)
{
    std::vector<std::unique_ptr<Figure>> figures;
    std::vector<const Figure*> present;
    for (const Sitter& sitter : sitters) {
        View own = view;
        own.pose = sitter.pose;
        own.expression = sitter.expression;
        present.push_back(figures.emplace_back(std::make_unique<Figure>(*sitter.persona, own)).get());
    }
    std::vector<Vec3> light(static_cast<std::size_t>(view.width) * static_cast<std::size_t>(view.height));
    const Lens lens{view};
    for (int top = 0; top < view.height; top += kBlock) {
        for (int left = 0; left < view.width; left += kBlock) {
            renderBlock(view, lens, present, left, top, light);
        }
    }
    return expose(light, view.width, view.height, view.sensor);
}

Image render(const View& view, const Likeness& persona)
{
    const Sitter sitter{&persona, view.pose, view.expression};
    return render(view, std::span{&sitter, 1});
}

} // namespace madoguchi
