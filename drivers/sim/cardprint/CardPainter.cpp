// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/cardprint/CardPainter.h"

#include <opencv2/core.hpp>
#include <opencv2/freetype.hpp>
#include <opencv2/imgproc.hpp>

namespace madoguchi {

namespace {

constexpr double kScale = 15; ///< pixels a millimetre
constexpr int kWidth = 1284, kHeight = 810;

int pixels(double millimetres)
{
    return cvRound(millimetres * kScale);
}

/// Where a line begins and how high its characters are; millimetres from the card's upper left corner.
struct Place {
    double x, y, height;
};

/// One drawing on the way.
class Sheet {
public:
    Sheet(cv::freetype::FreeType2& font, const PrintQuality& quality)
        : font_{font}, quality_{quality}, card_(kHeight, kWidth, CV_8UC3)
    {
    }

    void paper()
    {
        const cv::Mat corners =
            (cv::Mat_<cv::Vec3b>(2, 2) << cv::Vec3b{238, 228, 222}, cv::Vec3b{233, 231, 232},
             cv::Vec3b{233, 231, 232}, cv::Vec3b{228, 234, 242});
        cv::resize(corners, card_, {kWidth, kHeight}, 0, 0,
                   cv::INTER_LINEAR); // pale colours that run together
        cv::RNG random{quality_.seed};
        for (int wave = 0; wave < 24; ++wave) { // fine lines below the text
            std::vector<cv::Point> line;
            const double phase = random.uniform(0.0, 6.28), slope = random.uniform(0.006, 0.012);
            for (int x = 0; x <= kWidth; x += 24)
                line.emplace_back(x, cvRound(wave * 36 + 14 * std::sin(slope * x + phase)));
            cv::polylines(card_, line, false, {226, 214, 216}, 1, cv::LINE_AA);
        }
    }

    /// A grey head and shoulders: nobody.
    void photo()
    {
        const cv::Rect frame{pixels(4), pixels(17.5), pixels(19), pixels(24)};
        cv::rectangle(card_, frame, {205, 205, 205}, cv::FILLED);
        const cv::Point middle{frame.x + frame.width / 2, frame.y + frame.height * 2 / 5};
        cv::ellipse(card_, middle, {pixels(4.6), pixels(6)}, 0, 0, 360, {120, 130, 140}, cv::FILLED);
        cv::ellipse(card_, {middle.x, frame.br().y}, {pixels(8.5), pixels(9)}, 0, 180, 360, {90, 80, 80},
                    cv::FILLED);
    }

    void sample()
    {
        text("見本", {38, 24, 15}, {206, 206, 222});
        cv::rectangle(card_, {pixels(62), 0}, {kWidth, pixels(5)}, {150, 190, 235}, cv::FILLED);
        text("練習用", {69, 0.7, 3}, {90, 90, 110});
        cv::rectangle(card_, {pixels(43), pixels(44)}, {pixels(83), pixels(52)}, {190, 186, 186}, 2);
    }

    void printed(const std::string& words, Place place)
    {
        text(words, {place.x + quality_.shiftX, place.y + quality_.shiftY, place.height},
             cv::Scalar::all(quality_.ink));
    }

    /// What the printer's dots leave: uneven ink.
    void dots()
    {
        cv::Mat uneven(kHeight / 2, kWidth / 2, CV_8UC3);
        cv::RNG random{quality_.seed + 1};
        random.fill(uneven, cv::RNG::NORMAL, 128, 14);
        cv::resize(uneven, uneven, card_.size());
        cv::addWeighted(card_, 1, uneven, 0.5, -64, card_);
    }

    [[nodiscard]] Image image() const
    {
        Image image{.width = kWidth,
                    .height = kHeight,
                    .stride = 3 * kWidth,
                    .format = PixelFormat::Bgr8,
                    .pixels = {card_.datastart, card_.dataend}};
        return image;
    }

private:
    void text(const std::string& words, Place place, const cv::Scalar& colour)
    {
        const int height = pixels(place.height);
        const cv::Point at{pixels(place.x), pixels(place.y) + height};
        font_.putText(card_, words, at, height, colour, -1, cv::LINE_AA, true);
    }

    cv::freetype::FreeType2& font_;
    const PrintQuality& quality_;
    cv::Mat card_;
};

} // namespace

struct CardPainter::Fonts {
    cv::Ptr<cv::freetype::FreeType2> font;
};

CardPainter::CardPainter(std::unique_ptr<Fonts> fonts) : fonts_{std::move(fonts)} {}
CardPainter::CardPainter(CardPainter&&) noexcept = default;
CardPainter& CardPainter::operator=(CardPainter&&) noexcept = default;
CardPainter::~CardPainter() = default;

Result<CardPainter> CardPainter::open(const std::filesystem::path& typeface)
{
    const Fault missing{FaultCode::SettingsInvalid, FaultSpace::None, 0, "sim/CardPainter/font"};
    std::error_code error;
    if (!std::filesystem::exists(typeface, error))
        return missing;
    try {
        auto font = cv::freetype::createFreeType2();
        font->loadFontData(typeface.string(), 0);
        return CardPainter{std::make_unique<Fonts>(Fonts{std::move(font)})};
    } catch (const cv::Exception&) {
        return missing;
    }
}

Image CardPainter::draw(const CardPrint& print, const PrintQuality& quality) const
{
    Sheet sheet{*fonts_->font, quality};
    sheet.paper();
    sheet.sample();
    sheet.photo();
    sheet.printed("氏名", {2.5, 4.2, 1.7});
    sheet.printed(print.name, {8.5, 3.6, 2.8});
    sheet.printed("住所", {2.5, 9.6, 1.7});
    sheet.printed(print.address, {8.5, 9, 2.6});
    sheet.printed("性別", {74.5, 13.2, 1.7});
    sheet.printed(print.sex, {80, 12.8, quality.textHeight});
    sheet.printed(print.birth, {26, 18, quality.textHeight});
    sheet.printed(print.expiry, {53, 18, quality.textHeight});
    sheet.printed(print.serial, {3, 44, quality.textHeight * 0.85});
    sheet.printed(print.code, {3, 47.8, quality.textHeight});
    sheet.dots();
    return sheet.image();
}

} // namespace madoguchi
