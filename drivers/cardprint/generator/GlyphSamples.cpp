// SPDX-License-Identifier: Apache-2.0
#include "drivers/cardprint/generator/GlyphSamples.h"

#include "drivers/cardprint/Glyphs.h"
#include "drivers/cardprint/InkMap.h"

#include <algorithm>
#include <future>
#include <iterator>
#include <opencv2/freetype.hpp>
#include <opencv2/imgproc.hpp>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>

namespace madoguchi::cardface {

namespace {

constexpr int kMaster = 80; ///< pixels of the drawing that all samples of a character are made from
constexpr int kRoom = 76;   ///< side of a sample's picture, at kScale
constexpr int kEach = 150;  ///< samples of a character in a font
constexpr int kOthers = 30; ///< of one that is none of ours
constexpr int kTorn = 25;   ///< halves of a character
constexpr int kPairs = 4;   ///< of two that were not cut apart

/// Neighbours on the card and look-alikes: what must not be taken for one of ours. No Latin letters: none
/// stand near the fields, and in many typefaces a zero is an O.
constexpr std::array kOthersDrawn{"で", "有", "効", "性", "別", "男", "女", "氏", "名", "住", "所", "番",
                                  "号", "目", "白", "口", "土", "王", "二", "三", "人", "天", "千", "牛",
                                  "甲", "東", "京", "都", "県", "市", "区", "町", "村", "丁", "地", "－",
                                  "・", "は", "な", "の", "き", "う", "リ", "ノ", "召", "戊"};

using Font = cv::Ptr<cv::freetype::FreeType2>;

/// Grey on white, as high as any character; how far the ink of the one in the middle reaches, and how much
/// paper there is before its neighbours.
struct Master {
    cv::Mat picture;
    cv::Rect ink;
    int left{0}, right{0};
};

/// What is inked, and some paper around it.
Master around(const cv::Mat& picture)
{
    constexpr int kMargin = 16;
    const auto ink = cv::boundingRect(cv::Mat{picture < 128});
    const int begin = std::max(0, ink.x - kMargin), end = std::min(picture.cols, ink.br().x + kMargin);
    return {picture.colRange(begin, end).clone(), ink - cv::Point{begin, 0}};
}

Master draw(const Font& font, const std::string& text)
{
    cv::Mat colour(3 * kMaster / 2, 3 * kMaster, CV_8UC3, cv::Scalar::all(255)), grey;
    font->putText(colour, text, {kMaster / 2, 5 * kMaster / 4}, kMaster, {0, 0, 0}, -1, cv::LINE_AA, true);
    cv::cvtColor(colour, grey, cv::COLOR_BGR2GRAY);
    return around(grey);
}

/// One character between two others, `left` and `right` pixels of the master apart.
Master between(const Master& before, const Master& middle, const Master& after, int left, int right)
{
    const int from = before.ink.width + left, to = from + middle.ink.width + right;
    cv::Mat row(middle.picture.rows, to + after.ink.width, CV_8UC1, cv::Scalar::all(255));
    const auto put = [&](const Master& one, int at) {
        one.picture.colRange(one.ink.x, one.ink.br().x).copyTo(row.colRange(at, at + one.ink.width));
    };
    put(before, 0);
    put(middle, from);
    put(after, to);
    return {row, {from, middle.ink.y, middle.ink.width, middle.ink.height}, left, right};
}

class Spoiler {
public:
    /// As a camera shows the part `ink` of the master: small, bent, soft, uneven, noisy.
    std::optional<GlyphPatch> spoil(const Master& master)
    {
        const double captured = real(0.53, 0.95); // the camera's pixels to one of the straightened picture
        const double size = real(29, 40) / kMaster * captured;
        cv::Mat small(cvRound(kRoom * captured), cvRound(kRoom * captured), CV_8UC1), drawn;
        press(master.picture, drawn);
        cv::GaussianBlur(drawn, drawn, {}, 0.4 / size);
        const auto place = placed(master.ink, size, small.size());
        cv::warpAffine(drawn, small, place, small.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, 255);
        cv::GaussianBlur(small, small, {}, real(0.3, 1.15));
        print(small);
        cv::Mat grey;
        cv::resize(small, grey, {kRoom, kRoom}, 0, 0, cv::INTER_LINEAR);
        const auto ink = inkOf(grey);
        const auto column = [&](double x) {
            const double y = master.ink.y + master.ink.height / 2.0;
            return std::clamp(cvRound((place * cv::Vec3d{x, y, 1})[0] / captured + real(-1.4, 1.4)), 0,
                              kRoom);
        };
        const int begin = column(master.ink.x - master.left / 2.0);
        const int end = column(master.ink.br().x + master.right / 2.0);
        if (begin >= end)
            return std::nullopt;
        const auto box = strokesBetween(ink, inked(ink), begin, end);
        const double wide = master.ink.width * size / captured, high = master.ink.height * size / captured;
        const auto near = [](int is, double should) {
            return is > 0.7 * should - 3 && is < 1.25 * should + 6;
        };
        if (box.area() == 0 || !near(box.width, wide) || !near(box.height, high)) // lost in the noise
            return std::nullopt;
        return patchOf(ink, box);
    }

    double real(double low, double high) { return std::uniform_real_distribution<>{low, high}(random_); }

private:
    cv::Matx23d placed(const cv::Rect& ink, double size, cv::Size room)
    {
        const double turn = real(-0.07, 0.07), slant = real(-0.1, 0.1);
        const double wide = size * real(0.82, 1.2), high = size;
        const cv::Matx22d shape{wide * std::cos(turn), wide * (slant - std::sin(turn)), high * std::sin(turn),
                                high * std::cos(turn)};
        const cv::Vec2d middle{ink.x + ink.width / 2.0, ink.y + ink.height / 2.0};
        const cv::Vec2d target{room.width / 2.0 + real(-2, 2), room.height / 2.0 + real(-2, 2)};
        const cv::Vec2d shift = target - shape * middle;
        return {shape(0, 0), shape(0, 1), shift[0], shape(1, 0), shape(1, 1), shift[1]};
    }

    /// More or less ink than the font has.
    void press(const cv::Mat& picture, cv::Mat& printed)
    {
        const auto luck = static_cast<int>(real(-3.5, 4.5)); // every weight between light and bold
        const int side = 1 + std::abs(luck);
        const auto kernel = cv::getStructuringElement(cv::MORPH_ELLIPSE, {side, side});
        if (luck > 0)
            cv::erode(picture, printed, kernel); // of white: more ink
        else
            cv::dilate(picture, printed, kernel);
    }

    /// Paper, ink, light from one side, noise.
    void print(cv::Mat& picture)
    {
        const double paper = real(120, 245), text = paper * real(0.08, 0.45), fall = real(-0.5, 0.5);
        cv::Mat grain(picture.size(), CV_16SC1);
        grain_.fill(grain, cv::RNG::NORMAL, 0, real(1, 5.5));
        for (int y = 0; y < picture.rows; ++y)
            for (int x = 0; x < picture.cols; ++x) {
                auto& value = picture.at<uchar>(y, x);
                value = cv::saturate_cast<uchar>(text + (paper - text) * value / 255 + fall * (x - y) +
                                                 grain.at<short>(y, x));
            }
    }

    cv::RNG grain_{20261121};
    std::mt19937 random_{20261121};
};

/// Half of a character: what a wrong cut leaves.
Master torn(const Master& master, Spoiler& spoiler)
{
    auto part = master.picture.clone();
    const int cut = master.ink.x + cvRound(master.ink.width * spoiler.real(0.35, 0.65));
    const bool left = spoiler.real(0, 1) < 0.5;
    const cv::Rect away =
        left ? cv::Rect{0, 0, cut, part.rows} : cv::Rect{cut, 0, part.cols - cut, part.rows};
    part(away).setTo(255);
    return around(part);
}

class Collector {
public:
    void add(const Master& master, std::size_t glyph, int times = 1)
    {
        for (int time = 0; time < times; ++time)
            if (master.ink.area() > 0)
                if (const auto patch = spoiler_.spoil(master))
                    samples_.push_back({*patch, glyph});
    }

    void addFont(const Font& font)
    {
        std::vector<Master> ours;
        for (const auto glyph : kGlyphs)
            ours.push_back(draw(font, std::string{glyph}));
        for (std::size_t glyph = 0; glyph < kGlyphs.size(); ++glyph)
            for (int time = 0; time < (glyph < 10 ? 2 * kEach : kEach); ++time)
                add(inALine(ours, glyph), glyph);
        for (const auto* other : kOthersDrawn)
            add(draw(font, other), kNoGlyph, kOthers);
        addCuts(font, ours);
    }

    std::vector<GlyphSample> take() { return std::move(samples_); }

private:
    /// A digit mostly stands beside digits.
    Master inALine(const std::vector<Master>& ours, std::size_t glyph)
    {
        const auto any = [&] {
            const double count =
                glyph < 10 && spoiler_.real(0, 1) < 0.7 ? 10 : static_cast<double>(ours.size());
            return static_cast<std::size_t>(spoiler_.real(0, count));
        };
        const auto gap = [&] { return static_cast<int>(spoiler_.real(3, 24)); };
        const auto &before = ours[any()], &after = ours[any()];
        return between(before, ours[glyph], after, gap(), gap());
    }

    void addCuts(const Font& font, const std::vector<Master>& ours)
    {
        const auto addPair = [&](std::size_t first, std::size_t second) {
            add(draw(font, std::string{kGlyphs[first]} + std::string{kGlyphs[second]}), kNoGlyph, kPairs);
        };
        for (std::size_t glyph = 0; glyph < ours.size(); ++glyph) // half a character is none
            for (int time = 0; glyph != 1 && time < kTorn; ++time)
                add(torn(ours[glyph], spoiler_), kNoGlyph);
        for (std::size_t first = 0; first < 10; ++first)
            for (std::size_t second = 0; second < kGlyphs.size(); ++second)
                addPair(first, second);
        for (std::size_t first = 10; first < kGlyphs.size(); ++first)
            for (std::size_t second = 0; second < 10; ++second)
                addPair(first, second);
    }

    Spoiler spoiler_;
    std::vector<GlyphSample> samples_;
};

std::vector<GlyphSample> samplesOf(const std::filesystem::path& file)
{
    if (!std::filesystem::exists(file))
        throw std::runtime_error{"no such font: " + file.string()};
    auto font = cv::freetype::createFreeType2();
    font->loadFontData(file.string(), 0);
    Collector collector;
    collector.addFont(font);
    return collector.take();
}

} // namespace

std::vector<GlyphSample> drawSamples(const std::vector<std::filesystem::path>& fonts)
{
    std::vector<std::future<std::vector<GlyphSample>>> drawn;
    for (const auto& file : fonts)
        drawn.push_back(std::async(std::launch::async, samplesOf, file));
    std::vector<GlyphSample> samples;
    for (auto& one : drawn)
        std::ranges::move(one.get(), std::back_inserter(samples));
    std::shuffle(samples.begin(), samples.end(), std::mt19937{7});
    return samples;
}

} // namespace madoguchi::cardface
