// SPDX-License-Identifier: Apache-2.0
#include "drivers/cardprint/LineFinder.h"

#include "drivers/cardprint/InkMap.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <opencv2/imgproc.hpp>

namespace madoguchi::cardface {

namespace {

constexpr double kLowest = 1.2, kHighest = 4.0; ///< millimetres
constexpr std::size_t kMostPieces = 120;        ///< more is a pattern, not a line

/// How many inked pixels each row (or column) of a mask has.
std::vector<int> inkCounts(const cv::Mat& mask, int dimension)
{
    cv::Mat sums;
    cv::reduce(mask, sums, dimension, cv::REDUCE_SUM, CV_32S);
    std::vector<int> counts;
    for (int at = 0; at < static_cast<int>(sums.total()); ++at)
        counts.push_back(sums.at<int>(at) / 255);
    return counts;
}

/// Runs of counts above `least` within a part of them.
std::vector<Piece> runs(const std::vector<int>& counts, Piece part, int least)
{
    std::vector<Piece> found;
    bool inside = false;
    for (int at = part.begin; at < part.end; ++at) {
        const bool inked = counts[static_cast<std::size_t>(at)] > least;
        if (inked && !inside)
            found.push_back({at, at});
        if (inked)
            found.back().end = at + 1;
        inside = inked;
    }
    return found;
}

std::vector<Piece> runs(const std::vector<int>& counts, int least)
{
    return runs(counts, {0, static_cast<int>(counts.size())}, least);
}

/// Rows of text. An upright edge, of the photo say, that reaches beyond a line beside it or even joins two
/// does not count: it has little ink in each row.
std::vector<Piece> rowsOf(const cv::Mat& mask)
{
    constexpr int kLittle = 16; // times less than the fullest row
    const auto counts = inkCounts(mask, 1);
    std::vector<Piece> rows;
    for (const auto& run : runs(counts, 1)) {
        const int most = *std::max_element(counts.begin() + run.begin, counts.begin() + run.end);
        std::ranges::copy(runs(counts, run, std::max(1, most / kLittle)), std::back_inserter(rows));
    }
    return rows;
}

/// How much ink each column has, smoothed over three.
std::vector<int> inkSums(const cv::Mat& ink)
{
    cv::Mat sums;
    cv::reduce(ink, sums, 0, cv::REDUCE_SUM, CV_32F);
    cv::blur(sums, sums, {3, 1});
    return {sums.begin<float>(), sums.end<float>()};
}

/// Cuts a run of columns wherever it is thin, thinnest first: two digits that touch must not stay one piece,
/// and who reads the line can put together what was one character.
void cut(const std::vector<int>& sums, Piece run, int height, std::vector<Piece>& pieces)
{
    const int least = height / 6; // no character is narrower than its strokes
    const int thin = height * 255 / 2;
    const auto sum = [&](int x) { return sums[static_cast<std::size_t>(x)]; };
    std::vector<int> valleys;
    for (int at = run.begin + least; at + least < run.end; ++at)
        if (sum(at) < thin && sum(at) < sum(at - 1) && sum(at) <= sum(at + 1))
            valleys.push_back(at);
    std::ranges::stable_sort(valleys, {}, sum);
    std::vector<int> cuts{run.begin, run.end};
    for (const int valley : valleys)
        if (std::ranges::none_of(cuts, [&](int other) { return std::abs(other - valley) < least; }))
            cuts.push_back(valley);
    std::ranges::sort(cuts);
    for (std::size_t at = 1; at < cuts.size(); ++at)
        pieces.push_back({cuts[at - 1], cuts[at]});
}

TextLine lineIn(const cv::Mat& ink, const cv::Mat& mask, Piece rows)
{
    const int above = std::max(0, rows.begin - 2), below = std::min(mask.rows, rows.end + 2);
    TextLine line{ink.rowRange(above, below), mask.rowRange(above, below), {}};
    const auto sums = inkSums(line.ink);
    const auto isSpeck = [&](const Piece& run) { // a line of the pattern below, a grain of dust
        return 3 * cv::boundingRect(line.mask.colRange(run.begin, run.end)).height < line.mask.rows;
    };
    for (const auto& run : runs(inkCounts(line.mask, 0), 0)) {
        if (isSpeck(run))
            continue;
        if (run.end - run.begin > 0.6 * (below - above))
            cut(sums, run, below - above, line.pieces);
        else
            line.pieces.push_back(run);
    }
    return line;
}

} // namespace

cv::Rect TextLine::box(std::size_t first, std::size_t last) const
{
    return strokesBetween(ink, mask, pieces[first].begin, pieces[last].end);
}

std::vector<TextLine> findLines(const cv::Mat& part)
{
    const auto ink = inkOf(part);
    const auto mask = inked(ink);
    std::vector<TextLine> lines;
    for (const auto& rows : rowsOf(mask)) {
        const double height = (rows.end - rows.begin) / kScale;
        if (height < kLowest || height > kHighest)
            continue;
        auto line = lineIn(ink, mask, rows);
        if (line.pieces.size() <= kMostPieces)
            lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace madoguchi::cardface
