// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/Jpeg2000Check.h"
#include "TestIssuer.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::testing;

namespace {

/// A harmless file with other bytes at an offset from the start of its size segment (FF4F).
Bytes withSize(std::size_t offset, std::string_view bytes)
{
    auto file = jp2(240, 320);
    const auto start = file.size() - (4 + 38 + 3);
    const auto replacement = hex(bytes);
    std::copy(replacement.begin(), replacement.end(),
              file.begin() + static_cast<std::ptrdiff_t>(start + offset));
    return file;
}

} // namespace

TEST_CASE("aPortraitPasses")
{
    CHECK(isHarmlessJp2(jp2(240, 320)));
    CHECK(isHarmlessJp2(jp2(2000, 2000, 4)));
}

TEST_CASE("largePicturesAreRefused")
{
    CHECK_FALSE(isHarmlessJp2(jp2(2001, 320)));
    CHECK_FALSE(isHarmlessJp2(jp2(240, 2001)));
    CHECK_FALSE(isHarmlessJp2(jp2(0, 320)));
    CHECK_FALSE(isHarmlessJp2(jp2(240, 320, 5)));
    CHECK_FALSE(isHarmlessJp2(jp2(240, 320, 0)));
    CHECK_FALSE(isHarmlessJp2(jp2(0xFFFFFFFF, 0xFFFFFFFF)));
    CHECK_FALSE(isHarmlessJp2(jp2(240, 320) + Bytes(kMaxPhotoBytes)));
}

TEST_CASE("contradictorySizesAreRefused")
{
    CHECK(isHarmlessJp2(withSize(0, "FF4FFF51")));
    CHECK_FALSE(isHarmlessJp2(withSize(4, "0028")));      // segment length does not fit one component
    CHECK_FALSE(isHarmlessJp2(withSize(16, "000000F0"))); // starts where it ends
    CHECK_FALSE(isHarmlessJp2(withSize(24, "00000000"))); // tiles without width
    CHECK_FALSE(isHarmlessJp2(withSize(24, "00000001"))); // 240 columns of tiles
    CHECK_FALSE(isHarmlessJp2(withSize(24, "FFFFFFFF")));
    CHECK_FALSE(isHarmlessJp2(withSize(32, "000000F1"))); // tiles start behind the picture
    CHECK_FALSE(isHarmlessJp2(withSize(42, "3F")));       // 64 bits a sample
    CHECK_FALSE(isHarmlessJp2(withSize(43, "00")));       // no columns a sample
}

TEST_CASE("somethingElseIsRefused")
{
    auto truncated = jp2(240, 320);
    truncated.resize(truncated.size() - 4);

    CHECK_FALSE(isHarmlessJp2({}));
    CHECK_FALSE(isHarmlessJp2(hex("FF4FFF51")));
    CHECK_FALSE(isHarmlessJp2(hex("89504E470D0A1A0A0000000D49484452")));
    CHECK_FALSE(isHarmlessJp2(truncated));
    CHECK_FALSE(isHarmlessJp2(hex("0000000C 6A502020 0D0A870A")));
    CHECK_FALSE(isHarmlessJp2(hex("0000000C 6A502020 0D0A870A 00000000 66747970"))); // ends with another box
    CHECK_FALSE(isHarmlessJp2(hex("0000000C 6A502020 0D0A870A 00000007 66747970 00000000")));
}
