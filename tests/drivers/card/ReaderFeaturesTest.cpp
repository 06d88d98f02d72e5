// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/ReaderFeatures.h"
#include "CardScript.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::testing;

TEST_CASE("theControlCodeIsFoundAmongTheFeatures")
{
    CHECK(tlvPropertiesCode(hex("06 04 42330006 12 04 42330012")) == 0x42330012U);
    CHECK_FALSE(tlvPropertiesCode(hex("06 04 42330006")));
    CHECK_FALSE(tlvPropertiesCode(hex("12 02 4233")));
    CHECK_FALSE(tlvPropertiesCode(hex("12 04 4233")));
    CHECK_FALSE(tlvPropertiesCode({}));
}

TEST_CASE("theLargestApduIsReadInLittleEndian")
{
    CHECK(maxApduDataSize(hex("01 02 0000 0A 04 00000100")) == 65536U);
    CHECK(maxApduDataSize(hex("0A 04 00000000")) == 0U);
    CHECK(maxApduDataSize(hex("0A 04 00080000")) == 2048U);
}

TEST_CASE("reservedAndMalformedSizesCountAsAbsent")
{
    CHECK_FALSE(maxApduDataSize(hex("0A 04 10000000")));
    CHECK_FALSE(maxApduDataSize(hex("0A 04 01000100")));
    CHECK_FALSE(maxApduDataSize(hex("0A 02 0001")));
    CHECK_FALSE(maxApduDataSize(hex("0A 04 0000")));
    CHECK_FALSE(maxApduDataSize({}));
}
