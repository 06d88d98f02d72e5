// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/PortraitDecoder.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <opencv2/imgcodecs.hpp>
#include <random>

using namespace madoguchi;

namespace {

using Raw = std::vector<std::uint8_t>;

void put(Raw& bytes, std::uint32_t value, int size)
{
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8)
        bytes.push_back(static_cast<std::uint8_t>(value >> shift));
}

struct Announced {
    std::uint32_t width{320}, height{400}, tileWidth{320}, tileHeight{400}, components{1}, depth{7};
};

/// A codestream that begins correctly and then stops.
Raw codestream(const Announced& announced)
{
    Raw bytes{0xFF, 0x4F, 0xFF, 0x51};
    put(bytes, 38 + 3 * announced.components, 2);
    put(bytes, 0, 2);
    for (const std::uint32_t value :
         {announced.width, announced.height, 0U, 0U, announced.tileWidth, announced.tileHeight, 0U, 0U})
        put(bytes, value, 4);
    put(bytes, announced.components, 2);
    for (std::uint32_t i = 0; i < announced.components; ++i) {
        put(bytes, announced.depth, 1);
        put(bytes, 0x0101, 2);
    }
    return bytes;
}

std::string_view refusedAt(const Raw& bytes)
{
    const auto image = decodePortrait(bytes);
    REQUIRE_FALSE(image);
    CHECK(image.fault().code == FaultCode::PhotoUnreadable);
    return image.fault().where;
}

} // namespace

TEST_CASE("whatIsNoJpeg2000NeverReachesTheDecoder")
{
    CHECK(refusedAt({}) == "faceauth/photoHeader");
    CHECK(refusedAt({0xFF, 0xD8, 0xFF, 0xE0}) == "faceauth/photoHeader");
    CHECK(refusedAt(Raw(100, 0x42)) == "faceauth/photoHeader");
    CHECK(refusedAt(Raw(129 * 1024, 0)) == "faceauth/photoTooLong");
}

TEST_CASE("announcedSizesAreBoundedBeforeTheDecoderAllocates")
{
    CHECK(refusedAt(codestream({.width = 60000, .height = 60000})) == "faceauth/photoHeader");
    CHECK(refusedAt(codestream({.width = 0})) == "faceauth/photoHeader");
    CHECK(refusedAt(codestream({.width = 0xFFFFFFFF})) == "faceauth/photoHeader");
    CHECK(refusedAt(codestream({.tileWidth = 1, .tileHeight = 1})) == "faceauth/photoHeader");
    CHECK(refusedAt(codestream({.components = 2})) == "faceauth/photoHeader");
    CHECK(refusedAt(codestream({.components = 16384})) == "faceauth/photoHeader");
    CHECK(refusedAt(codestream({.depth = 37})) == "faceauth/photoHeader");
}

TEST_CASE("aTruncatedPhotoIsUnreadable")
{
    CHECK(refusedAt(codestream({})) == "faceauth/photoDecode");
}

TEST_CASE("boxesThatLieAboutTheirLengthAreRefused")
{
    Raw file{0, 0, 0, 12, 'j', 'P', ' ', ' ', 0x0D, 0x0A, 0x87, 0x0A};
    const std::uint32_t length = GENERATE(1U, 7U, 0x7FFFFFFFU, 0xFFFFFFFFU);
    put(file, length, 4);
    file.insert(file.end(), {'j', 'p', '2', 'c'});
    const Raw stream = codestream({});
    file.insert(file.end(), stream.begin(), stream.end());

    CHECK(refusedAt(file) == "faceauth/photoHeader");
}

namespace {

Raw encoded(const char* ending, int width, int height)
{
    Raw bytes;
    REQUIRE(cv::imencode(ending, cv::Mat(height, width, CV_8UC3, cv::Scalar{10, 120, 240}), bytes));
    return bytes;
}

/// A PNG whose header promises another size.
Raw announcedPng(std::uint32_t width, std::uint32_t height)
{
    Raw bytes = encoded(".png", 64, 64);
    Raw size;
    put(size, width, 4);
    put(size, height, 4);
    std::copy(size.begin(), size.end(), bytes.begin() + 16);
    return bytes;
}

bool refusedPicture(const Raw& bytes)
{
    const auto picture = decodePicture(bytes);
    return !picture && picture.fault().code == FaultCode::PhotoUnreadable;
}

} // namespace

TEST_CASE("stillsOfAllThreeKindsAreRead")
{
    for (const char* ending : {".png", ".jpg", ".jp2"}) {
        INFO(ending);
        const auto picture = decodePicture(encoded(ending, 250, 300));
        REQUIRE(picture);
        CHECK(picture->width == 250);
        CHECK(picture->height == 300);
        CHECK(picture->row(150)[3 * 125] == Approx(10).margin(8));
        CHECK(picture->row(150)[3 * 125 + 2] == Approx(240).margin(8));
    }
}

TEST_CASE("stillsThatPromiseTooMuchNeverReachADecoder")
{
    CHECK(decodePicture(announcedPng(64, 64)));
    CHECK(refusedPicture(announcedPng(100'000, 100'000)));
    CHECK(refusedPicture(announcedPng(8193, 64)));
    CHECK(refusedPicture(announcedPng(0, 64)));
    CHECK(refusedPicture(announcedPng(0xFFFFFFFF, 2)));
    Raw jpeg = encoded(".jpg", 64, 64);
    const Raw frame{0xFF, 0xC0};
    const auto header = std::search(jpeg.begin(), jpeg.end(), frame.begin(), frame.end());
    REQUIRE(header != jpeg.end());
    header[5] = 0xFF; // the height's upper byte
    CHECK(refusedPicture(jpeg));
}

TEST_CASE("cutAndStrangeStillsAreRefused")
{
    for (const char* ending : {".png", ".jpg"}) {
        const Raw whole = encoded(ending, 64, 64);
        for (const std::size_t length : {0, 1, 2, 3, 4, 8, 12, 20, 24})
            CHECK(refusedPicture(Raw(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length))));
    }
    CHECK(refusedPicture(encoded(".bmp", 64, 64)));
    CHECK(refusedPicture(Raw(1000, 0xFF)));
    CHECK(refusedPicture({0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0xFF, 0xE0, 0, 0})); // segments of no length
}
