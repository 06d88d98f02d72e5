// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/Jpeg2000Check.h"

#include <algorithm>
#include <array>

namespace madoguchi {
namespace {

constexpr std::array<std::uint8_t, 12> kSignatureBox{0,   0,   0,    0x0C, 'j',  'P',
                                                     ' ', ' ', 0x0D, 0x0A, 0x87, 0x0A};
constexpr std::uint32_t kCodestreamBox = 0x6A703263; // "jp2c"
constexpr std::uint32_t kStartAndSize = 0xFF4FFF51;  // SOC, SIZ: the standard wants them first, in this order
constexpr std::uint32_t kMaxTiles = 64;
constexpr int kMaxBoxes = 32;

/// Big-endian numbers from the front; zero, and never again anything, past the end.
class Numbers {
public:
    explicit Numbers(ByteSpan data) : rest_{data} {}

    std::uint32_t take(std::size_t bytes)
    {
        if (rest_.size() < bytes)
            complete_ = false;
        if (!complete_)
            return 0;
        std::uint32_t value = 0;
        for (const auto byte : rest_.first(bytes))
            value = value << 8 | byte;
        rest_ = rest_.subspan(bytes);
        return value;
    }

    [[nodiscard]] bool complete() const { return complete_; }
    [[nodiscard]] ByteSpan rest() const { return rest_; }

private:
    ByteSpan rest_;
    bool complete_{true};
};

/// The content of the codestream box; empty when the boxes are not in order.
ByteSpan codestream(ByteSpan boxes)
{
    for (int i = 0; i < kMaxBoxes; ++i) {
        Numbers header{boxes};
        const std::uint32_t length = header.take(4);
        const std::uint32_t type = header.take(4);
        if (!header.complete() || (length != 0 && (length < 8 || length > boxes.size())))
            return {};
        if (type == kCodestreamBox)
            return length == 0 ? header.rest() : boxes.subspan(8, length - 8);
        if (length == 0) // reaches to the end of the file, and was not it
            return {};
        boxes = boxes.subspan(length);
    }
    return {};
}

bool isSideHarmless(std::uint32_t end, std::uint32_t offset)
{
    return end <= kMaxPhotoSide && offset < end;
}

std::uint32_t tiles(std::uint32_t end, std::uint32_t tileOffset, std::uint32_t tile)
{
    return (end - tileOffset + tile - 1) / tile;
}

/// The SIZ segment (ISO/IEC 15444-1, A.5.1).
bool isSizeHarmless(ByteSpan stream)
{
    Numbers numbers{stream};
    if (numbers.take(4) != kStartAndSize)
        return false;
    const auto segment = numbers.take(2);
    numbers.take(2); // capabilities
    const auto width = numbers.take(4), height = numbers.take(4);
    const auto left = numbers.take(4), top = numbers.take(4);
    const auto tileWidth = numbers.take(4), tileHeight = numbers.take(4);
    const auto tileLeft = numbers.take(4), tileTop = numbers.take(4);
    const auto components = numbers.take(2);
    if (!numbers.complete() || components < 1 || components > kMaxPhotoComponents ||
        segment != 38 + 3 * components)
        return false;
    for (std::uint32_t i = 0; i < components; ++i) {
        const auto depth = (numbers.take(1) & 0x7F) + 1;
        if (depth > 16 || numbers.take(1) == 0 || numbers.take(1) == 0)
            return false;
    }
    return numbers.complete() && isSideHarmless(width, left) && isSideHarmless(height, top) &&
           tileLeft <= left && tileTop <= top && tileWidth > 0 && tileHeight > 0 &&
           tileWidth <= 2 * kMaxPhotoSide && tileHeight <= 2 * kMaxPhotoSide &&
           tiles(width, tileLeft, tileWidth) * tiles(height, tileTop, tileHeight) <= kMaxTiles;
}

} // namespace

bool isHarmlessJp2(ByteSpan file)
{
    if (file.size() > kMaxPhotoBytes || file.size() < kSignatureBox.size() ||
        !std::ranges::equal(file.first(kSignatureBox.size()), kSignatureBox))
        return false;
    return isSizeHarmless(codestream(file));
}

} // namespace madoguchi
