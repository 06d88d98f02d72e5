// SPDX-License-Identifier: Apache-2.0
#include "TestFolder.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

namespace madoguchi {

TestFolder::TestFolder()
{
    std::string name = MADO_TEST_DIR "/sim-people-XXXXXX";
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
}

TestFolder::~TestFolder()
{
    std::error_code ignored; // nothing a destructor could do about it
    std::filesystem::remove_all(path_, ignored);
}

Image plainPicture(int width, int height, std::uint8_t grey)
{
    Image image{
        .width = width, .height = height, .stride = 3 * width, .format = PixelFormat::Bgr8, .pixels = {}};
    image.pixels.assign(static_cast<std::size_t>(image.stride) * static_cast<std::size_t>(height), grey);
    return image;
}

std::string contents(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    REQUIRE(in);
    return {std::istreambuf_iterator<char>{in}, {}};
}

void overwrite(const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream{file, std::ios::binary} << bytes;
}

} // namespace madoguchi
