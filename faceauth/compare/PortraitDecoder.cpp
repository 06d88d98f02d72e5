// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/PortraitDecoder.h"

#include "foundation/picture/MatView.h"

#include <algorithm>
#include <array>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <optional>

namespace madoguchi {

namespace {

using Span = std::span<const std::uint8_t>;

constexpr std::size_t kMostBytes = 128 * 1024; // a card's photo has 4 to 20 kB, and a file there less than 64
constexpr std::uint32_t kLeastSide = 64;
constexpr std::uint32_t kMostSide = 2048;

constexpr int kComfortableWidth = 240;

constexpr std::size_t kMostPictureBytes = 32 << 20;
constexpr std::uint32_t kLeastPictureSide = 8;
constexpr std::uint32_t kMostPictureSide = 8192;
constexpr std::array<std::uint8_t, 8> kPngSignature{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
constexpr std::array<std::uint8_t, 3> kJpegStart{0xFF, 0xD8, 0xFF};

constexpr std::array<std::uint8_t, 12> kJp2Signature{0, 0, 0, 12, 'j', 'P', ' ', ' ', 0x0D, 0x0A, 0x87, 0x0A};
constexpr std::array<std::uint8_t, 4> kCodestreamStart{0xFF, 0x4F, 0xFF, 0x51}; // SOC, SIZ
constexpr std::array<std::uint8_t, 4> kCodestreamBox{'j', 'p', '2', 'c'};

std::uint32_t u16(Span bytes, std::size_t at)
{
    return static_cast<std::uint32_t>(bytes[at] << 8 | bytes[at + 1]);
}

std::uint32_t u32(Span bytes, std::size_t at)
{
    return u16(bytes, at) << 16 | u16(bytes, at + 2);
}

template<std::size_t N>
bool startsWith(Span bytes, const std::array<std::uint8_t, N>& prefix)
{
    return bytes.size() >= N && std::equal(prefix.begin(), prefix.end(), bytes.begin());
}

/// The contents of the first codestream box at the file's top level (ISO/IEC 15444-1 Annex I).
std::optional<Span> codestreamOf(Span file)
{
    constexpr std::size_t kHeader = 8;
    while (file.size() >= kHeader) {
        std::size_t length = u32(file, 0);
        if (length == 0) // up to the end of the file
            length = file.size();
        if (length < kHeader ||
            length > file.size()) // 1 would announce a 64-bit length: nothing of ours is so long
            return std::nullopt;
        if (startsWith(file.subspan(4), kCodestreamBox))
            return file.subspan(kHeader, length - kHeader);
        file = file.subspan(length);
    }
    return std::nullopt;
}

bool plausibleSide(std::uint32_t end, std::uint32_t start)
{
    return end > start && end - start >= kLeastSide && end - start <= kMostSide && end <= 2 * kMostSide;
}

/// Checks the SIZ segment (ISO/IEC 15444-1 A.5.1): picture and tile sizes, components and their depth.
bool plausibleSize(Span codestream)
{
    constexpr std::size_t kFixedPart = 42; // SOC, SIZ and its fields up to the number of components
    constexpr std::size_t kComponent = 3;
    if (!startsWith(codestream, kCodestreamStart) || codestream.size() < kFixedPart)
        return false;
    const std::uint32_t components = u16(codestream, 40);
    if ((components != 1 && components != 3) || codestream.size() < kFixedPart + kComponent * components)
        return false;
    for (std::size_t at = kFixedPart; at < kFixedPart + kComponent * components; at += kComponent)
        if (codestream[at] != 7 || codestream[at + 1] != 1 ||
            codestream[at + 2] != 1) // 8 bits unsigned, full size
            return false;
    const std::uint32_t width = u32(codestream, 8);
    const std::uint32_t height = u32(codestream, 12);
    const std::uint32_t tileWidth = u32(codestream, 24);
    const std::uint32_t tileHeight = u32(codestream, 28);
    return plausibleSide(width, u32(codestream, 16)) && plausibleSide(height, u32(codestream, 20)) &&
           tileWidth >= kLeastSide && tileHeight >= kLeastSide;
}

Fault unreadable(std::string_view where)
{
    return Fault{.code = FaultCode::PhotoUnreadable, .where = where};
}

/// OpenCV's errors carry file contents in their texts at worst; only the number leaves this function.
Result<Image> decode(Span file)
{
    try {
        const cv::Mat bytes(1, static_cast<int>(file.size()), CV_8UC1,
                            const_cast<std::uint8_t*>(file.data()));
        cv::Mat picture = cv::imdecode(bytes, cv::IMREAD_COLOR);
        if (picture.empty() || picture.type() != CV_8UC3)
            return unreadable("faceauth/photoDecode");
        if (picture.cols < kComfortableWidth)
            cv::resize(picture, picture, {}, 2, 2, cv::INTER_LINEAR);
        return imageOf(picture);
    } catch (const cv::Exception& error) {
        return Fault{.code = FaultCode::PhotoUnreadable,
                     .space = FaultSpace::OpenCv,
                     .value = error.code,
                     .where = "faceauth/photoDecode"};
    } catch (const std::exception&) {
        return unreadable("faceauth/photoDecode");
    }
}

Result<Image> decodeJpeg2000(Span file)
{
    const auto codestream = startsWith(file, kJp2Signature) ? codestreamOf(file) : std::optional{file};
    if (!codestream || !plausibleSize(*codestream))
        return unreadable("faceauth/photoHeader");
    return decode(file);
}

bool plausiblePicture(std::uint32_t width, std::uint32_t height)
{
    return width >= kLeastPictureSide && width <= kMostPictureSide && height >= kLeastPictureSide &&
           height <= kMostPictureSide;
}

/// The header chunk comes first (PNG 11.2.2).
bool plausiblePng(Span file)
{
    constexpr std::size_t kHeaderEnd = 24;
    return file.size() >= kHeaderEnd && plausiblePicture(u32(file, 16), u32(file, 20));
}

/// Walks the marker segments up to the frame header (ITU-T T.81 B.1.1, B.2.2).
bool plausibleJpeg(Span file)
{
    std::size_t at = 2;
    while (at + 9 <= file.size() && file[at] == 0xFF) {
        const std::uint8_t marker = file[at + 1];
        if (marker == 0xFF) { // fill bytes
            ++at;
            continue;
        }
        const bool frame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (frame)
            return plausiblePicture(u16(file, at + 7), u16(file, at + 5));
        at += 2 + u16(file, at + 2);
    }
    return false;
}

} // namespace

Result<Image> decodePortrait(std::span<const std::uint8_t> jpeg2000)
{
    if (jpeg2000.size() > kMostBytes)
        return unreadable("faceauth/photoTooLong");
    return decodeJpeg2000(jpeg2000);
}

Result<Image> decodePicture(std::span<const std::uint8_t> file)
{
    if (file.size() > kMostPictureBytes)
        return unreadable("faceauth/photoTooLong");
    if (startsWith(file, kJp2Signature) || startsWith(file, kCodestreamStart))
        return decodeJpeg2000(file);
    const bool plausible = startsWith(file, kPngSignature)
                               ? plausiblePng(file)
                               : startsWith(file, kJpegStart) && plausibleJpeg(file);
    return plausible ? decode(file) : unreadable("faceauth/photoHeader");
}

} // namespace madoguchi
