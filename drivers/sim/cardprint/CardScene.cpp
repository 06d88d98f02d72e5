// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/cardprint/CardScene.h"

#include "foundation/picture/MatView.h"

#include <array>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace madoguchi {

namespace {

constexpr double kCardWidth = 85.60, kCardHeight = 53.98; ///< millimetres, ISO/IEC 7810 ID-1
constexpr double kRadian = CV_PI / 180;

using Corners = std::array<cv::Point2f, 4>;

/// What differs from desk to desk, and how far.
struct Chance {
    double CardScene::*what;
    double low, high;
};

constexpr std::array<Chance, 9> kDesk{{{&CardScene::turn, -15, 15},
                                       {&CardScene::tiltX, -15, 15},
                                       {&CardScene::tiltY, -15, 15},
                                       {&CardScene::fill, 0.6, 0.72},
                                       {&CardScene::offsetX, -0.04, 0.04},
                                       {&CardScene::offsetY, -0.03, 0.03},
                                       {&CardScene::blur, 0.3, 0.9},
                                       {&CardScene::light, 0.6, 0.95},
                                       {&CardScene::fallOff, 0, 0.5}}};
constexpr std::array<Chance, 4> kLamp{{{&CardScene::glare, 20, 80},
                                       {&CardScene::glareX, -0.5, 0.5},
                                       {&CardScene::glareY, -0.3, 0.3},
                                       {&CardScene::glareSize, 0.06, 0.2}}};

/// Where the card's corners appear: turned, tilted, and seen by a pinhole camera.
Corners project(const CardScene& scene)
{
    const double focal = 1.1 * scene.width;
    const double distance = focal * kCardWidth / (scene.fill * scene.width);
    const cv::Point2d middle{scene.width * (0.5 + scene.offsetX), scene.height * (0.5 + scene.offsetY)};
    const double turn = scene.turn * kRadian, tiltX = scene.tiltX * kRadian, tiltY = scene.tiltY * kRadian;
    Corners seen;
    const std::array<cv::Point2d, 4> signs{{{-0.5, -0.5}, {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}}};
    for (std::size_t at = 0; at < seen.size(); ++at) {
        const double x = signs[at].x * kCardWidth, y = signs[at].y * kCardHeight;
        const double turnedX = x * std::cos(turn) - y * std::sin(turn);
        const double turnedY = x * std::sin(turn) + y * std::cos(turn);
        const double depth = distance + turnedX * std::sin(tiltY) + turnedY * std::sin(tiltX);
        seen[at] = {static_cast<float>(middle.x + focal * turnedX * std::cos(tiltY) / depth),
                    static_cast<float>(middle.y + focal * turnedY * std::cos(tiltX) / depth)};
    }
    return seen;
}

/// White where the card is, with its rounded corners (3.18 mm).
cv::Mat outline(cv::Size size)
{
    cv::Mat mask = cv::Mat::zeros(size, CV_8UC1);
    const int radius = cvRound(size.width * 3.18 / kCardWidth);
    cv::rectangle(mask, {radius, 0}, {size.width - radius, size.height}, 255, cv::FILLED);
    cv::rectangle(mask, {0, radius}, {size.width, size.height - radius}, 255, cv::FILLED);
    for (const cv::Point corner : {cv::Point{radius, radius},
                                   {size.width - radius - 1, radius},
                                   {size.width - radius - 1, size.height - radius - 1},
                                   {radius, size.height - radius - 1}})
        cv::circle(mask, corner, radius, 255, cv::FILLED);
    return mask;
}

/// To read only: OpenCV knows no picture that must not be written to.
void layDown(cv::Mat& picture, const Image& card, const CardScene& scene)
{
    const auto flat = matOf(card);
    const auto width = static_cast<float>(card.width), height = static_cast<float>(card.height);
    const Corners from{{{0, 0}, {width, 0}, {width, height}, {0, height}}};
    const auto to = project(scene);
    const auto plane = cv::getPerspectiveTransform(from.data(), to.data());
    cv::Mat seen, mask, soft;
    cv::GaussianBlur(flat, soft, {}, 0.6); // a sensor's pixel gathers light from more than a point
    cv::warpPerspective(soft, seen, plane, picture.size(), cv::INTER_LINEAR);
    cv::warpPerspective(outline(flat.size()), mask, plane, picture.size(), cv::INTER_LINEAR);
    seen.copyTo(picture, mask > 127);
}

/// Brightness that falls off to one side, and a lamp's reflection.
void light(cv::Mat& picture, const CardScene& scene)
{
    constexpr int kCoarse = 16;
    constexpr double kOne = 128; ///< what multiplies by one
    cv::Mat gain(picture.rows / kCoarse, picture.cols / kCoarse, CV_8UC1), lamp(gain.size(), CV_8UC1);
    const double angle = scene.seed % 628 / 100.0;
    for (int y = 0; y < gain.rows; ++y)
        for (int x = 0; x < gain.cols; ++x) {
            const double u = static_cast<double>(x) / gain.cols - 0.5;
            const double v = static_cast<double>(y) / gain.rows - 0.5;
            gain.at<uchar>(y, x) = cv::saturate_cast<uchar>(
                kOne * scene.light * (1 + scene.fallOff * (u * std::cos(angle) + v * std::sin(angle))));
            const double across = (u - scene.offsetX - scene.glareX * scene.fill) / scene.fill;
            const double along = (v - scene.offsetY - scene.glareY * scene.fill) / scene.fill * 0.56;
            const double far = (across * across + along * along) / (scene.glareSize * scene.glareSize);
            lamp.at<uchar>(y, x) = cv::saturate_cast<uchar>(scene.glare * std::exp(-far));
        }
    cv::Mat wide, added;
    cv::cvtColor(gain, gain, cv::COLOR_GRAY2BGR);
    cv::cvtColor(lamp, lamp, cv::COLOR_GRAY2BGR);
    cv::resize(gain, wide, picture.size());
    cv::multiply(picture, wide, picture, 1 / kOne);
    if (scene.glare > 0) {
        cv::resize(lamp, added, picture.size());
        cv::add(picture, added, picture);
    }
}

/// Chance once, cut out elsewhere for each frame: drawing millions of numbers each time would take longer
/// than all the rest.
const cv::Mat& grain()
{
    static const cv::Mat kGrain = [] {
        cv::Mat noise(1024, 1024, CV_8UC3);
        cv::RNG random{20261121};
        random.fill(noise, cv::RNG::NORMAL, 128, 25);
        return cv::Mat{cv::repeat(noise, 2, 3)};
    }();
    return kGrain;
}

void sense(cv::Mat& picture, const CardScene& scene, cv::RNG& random)
{
    const cv::Rect part{random.uniform(0, 1024), random.uniform(0, 1024) % (2048 - picture.rows),
                        picture.cols, picture.rows};
    const double share = scene.noise / 25;
    cv::addWeighted(picture, 1, grain()(part), share, -128 * share, picture);
}

} // namespace

CardScene deskScene(std::uint32_t seed)
{
    cv::RNG random{0x9E3779B97F4A7C15U * (seed + 1U)};
    CardScene scene;
    const auto choose = [&](const auto& chances) {
        for (const auto& [what, low, high] : chances)
            scene.*what = random.uniform(low, high);
    };
    choose(kDesk);
    if (random.uniform(0, 5) < 2)
        choose(kLamp);
    scene.noise = random.uniform(1.5, 4.0);
    scene.desk = random.uniform(20, 150);
    scene.seed = seed;
    return scene;
}

Image exposed(const std::optional<Image>& card, const CardScene& scene)
{
    cv::Mat picture(scene.height, scene.width, CV_8UC3, cv::Scalar::all(scene.desk));
    if (card)
        layDown(picture, *card, scene);
    light(picture, scene);
    cv::GaussianBlur(picture, picture, {}, scene.blur);
    return imageOf(picture);
}

Image taken(const Image& exposure, const CardScene& scene, std::uint32_t frame)
{
    cv::RNG random{0xD1B54A32D192ED03U * (scene.seed + 1U) + (scene.frozen ? 0 : frame)};
    const auto little = [&](int side) { return random.uniform(-0.001, 0.001) * side; };
    const cv::Matx23d shift{1, 0, little(scene.width), 0, 1, little(scene.height)}; // nothing is quite still
    cv::Mat picture;
    cv::warpAffine(matOf(exposure), picture, shift, {exposure.width, exposure.height}, cv::INTER_LINEAR,
                   cv::BORDER_REPLICATE);
    sense(picture, scene, random);
    return imageOf(picture);
}

Image photograph(const std::optional<Image>& card, const CardScene& scene, std::uint32_t frame)
{
    return taken(exposed(card, scene), scene, frame);
}

} // namespace madoguchi
