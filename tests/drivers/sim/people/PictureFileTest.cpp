// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/PictureFile.h"
#include "TestFolder.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

FaultCode refusalOf(const std::filesystem::path& file)
{
    const Result<Image> image = readPng(file);
    REQUIRE_FALSE(image);
    return image.fault().code;
}

/// A PNG whose header claims another size; the pixels stay as they were.
std::string claiming(std::string png, std::uint32_t width, std::uint32_t height)
{
    for (int i = 0; i < 4; ++i) {
        png[static_cast<std::size_t>(16 + i)] = static_cast<char>(width >> (24 - 8 * i));
        png[static_cast<std::size_t>(20 + i)] = static_cast<char>(height >> (24 - 8 * i));
    }
    return png;
}

} // namespace

TEST_CASE("pngComesBackAsItWasWritten")
{
    const TestFolder folder;
    const auto file = folder.path() / "a.png";
    Image image = plainPicture(20, 10, 100);
    image.row(3)[3 * 7 + 2] = 200;

    REQUIRE(writePng(file, image));
    const Result<Image> again = readPng(file);

    REQUIRE(again);
    CHECK(again->width == 20);
    CHECK(again->height == 10);
    CHECK(again->pixels == image.pixels);
}

TEST_CASE("missingPictureIsAMissingCamera")
{
    CHECK(refusalOf("/nonexistent/000.png") == FaultCode::CameraMissing);
}

TEST_CASE("brokenPictureIsRefused")
{
    const TestFolder folder;
    const auto file = folder.path() / "a.png";
    REQUIRE(writePng(file, plainPicture(64, 64, 90)));
    const std::string whole = contents(file);

    for (const std::string& bytes :
         {std::string{}, std::string{"P6 1 1 255"}, whole.substr(0, 33), whole.substr(0, whole.size() - 20),
          std::string(5000, 'x'), std::string{"\xff\xd8\xff\xe0"} + whole}) {
        overwrite(file, bytes);

        INFO(bytes.size() << " bytes");
        CHECK(refusalOf(file) == FaultCode::CameraBlind);
    }
}

TEST_CASE("hugeDimensionsAreRefusedBeforeDecoding")
{
    const TestFolder folder;
    const auto file = folder.path() / "a.png";
    REQUIRE(writePng(file, plainPicture(8, 8, 90)));
    const std::string whole = contents(file);

    for (const auto& [width, height] :
         {std::pair{1921U, 8U}, {8U, 1441U}, {0x7fffffffU, 0x7fffffffU}, {0U, 8U}, {0xffffffffU, 1U}}) {
        overwrite(file, claiming(whole, width, height));

        INFO(width << " x " << height);
        CHECK(refusalOf(file) == FaultCode::CameraBlind);
    }
}

TEST_CASE("folderThatCannotBeWrittenIsAFault")
{
    const Result<void> written = writePng("/nonexistent/a.png", plainPicture(8, 8, 0));

    REQUIRE_FALSE(written);
    CHECK(written.fault().code == FaultCode::SettingsInvalid);
}
