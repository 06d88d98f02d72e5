// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/card/TinyPng.h"

#include "drivers/sim/card/TlvWriter.h"

#include <array>
#include <string>
#include <vector>

namespace madoguchi::sim {

namespace {

/// Rows of pixels, eight to a byte, 1 = white.
class Bitmap {
public:
    Bitmap(std::size_t width, std::size_t height)
        : width_{width}, height_{height}, stride_{(width + 7) / 8}, pixels_(stride_ * height, 0xFF)
    {
    }

    void blacken(std::size_t x, std::size_t y)
    {
        pixels_[y * stride_ + x / 8] &= static_cast<std::uint8_t>(~(0x80 >> (x % 8)));
    }

    [[nodiscard]] std::size_t width() const { return width_; }
    [[nodiscard]] std::size_t height() const { return height_; }

    /// The rows as PNG wants them: each preceded by its filter, none.
    [[nodiscard]] Bytes scanLines() const
    {
        Bytes lines;
        for (std::size_t y = 0; y < height_; ++y) {
            lines.push_back(0);
            const auto row = pixels_.begin() + static_cast<std::ptrdiff_t>(y * stride_);
            lines.insert(lines.end(), row, row + static_cast<std::ptrdiff_t>(stride_));
        }
        return lines;
    }

private:
    std::size_t width_, height_, stride_;
    Bytes pixels_;
};

Bytes number32(std::uint32_t number)
{
    return {static_cast<std::uint8_t>(number >> 24), static_cast<std::uint8_t>(number >> 16),
            static_cast<std::uint8_t>(number >> 8), static_cast<std::uint8_t>(number)};
}

std::uint32_t crc32(const Bytes& data)
{
    std::uint32_t crc = 0xFFFFFFFF;
    for (const auto byte : data) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1) != 0 ? 0xEDB88320 ^ crc >> 1 : crc >> 1;
    }
    return ~crc;
}

std::uint32_t adler32(const Bytes& data)
{
    constexpr std::uint32_t kModulus = 65521;
    std::uint32_t a = 1;
    std::uint32_t b = 0;
    for (const auto byte : data) {
        a = (a + byte) % kModulus;
        b = (b + a) % kModulus;
    }
    return b << 16 | a;
}

/// A zlib stream (RFC 1950) of one stored block: a few hundred bytes are not worth a compressor.
Bytes stored(const Bytes& data)
{
    const auto length = static_cast<std::uint16_t>(data.size());
    const auto low = [](unsigned value) { return static_cast<std::uint8_t>(value); };
    const Bytes head{0x78, 0x01, 0x01, low(length), low(length >> 8), low(~length), low(~length >> 8)};
    return concat({head, data, number32(adler32(data))});
}

Bytes chunk(std::string_view kind, const Bytes& data)
{
    const Bytes body = concat({bytesOf(kind), data});
    return concat({number32(static_cast<std::uint32_t>(data.size())), body, number32(crc32(body))});
}

Bytes png(const Bitmap& bitmap)
{
    const Bytes header =
        concat({number32(static_cast<std::uint32_t>(bitmap.width())),
                number32(static_cast<std::uint32_t>(bitmap.height())), Bytes{1, 0, 0, 0, 0}});
    const Bytes signature{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    return concat(
        {signature, chunk("IHDR", header), chunk("IDAT", stored(bitmap.scanLines())), chunk("IEND", {})});
}

/// One number for each character; a broken sequence gives some number, which is enough here.
std::vector<std::uint32_t> characters(std::string_view utf8)
{
    std::vector<std::uint32_t> all;
    for (const char c : utf8) {
        const auto byte = static_cast<std::uint8_t>(c);
        if ((byte & 0xC0) == 0x80 && !all.empty())
            all.back() = all.back() << 6 | (byte & 0x3F);
        else
            all.push_back(byte);
    }
    return all;
}

void drawStandIn(Bitmap& bitmap, std::size_t left, std::uint32_t character)
{
    constexpr std::size_t kInk = 12; // of 16, centred
    std::uint32_t pattern = character * 2654435761U;
    for (std::size_t y = 0; y < kInk; ++y)
        for (std::size_t x = 0; x < kInk; ++x) {
            if ((pattern & 1) != 0)
                bitmap.blacken(left + 2 + x, 2 + y);
            pattern = pattern >> 1 | (pattern ^ pattern >> 3 ^ pattern >> 7) << 31;
        }
}

/// Five rows of three pixels, drawn twice as high.
void drawDigit(Bitmap& bitmap, std::size_t left, char digit)
{
    constexpr std::array<std::uint16_t, 10> kDigits{0x7B6F, 0x2C97, 0x73E7, 0x73CF, 0x5BC9,
                                                    0x79CF, 0x79EF, 0x7249, 0x7BEF, 0x7BCF};
    const auto shape = kDigits[static_cast<std::size_t>(digit - '0') % kDigits.size()];
    for (std::size_t y = 0; y < 10; ++y)
        for (std::size_t x = 0; x < 3; ++x)
            if ((shape >> (14 - (y / 2 * 3 + x)) & 1) != 0)
                bitmap.blacken(left + 1 + x, 1 + y);
}

} // namespace

Bytes textPng(std::string_view utf8)
{
    constexpr std::size_t kCell = 16;
    constexpr std::size_t kLongest = 120; // of characters; a longer line would not fit the stored block
    auto line = characters(utf8);
    line.resize(std::min(line.size(), kLongest));
    Bitmap bitmap{std::max<std::size_t>(1, line.size()) * kCell, kCell};
    for (std::size_t i = 0; i < line.size(); ++i)
        drawStandIn(bitmap, i * kCell, line[i]);
    return png(bitmap);
}

Bytes digitsPng(std::string_view digits)
{
    constexpr std::size_t kWidth = 6;
    constexpr std::size_t kHeight = 12;
    Bitmap bitmap{std::max<std::size_t>(1, digits.size()) * kWidth, kHeight};
    for (std::size_t i = 0; i < digits.size(); ++i)
        drawDigit(bitmap, i * kWidth, digits[i]);
    return png(bitmap);
}

} // namespace madoguchi::sim
