// SPDX-License-Identifier: Apache-2.0
#include "drivers/cardprint/CardFaceReader.h"

#include "drivers/cardprint/CardFaceCheck.h"
#include "drivers/cardprint/CardFinder.h"
#include "drivers/cardprint/InkMap.h"
#include "drivers/cardprint/LineReader.h"
#include "foundation/picture/MatView.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace madoguchi {

namespace {

using namespace cardface;

constexpr double kSure = 0.8;        ///< the least certain character must be as likely as this
constexpr double kFaintlySeen = 0.3; ///< less, and it is not what we look for
constexpr int kNarrowest = 320, kLowest = 240, kWidest = 4096, kHighest = 3072;

/// Where a field is looked for, millimetres from the card's upper left corner. Taken from public
/// descriptions, never from a real card: hence wide. The dates stand right of the photo, the code below it.
struct Part {
    double left, top, right, bottom;
};
constexpr Part kDates{21, 12, 85.6, 32};
constexpr Part kCodes{0.5, 40.5, 42, 53.6};

/// What one part of the card says: the best of all its lines.
std::optional<FieldText> bestOf(const std::vector<TextLine>& lines, Field field)
{
    std::optional<FieldText> best;
    for (const auto& line : lines)
        if (auto found = readField(line, field))
            if (!best || found->confidence > best->confidence)
                best = std::move(found);
    return best && best->confidence >= kFaintlySeen ? best : std::nullopt;
}

std::vector<TextLine> linesIn(const cv::Mat& card, const Part& part)
{
    const auto pixels = [](double millimetres) { return cvRound(millimetres * kScale); };
    const cv::Rect wanted{cv::Point{pixels(part.left), pixels(part.top)},
                          cv::Point{pixels(part.right), pixels(part.bottom)}};
    return findLines(card(wanted & cv::Rect{0, 0, card.cols, card.rows}));
}

CardFaceReading judge(const FieldText& birth, const FieldText& expiry, const FieldText& code,
                      std::chrono::year_month_day today)
{
    CardFaceReading reading{.verdict = CardFaceVerdict::Uncertain, .digitsRead = 14};
    reading.confidence = std::min({birth.confidence, expiry.confidence, code.confidence});
    if (reading.confidence < kSure)
        return reading;
    auto checked = checkFields(birth.text, expiry.text, code.text, today);
    reading.verdict = checked ? CardFaceVerdict::Read : CardFaceVerdict::Contradictory;
    if (checked) {
        reading.number = std::move(checked->number);
        reading.birthdayRepeated = checked->birthdayRepeated;
    }
    return reading;
}

CardFaceReading readStraight(const cv::Mat& card, std::chrono::year_month_day today)
{
    const auto dates = linesIn(card, kDates);
    const auto birth = bestOf(dates, Field::Birth), expiry = bestOf(dates, Field::Expiry);
    if (!birth || !expiry)
        return {.verdict = CardFaceVerdict::NoDates, .digitsRead = birth ? 6 : expiry ? 4 : 0};
    const auto code = bestOf(linesIn(card, kCodes), Field::Code);
    if (!code)
        return {.verdict = CardFaceVerdict::NoCode, .digitsRead = 10};
    return judge(*birth, *expiry, *code, today);
}

/// As it lies, and if that says nothing, the other way up.
CardFaceReading readEitherWay(const cv::Mat& card, std::chrono::year_month_day today)
{
    auto reading = readStraight(card, today);
    if (reading.verdict != CardFaceVerdict::NoDates || reading.digitsRead != 0)
        return reading;
    cv::Mat turned;
    cv::rotate(card, turned, cv::ROTATE_180);
    return readStraight(turned, today);
}

bool isUsable(const Image& picture)
{
    return picture.width >= kNarrowest && picture.height >= kLowest && picture.width <= kWidest &&
           picture.height <= kHighest && picture.stride >= picture.width * picture.channels() &&
           picture.pixels.size() >=
               static_cast<std::size_t>(picture.stride) * static_cast<std::size_t>(picture.height);
}

cv::Mat greyOf(const Image& picture)
{
    const auto seen = matOf(picture);
    cv::Mat grey;
    if (picture.format == PixelFormat::Grey8)
        return seen.clone();
    cv::cvtColor(seen, grey, cv::COLOR_BGR2GRAY);
    return grey;
}

CardFaceReading read(const cv::Mat& grey, std::chrono::year_month_day today)
{
    CardFaceReading best{.verdict = CardFaceVerdict::NoCard};
    for (const auto& corners : findCards(grey)) {
        auto reading = readEitherWay(straightened(grey, corners), today);
        if (reading.verdict > best.verdict)
            best = std::move(reading);
        if (best.verdict >= CardFaceVerdict::Contradictory)
            break;
    }
    return best;
}

} // namespace

CardFaceReading readCardFace(const Image& picture, std::chrono::year_month_day today)
{
    if (!isUsable(picture))
        return {};
    try {
        return read(greyOf(picture), today);
    } catch (const cv::Exception&) {
        return {};
    }
}

std::string_view word(CardFaceVerdict verdict)
{
    switch (verdict) {
    case CardFaceVerdict::NoPicture:
        return "no_picture";
    case CardFaceVerdict::NoCard:
        return "no_card";
    case CardFaceVerdict::NoDates:
        return "no_dates";
    case CardFaceVerdict::NoCode:
        return "no_code";
    case CardFaceVerdict::Uncertain:
        return "uncertain";
    case CardFaceVerdict::Contradictory:
        return "contradictory";
    case CardFaceVerdict::Read:
        return "read";
    }
    return "no_picture";
}

} // namespace madoguchi
