// SPDX-License-Identifier: Apache-2.0
// The real madoguchi-face, which decodes one picture and ends.
#include "drivers/face/ChipPicture.h"

#include <catch2/catch.hpp>
#include <opencv2/imgcodecs.hpp>

#include <fstream>
#include <string>

using namespace madoguchi;

namespace {

const std::filesystem::path kFace = std::filesystem::path{MADO_BIN_DIR} / "madoguchi-face";

Bytes encoded(int width, int height)
{
    cv::Mat picture(height, width, CV_8UC1, cv::Scalar(40));
    picture(cv::Rect(0, 0, width, height / 2)).setTo(cv::Scalar(200));
    std::vector<std::uint8_t> bytes;
    REQUIRE(cv::imencode(".jp2", picture, bytes));
    return bytes;
}

struct Pgm {
    int width{}, height{}, brightest{};
    std::string pixels;
};

Pgm pgmOf(const Bytes& bytes)
{
    const std::string text{bytes.begin(), bytes.end()};
    Pgm pgm;
    int header{};
    REQUIRE(std::sscanf(text.c_str(), "P5 %d %d %d\n%n", &pgm.width, &pgm.height, &pgm.brightest, &header) ==
            3);
    pgm.pixels = text.substr(static_cast<std::size_t>(header));
    return pgm;
}

} // namespace

TEST_CASE("theChipsPhotoBecomesAGreyPictureOfAtMostTheWindowsSize")
{
    const auto picture = pgmOf(chipPicture(encoded(480, 640), kFace));

    CHECK(picture.width == 240);
    CHECK(picture.height == 320);
    REQUIRE(picture.pixels.size() == 240U * 320U);
    CHECK(static_cast<unsigned char>(picture.pixels.front()) > 180); // light above
    CHECK(static_cast<unsigned char>(picture.pixels.back()) < 60);   // dark below
}

TEST_CASE("whatIsNoPictureIsNone")
{
    CHECK(chipPicture({}, kFace).empty());
    CHECK(chipPicture({0xFF, 0x4F, 0x00, 0x01}, kFace).empty());
    auto torn = encoded(240, 320);
    torn.resize(torn.size() / 3);
    CHECK(chipPicture(torn, kFace).size() <= 240U * 320U + 32); // whatever came of it, it is bounded
}

TEST_CASE("withoutTheDecoderThereIsNoPicture")
{
    CHECK(chipPicture(encoded(240, 320), "/nonexistent/face").empty());
    CHECK(chipPicture(encoded(240, 320), "/bin/true").empty());
}

TEST_CASE("noDecoderIsLeftBehind")
{
    static_cast<void>(chipPicture(encoded(240, 320), kFace));

    std::ifstream children{"/proc/self/task/" + std::to_string(::getpid()) + "/children"};
    std::string left;
    std::getline(children, left);
    CHECK(left.empty());
}
