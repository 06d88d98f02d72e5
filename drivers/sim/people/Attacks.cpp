// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/Attacks.h"

#include "drivers/sim/people/Render.h"
#include "drivers/sim/people/Sensor.h"

#include <optional>

namespace madoguchi {

namespace {

constexpr int kWidth = 640, kHeight = 480;
constexpr float kFieldOfView = 0.62F, kArm = 57; ///< lens and distance of somebody at the desk
constexpr float kPi = 3.14159265F;

constexpr float kPrintAngle = 0.60F; ///< of a print in somebody's hands, who exaggerates

Sensor sensorOf(std::size_t moment)
{
    return {.exposure = 1, .blur = 0.75F, .noise = 2.2F, .seed = 101U + static_cast<std::uint32_t>(moment)};
}

View deskView()
{
    View view;
    view.width = kWidth;
    view.height = kHeight;
    view.fieldOfView = kFieldOfView;
    view.lighting = {.key = 0.78F, .fill = 0.28F, .ambient = 0.30F};
    return view;
}

/// A picture as light, looked up in centimetres on whatever it is printed or shown on.
class Surface {
public:
    /// `scale`: pixels of the picture to a centimetre of the surface; its middle lies at (0, 0).
    Surface(const Image& picture, float scale) : picture_{picture}, scale_{scale} {}

    [[nodiscard]] Vec3 at(float u, float v) const
    {
        const float x = std::clamp(static_cast<float>(picture_.width) / 2 + u * scale_, 0.0F,
                                   static_cast<float>(picture_.width) - 1.01F);
        const float y = std::clamp(static_cast<float>(picture_.height) / 2 - v * scale_, 0.0F,
                                   static_cast<float>(picture_.height) - 1.01F);
        const int left = static_cast<int>(x), top = static_cast<int>(y);
        const float fx = x - static_cast<float>(left), fy = y - static_cast<float>(top);
        return mix(mix(pixel(left, top), pixel(left + 1, top), fx),
                   mix(pixel(left, top + 1), pixel(left + 1, top + 1), fx), fy);
    }

private:
    [[nodiscard]] Vec3 pixel(int x, int y) const
    {
        const std::uint8_t* const p = picture_.row(y) + 3 * x;
        return {light(p[2]), light(p[1]), light(p[0])};
    }
    [[nodiscard]] static float light(std::uint8_t digit)
    {
        static const auto kLight = [] {
            std::array<float, 256> table{};
            for (std::size_t i = 0; i < table.size(); ++i) {
                table[i] = std::pow(static_cast<float>(i) / 255.0F, 2.2F);
            }
            return table;
        }();
        return kLight[digit];
    }

    const Image& picture_;
    float scale_;
};

/// Where a ray meets the thing that carries the picture, in centimetres on it, and how obliquely.
struct Meeting {
    float u, v, facing;
};

/// A sheet or a phone, flat, or bent around an upright axis behind it.
struct Sheet {
    float halfWidth, halfHeight;
    float distance; ///< of its middle from the lens
    float radius;   ///< of the bend; 0 = flat
    float yaw;

    [[nodiscard]] std::optional<Meeting> meet(Vec3 ray) const
    {
        // In the sheet's own space the axis it turns around is x = z = 0.
        const Rotation turn = madoguchi::turned(yaw, 0, 0);
        const Vec3 origin = turn.apply(Vec3{0, 0, distance + radius});
        const Vec3 r = turn.apply(ray);
        const auto met = radius > 0 ? bent(origin, r) : flat(origin, r);
        const bool on = met && std::abs(met->u) < halfWidth && std::abs(met->v) < halfHeight;
        return on ? met : std::nullopt;
    }

private:
    [[nodiscard]] static std::optional<Meeting> flat(Vec3 origin, Vec3 r)
    {
        const float t = -origin.z / r.z;
        return t > 0 ? std::optional{Meeting{origin.x + t * r.x, origin.y + t * r.y, std::abs(r.z)}}
                     : std::nullopt;
    }
    [[nodiscard]] std::optional<Meeting> bent(Vec3 origin, Vec3 r) const
    {
        const float a = r.x * r.x + r.z * r.z, b = origin.x * r.x + origin.z * r.z;
        const float c = origin.x * origin.x + origin.z * origin.z - radius * radius;
        const float root = b * b - a * c;
        if (root <= 0) {
            return {};
        }
        const float t = (-b - std::sqrt(root)) / a;
        const Vec3 p = origin + r * t;
        const float facing = -(p.x * r.x + p.z * r.z) / radius;
        return Meeting{radius * std::atan2(p.x, p.z), p.y, facing};
    }
};

/// The light of a whole picture; `lightAt` is given a pixel and its ray.
template<typename LightAt>
Image photographed(std::size_t moment, LightAt&& lightAt)
{
    const float slope = std::tan(kFieldOfView / 2) * 2 / static_cast<float>(kHeight);
    std::vector<Vec3> light;
    light.reserve(static_cast<std::size_t>(kWidth) * kHeight);
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            const Vec3 ray = unit({(static_cast<float>(x - kWidth / 2) + 0.5F) * slope,
                                   (static_cast<float>(kHeight / 2 - y) - 0.5F) * slope, -1});
            light.push_back(lightAt(x, y, ray));
        }
    }
    return expose(light, kWidth, kHeight, sensorOf(moment));
}

/// What is behind an attack: the room without anybody.
const Image& emptyRoom()
{
    static const Image kRoom = [] {
        View view = deskView();
        view.sensor = {.blur = 0, .noise = 0};
        return render(view, std::span<const Sitter>{});
    }();
    return kRoom;
}

Vec3 pixelOf(const Image& image, int x, int y)
{
    const Surface surface{image, 1};
    return surface.at(static_cast<float>(x - image.width / 2), static_cast<float>(image.height / 2 - y));
}

/// A picture of the holder as one finds it, sharp and from the front.
constexpr float kPhotoDistance = 100, kPhotoView = 0.34F;
constexpr int kPhotoHeight = 600;
Image photoOf(const Likeness& holder)
{
    View view;
    view.width = 480;
    view.height = kPhotoHeight;
    view.fieldOfView = kPhotoView;
    view.room = Room::Plain;
    view.lighting = {.key = 0.70F, .fill = 0.30F, .ambient = 0.30F};
    view.pose = {.distance = kPhotoDistance};
    view.sensor = {.blur = 0.6F, .noise = 1};
    return render(view, holder);
}

float photoScale() ///< its pixels to a centimetre of the head in it
{
    return kPhotoHeight / (2 * kPhotoDistance * std::tan(kPhotoView / 2));
}
float deskScale()
{
    return kHeight / (2 * kArm * std::tan(kFieldOfView / 2));
}

Image printed(const Image& photo, const Sheet& sheet, std::size_t moment)
{
    const Surface surface{photo, photoScale()};
    return photographed(moment, [&](int x, int y, Vec3 ray) {
        const auto met = sheet.meet(ray);
        // Paper is never quite black, and darker where it turns away.
        return met ? (surface.at(met->u, met->v) * 0.93F + Vec3{0.02F, 0.02F, 0.02F}) *
                         (0.75F + 0.25F * met->facing)
                   : pixelOf(emptyRoom(), x, y);
    });
}

/// A screen's columns of red, green and blue, as far as the pixel at `u` is not wider than they are.
Vec3 stripes(float u, float v, float pitch, float pixel)
{
    constexpr int kParts = 4; // of a camera's pixel
    Vec3 sum;
    for (int i = 0; i < kParts; ++i) {
        const float phase = 2 * kPi * (u + pixel * (static_cast<float>(i) + 0.5F) / kParts) / pitch;
        sum = sum +
              Vec3{1 + std::cos(phase), 1 + std::cos(phase - 2 * kPi / 3), 1 + std::cos(phase + 2 * kPi / 3)};
    }
    return sum * ((0.8F + 0.2F * std::cos(2 * kPi * v / pitch)) / kParts);
}

Image shown(const Image& picture, float scale, float yaw, float screen, std::size_t moment)
{
    constexpr float kNear = 22, kReduced = 0.39F; // a phone of 7 cm, so near that the face looks life-size
    const float pixel = 2 * kNear * std::tan(kFieldOfView / 2) / kHeight;
    const float pitch = pixel * mix(0.6F, 2.2F, screen);
    const Surface surface{picture, scale / kReduced};
    const Sheet phone{.halfWidth = 3.6F, .halfHeight = 7.6F, .distance = kNear, .radius = 0, .yaw = yaw};
    return photographed(moment, [&](int x, int y, Vec3 ray) {
        const auto met = phone.meet(ray);
        if (!met) {
            return pixelOf(emptyRoom(), x, y);
        }
        const bool rim = std::abs(met->u) > 3.45F || std::abs(met->v) > 7.2F;
        return rim ? Vec3{0.01F, 0.01F, 0.01F}
                   : surface.at(met->u, met->v) * stripes(met->u, met->v, pitch, pixel) * 1.05F;
    });
}

bool isCutOut(const Meeting& met)
{
    const float across = met.u / 7.5F, up = (met.v + 2) / 10.5F;
    const bool eye = length({(std::abs(met.u) - 3.15F) / 1.5F, met.v / 1.0F, 0}) < 1;
    return across * across + up * up > 1 || eye;
}

Image worn(const Image& photo, const Image& attacker, float yaw, std::size_t moment)
{
    constexpr float kHead = 9.5F;
    const Surface surface{photo, photoScale()};
    const Sheet mask{.halfWidth = 8, .halfHeight = 13, .distance = kArm - kHead, .radius = kHead, .yaw = yaw};
    return photographed(moment, [&](int x, int y, Vec3 ray) {
        const auto met = mask.meet(ray);
        return met && !isCutOut(*met) ? surface.at(met->u, met->v) * (0.75F + 0.22F * met->facing)
                                      : pixelOf(attacker, x, y);
    });
}

} // namespace

std::vector<Image> headTurn(const Likeness& persona, Turn turn)
{
    std::vector<Image> pictures;
    for (std::size_t moment = 0; moment < kTurnCourse.size(); ++moment) {
        View view = deskView();
        view.pose = turnedHead(moment, turn, kArm);
        view.expression = eyesBehind(view.pose);
        view.sensor = sensorOf(moment);
        pictures.push_back(render(view, persona));
    }
    return pictures;
}

std::vector<Image> attack(AttackSpecies species, const Likeness& holder, Turn turn,
                          std::span<const Image> holders, std::span<const Image> attackers, float screen)
{
    const Image photo = photoOf(holder);
    const Sheet paper{.halfWidth = 10.5F, .halfHeight = 14.8F, .distance = kArm - 9, .radius = 0, .yaw = 0};
    std::vector<Image> pictures;
    for (std::size_t moment = 0; moment < kTurnCourse.size(); ++moment) {
        const float yaw = turnYaw(moment, turn, kPrintAngle);
        Sheet sheet = paper;
        sheet.yaw = yaw;
        switch (species) {
        case AttackSpecies::FlatPrint:
            pictures.push_back(printed(photo, sheet, moment));
            break;
        case AttackSpecies::BentPrint:
            sheet.radius = 12;
            pictures.push_back(printed(photo, sheet, moment));
            break;
        case AttackSpecies::PhoneStill:
            pictures.push_back(shown(photo, photoScale(), yaw, screen, moment));
            break;
        case AttackSpecies::PhoneVideo:
            pictures.push_back(shown(holders[moment], deskScale(), 0, screen, moment));
            break;
        case AttackSpecies::CutOutMask:
            pictures.push_back(worn(photo, attackers[moment], turnYaw(moment, turn, kHeadAngle), moment));
            break;
        }
    }
    return pictures;
}

} // namespace madoguchi
