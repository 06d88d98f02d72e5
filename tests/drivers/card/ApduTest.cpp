// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/Apdu.h"
#include "CardScript.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::testing;

TEST_CASE("everyCaseOfTheStandardIsEncoded")
{
    struct Row {
        const char* what;
        CommandApdu command;
        std::string wire;
    };
    const Row rows[]{
        {"case 1", {0x00, 0x20, 0x00, 0x98, {}, std::nullopt}, "00200098"},
        {"case 2 short", {0x00, 0xB0, 0x8A, 0x00, {}, 7U}, "00B08A0007"},
        {"case 2 short, 256", {0x00, 0xB0, 0x8A, 0x00, {}, 256U}, "00B08A0000"},
        {"case 2 extended", {0x00, 0xB0, 0x8A, 0x00, {}, 1600U}, "00B08A00000640"},
        {"case 2 extended, 65536", {0x00, 0xB0, 0x8A, 0x00, {}, 65536U}, "00B08A00000000"},
        {"case 3 short", {0x00, 0x20, 0x00, 0x98, hex("31323334"), std::nullopt}, "002000980431323334"},
        {"case 4 short", {0x80, 0x2A, 0x02, 0x97, hex("AA"), 256U}, "802A029701AA00"},
        {"case 4 extended by answer", {0x80, 0x2A, 0x02, 0x97, hex("AA"), 257U}, "802A0297000001AA0101"},
    };

    for (const auto& row : rows) {
        INFO(row.what);
        CHECK(toHex(encode(row.command)) == row.wire);
    }
}

TEST_CASE("moreThan255BytesGoOutExtended")
{
    const auto short255 = encode({0x80, 0xA2, 0x06, 0xC1, Bytes(255, 0x11), std::nullopt});
    const auto long256 = encode({0x80, 0xA2, 0x06, 0xC1, Bytes(256, 0x11), 16U});

    CHECK(toHex(ByteSpan{short255}.first(6)) == "80A206C1FF11");
    CHECK(short255.size() == 5 + 255);
    CHECK(toHex(ByteSpan{long256}.first(8)) == "80A206C100010011");
    CHECK(toHex(ByteSpan{long256}.last(3)) == "110010");
}

TEST_CASE("anAnswerIsSplitIntoDataAndStatus")
{
    const auto answer = decodeResponse(hex("8F8F009000"));

    REQUIRE(answer);
    CHECK(toHex(answer->data) == "8F8F00");
    CHECK(answer->status == 0x9000);
}

TEST_CASE("anAnswerWithoutStatusIsNone")
{
    for (const auto* bytes : {"", "90"}) {
        const auto answer = decodeResponse(hex(bytes));

        REQUIRE_FALSE(answer);
        CHECK(answer.fault().code == FaultCode::CardUnreadable);
    }
}
