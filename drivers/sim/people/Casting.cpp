// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/Casting.h"

#include <array>
#include <cstddef>

namespace madoguchi {

namespace {

struct Moment {
    Pose pose;
    Expression expression;
};

/// From the door to the desk: too far, looking aside, nearly there.
constexpr std::array kComing{
    Moment{{0.25F, 0.0F, 0.02F, -14, 1, 165}, {}},
    Moment{{0.70F, -0.05F, 0.03F, -8, 1, 130}, {.gazeX = 0.3F}},
    Moment{{0.85F, -0.10F, 0.0F, -4, 0, 82}, {.gazeX = 0.3F}},
    Moment{{0.35F, -0.28F, 0.03F, -1, -1, 66}, {.gazeY = -0.3F}},
};
constexpr int kLoopFrom = 1 + static_cast<int>(kComing.size());

/// In front of the lens. The end joins the beginning without a jump.
constexpr std::array kStaying{
    Moment{{0.05F, -0.03F, 0.02F, 0.3F, -0.2F, 57}, {}},
    Moment{{0.03F, -0.02F, 0.02F, 0.2F, -0.1F, 56}, {}},
    Moment{{0.01F, 0.00F, 0.01F, 0.1F, 0.0F, 55.5F}, {}},
    Moment{{0.00F, 0.01F, 0.00F, 0.0F, 0.1F, 55.5F}, {.blink = 0.5F}},
    Moment{{-0.01F, 0.01F, 0.00F, 0.0F, 0.1F, 55.5F}, {.blink = 1}},
    Moment{{-0.02F, 0.01F, 0.00F, -0.1F, 0.1F, 55.5F}, {.blink = 0.2F}},
    Moment{{-0.04F, 0.00F, -0.01F, -0.2F, 0.0F, 56}, {.smile = 0.2F}},
    Moment{{-0.10F, 0.00F, -0.01F, -0.3F, 0.0F, 56}, {.smile = 0.3F}},
    Moment{{-0.18F, -0.01F, -0.02F, -0.4F, 0.0F, 56.5F}, {.gazeX = 0.10F}},
    Moment{{-0.22F, -0.01F, -0.02F, -0.4F, 0.0F, 56.5F}, {.gazeX = 0.10F}},
    Moment{{-0.12F, -0.01F, -0.01F, -0.2F, -0.1F, 56.5F}, {}},
    Moment{{-0.02F, -0.02F, 0.00F, 0.0F, -0.1F, 56.5F}, {.mouthOpen = 0.15F}},
    Moment{{0.08F, -0.02F, 0.01F, 0.2F, -0.2F, 57}, {.mouthOpen = 0.1F}},
    Moment{{0.18F, -0.03F, 0.02F, 0.4F, -0.2F, 57}, {.gazeX = -0.10F}},
    Moment{{0.22F, -0.03F, 0.03F, 0.4F, -0.2F, 57}, {.gazeX = -0.10F}},
    Moment{{0.12F, -0.03F, 0.02F, 0.4F, -0.2F, 57}, {}},
};

/// A different number for each persona, so that no two stand in exactly the same light.
float chance(const Likeness& persona, unsigned which)
{
    unsigned h = 2166136261U + which * 977U;
    for (const char c : persona.name) {
        h = (h ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return static_cast<float>((h >> 8) & 1023U) / 1023.0F;
}

View deskView(const Likeness& persona)
{
    View view;
    view.lighting.keyDirection = {mix(-0.7F, 0.7F, chance(persona, 1)), 0.65F, 0.9F};
    view.lighting.key = 0.78F;
    view.lighting.fill = 0.28F;
    view.lighting.ambient = 0.30F;
    view.lighting.colour = mix(Vec3{1.04F, 1.0F, 0.93F}, Vec3{0.95F, 1.0F, 1.03F}, chance(persona, 2));
    view.room = chance(persona, 3) < 0.6F ? Room::Reception : Room::Corridor;
    view.sensor = {.exposure = mix(0.92F, 1.08F, chance(persona, 4)), .blur = 0.75F, .noise = 0};
    return view;
}

Shot shot(View view, const Likeness& persona, const Moment& moment)
{
    view.pose = moment.pose;
    view.expression = moment.expression;
    return {view, {Sitter{&persona, moment.pose, moment.expression}}};
}

Sequence still(std::string folder, const View& view,
               const std::vector<std::pair<const Likeness*, Pose>>& people, bool masked = false)
{
    Sequence sequence{.folder = std::move(folder), .shots = {}, .loopFrom = 0};
    for (const Moment& moment : {kStaying[0], kStaying[1], kStaying[2], kStaying[4]}) {
        Shot next{view, {}};
        for (auto [persona, pose] : people) {
            pose.x += moment.pose.x;
            pose.y += moment.pose.y;
            next.sitters.push_back({persona, pose, moment.expression});
            next.sitters.back().expression.masked = masked;
        }
        sequence.shots.push_back(std::move(next));
    }
    return sequence;
}

} // namespace

Shot chipPhoto(const Likeness& persona)
{
    View view;
    view.width = 320;
    view.height = 400;
    view.fieldOfView = 0.34F;
    view.room = Room::Plain;
    view.lighting = {.keyDirection = {mix(-0.25F, 0.25F, chance(persona, 5)), 0.5F, 1},
                     .key = 0.62F,
                     .fill = 0.32F,
                     .ambient = 0.32F,
                     .colour = {1, 1, 1}};
    view.sensor = {.exposure = 1.02F, .blur = 0.6F, .noise = 1.5F, .seed = 7};
    const Pose pose{mix(-0.04F, 0.04F, chance(persona, 6)),
                    mix(-0.02F, 0.03F, chance(persona, 7)),
                    mix(-0.02F, 0.02F, chance(persona, 8)),
                    0,
                    -0.6F,
                    100};
    return shot(view, persona, {pose, {}});
}

Sequence atTheDesk(const Likeness& persona)
{
    const View view = deskView(persona);
    Sequence sequence{
        .folder = persona.name + '/' + kLiveFolder, .shots = {Shot{view, {}}}, .loopFrom = kLoopFrom};
    for (const Moment& moment : kComing) {
        sequence.shots.push_back(shot(view, persona, moment));
    }
    for (const Moment& moment : kStaying) {
        sequence.shots.push_back(shot(view, persona, moment));
    }
    return sequence;
}

Sequence turningAside(const Likeness& persona, Turn turn)
{
    constexpr int kTenthOfASecond = 3; // frames
    Sequence sequence{.folder = persona.name + '/' + folderOf(turn),
                      .shots = {},
                      .loopFrom = kTurnedFrom,
                      .hold = kTenthOfASecond};
    for (std::size_t moment = 0; moment < kTurnCourse.size(); ++moment) {
        const Pose pose = turnedHead(moment, turn, kStaying[0].pose.distance);
        sequence.shots.push_back(shot(deskView(persona), persona, {pose, eyesBehind(pose)}));
    }
    return sequence;
}

const char* folderOf(Turn turn)
{
    return turn == Turn::ToTheirLeft ? "turn-left" : "turn-right";
}

std::vector<Sequence> troubles(const Likeness& persona, const Likeness& other)
{
    const View view = deskView(persona);
    View dark = view;
    dark.sensor.exposure = 0.012F;
    const Pose here{0, 0, 0, 0, 0, 57};
    const Pose left{0.05F, 0, 0, -9.5F, 0, 64}, right{-0.05F, 0, 0, 9.5F, 0, 66};
    return {still("dark/live", dark, {{&persona, here}}), still("empty/live", view, {}),
            still("two/live", view, {{&persona, left}, {&other, right}}),
            still("mask/live", view, {{&persona, here}}, true)};
}

} // namespace madoguchi
