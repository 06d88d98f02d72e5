// SPDX-License-Identifier: Apache-2.0
#include "foundation/picture/LumaGrid.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace madoguchi {

namespace {

/// Pixels of cell `index` along one axis: at least one, inside [0, end).
struct Range {
    int begin;
    int end;
};

Range cellRange(double start, double length, int index, int end)
{
    const double step = length / LumaGrid::kSide;
    const int first = std::clamp(static_cast<int>(start + index * step), 0, end - 1);
    const int last = std::clamp(static_cast<int>(start + (index + 1) * step), first + 1, end);
    return {first, last};
}

double meanBrightness(const Image& image, Range columns, Range rows)
{
    const int channels = image.channels();
    long sum = 0;
    for (int y = rows.begin; y < rows.end; ++y) {
        const std::uint8_t* pixel = image.row(y) + columns.begin * channels;
        sum = std::accumulate(pixel, pixel + (columns.end - columns.begin) * channels, sum);
    }
    const long count = static_cast<long>(columns.end - columns.begin) * (rows.end - rows.begin) * channels;
    return static_cast<double>(sum) / static_cast<double>(count);
}

Box inside(const Image& image, const Box& box)
{
    const double left = std::clamp(box.left, 0.0, static_cast<double>(image.width));
    const double top = std::clamp(box.top, 0.0, static_cast<double>(image.height));
    const double right = std::clamp(box.left + box.width, left, static_cast<double>(image.width));
    const double bottom = std::clamp(box.top + box.height, top, static_cast<double>(image.height));
    return {left, top, right - left, bottom - top};
}

} // namespace

LumaGrid::LumaGrid(const Image& image, const Box& box)
{
    const Box part = inside(image, box);
    if (part.width < 1 || part.height < 1)
        return;
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x)
            cells_[static_cast<std::size_t>(y * kSide + x)] =
                static_cast<float>(meanBrightness(image, cellRange(part.left, part.width, x, image.width),
                                                  cellRange(part.top, part.height, y, image.height)));
}

double LumaGrid::mean() const
{
    return std::accumulate(cells_.begin(), cells_.end(), 0.0) / static_cast<double>(cells_.size());
}

double LumaGrid::deviation() const
{
    const double middle = mean();
    const double square = std::accumulate(cells_.begin(), cells_.end(), 0.0, [&](double sum, float cell) {
        return sum + (cell - middle) * (cell - middle);
    });
    return std::sqrt(square / static_cast<double>(cells_.size()));
}

double LumaGrid::shareAbove(double value) const
{
    const auto count = std::count_if(cells_.begin(), cells_.end(), [&](float cell) { return cell > value; });
    return static_cast<double>(count) / static_cast<double>(cells_.size());
}

double LumaGrid::sharpness() const
{
    const double contrast = deviation();
    if (contrast < 1) // a plain area has no detail to be sharp
        return 0;
    double sum = 0;
    for (int y = 1; y + 1 < kSide; ++y)
        for (int x = 1; x + 1 < kSide; ++x)
            sum += std::abs(4 * at(x, y) - at(x - 1, y) - at(x + 1, y) - at(x, y - 1) - at(x, y + 1));
    return sum / ((kSide - 2) * (kSide - 2)) / contrast;
}

Box wholeOf(const Image& image)
{
    return {0, 0, static_cast<double>(image.width), static_cast<double>(image.height)};
}

} // namespace madoguchi
