// SPDX-License-Identifier: Apache-2.0
#include "practice/canary/Needles.h"

#include <algorithm>
#include <cstring>
#include <iconv.h>
#include <set>

namespace madoguchi {
namespace {

std::vector<std::uint32_t> codePoints(std::string_view utf8)
{
    std::vector<std::uint32_t> points;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        std::uint32_t point = length == 1 ? lead : lead & (0x7FU >> length);
        for (std::size_t i = 1; i < length && at + i < utf8.size(); ++i)
            point = point << 6 | (static_cast<unsigned char>(utf8[at + i]) & 0x3FU);
        points.push_back(point);
        at += length;
    }
    return points;
}

/// `points` in an encoding; empty where the encoding has no such character.
std::vector<std::uint8_t> encoded(std::span<const std::uint32_t> points, const char* encoding)
{
    iconv_t converter = iconv_open(encoding, "UTF-32LE");
    if (converter == iconv_t(-1))
        return {};
    std::vector<std::uint32_t> input(points.begin(), points.end());
    std::vector<std::uint8_t> output(points.size() * 4 + 8);
    char* from = reinterpret_cast<char*>(input.data());
    char* to = reinterpret_cast<char*>(output.data());
    std::size_t fromLeft = input.size() * 4, toLeft = output.size();
    const bool converted = iconv(converter, &from, &fromLeft, &to, &toLeft) != std::size_t(-1);
    iconv_close(converter);
    output.resize(converted ? output.size() - toLeft : 0);
    return output;
}

constexpr std::array<const char*, 4> kEncodings{"UTF-8", "UTF-16LE", "UTF-32LE", "CP932"};

bool isFlat(std::span<const std::uint8_t> bytes)
{
    return std::set<std::uint8_t>(bytes.begin(), bytes.end()).size() < 6;
}

} // namespace

bool Needles::add(Needle needle)
{
    if (needle.bytes.size() < kShortest || (needle.stride > needle.element && needle.element < kShortest))
        return false;
    std::uint32_t key{};
    std::memcpy(&key, needle.bytes.data(), sizeof key);
    const auto span = needle.bytes.size() / needle.element * needle.stride;
    longest_ = std::max(longest_, span);
    starts_.set(key & 0xFFFF);
    byStart_[key].push_back(needles_.size());
    needles_.push_back(std::move(needle));
    return true;
}

bool Needles::add(std::string what, std::span<const std::uint8_t> bytes)
{
    return add(Needle{std::move(what), {bytes.begin(), bytes.end()}});
}

std::size_t Needles::addText(const std::string& what, std::string_view text, std::size_t window)
{
    const auto points = codePoints(text);
    std::vector<std::span<const std::uint32_t>> runs{points};
    if (window > 0 && window < points.size()) {
        runs.clear();
        for (std::size_t i = 0; i + window <= points.size(); ++i)
            runs.emplace_back(points.data() + i, window);
    }
    std::size_t made = 0;
    for (const auto run : runs)
        for (const auto* encoding : kEncodings)
            made += add(what + ", " + encoding, encoded(run, encoding)) ? 1 : 0;
    return made;
}

std::size_t Needles::addRuns(const std::string& what, std::span<const std::uint8_t> bytes, std::size_t window,
                             std::size_t stride)
{
    std::size_t made = 0;
    for (std::size_t i = 0; i + window <= bytes.size(); i += stride)
        if (const auto run = bytes.subspan(i, window); !isFlat(run))
            made += add(what, run) ? 1 : 0;
    return made;
}

std::size_t Needles::addGlyphRun(const std::string& what, std::span<const std::uint32_t> glyphs)
{
    std::vector<std::uint8_t> wide(glyphs.size() * 4), narrow(glyphs.size() * 2);
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        std::memcpy(wide.data() + i * 4, &glyphs[i], 4);
        std::memcpy(narrow.data() + i * 2, &glyphs[i], 2);
    }
    std::size_t made = add(Needle{what + ", 16 bit", narrow, 2, 2}) ? 1 : 0;
    for (std::size_t stride = 4; stride <= 32; stride += 4)
        made += add(Needle{what + ", stride " + std::to_string(stride), wide, 4, stride}) ? 1 : 0;
    return made;
}

bool Needles::matches(std::size_t index, const std::uint8_t* at, std::size_t left) const
{
    const auto& needle = needles_[index];
    if (needle.stride == needle.element)
        return needle.bytes.size() <= left && std::memcmp(at, needle.bytes.data(), needle.bytes.size()) == 0;
    const auto elements = needle.bytes.size() / needle.element;
    if ((elements - 1) * needle.stride + needle.element > left)
        return false;
    for (std::size_t i = 0; i < elements; ++i)
        if (std::memcmp(at + i * needle.stride, needle.bytes.data() + i * needle.element, needle.element) !=
            0)
            return false;
    return true;
}

} // namespace madoguchi
