// SPDX-License-Identifier: Apache-2.0
#include "faceauth/PortraitDecoder.h"

#include <catch2/catch.hpp>
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
