// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/BerTlv.h"
#include "CardScript.h"
#include "TestIssuer.h"
#include "drivers/card/CardFaceRecord.h"
#include "drivers/card/CvCertificate.h"

#include <catch2/catch.hpp>
#include <random>

using namespace madoguchi;
using namespace madoguchi::testing;

TEST_CASE("objectsAreReadOneAfterTheOther")
{
    const auto data = tlv(0xDF22, hex("0102")) + tlv(0x90, hex("010001")) + tlv(0x7F21, Bytes(300, 7));
    BerReader reader{data};

    const auto first = reader.next();
    const auto second = reader.next();
    const auto third = reader.next();

    REQUIRE((first && second && third));
    CHECK(first->tag == 0xDF22);
    CHECK(toHex(first->whole) == "DF22020102");
    CHECK(second->tag == 0x90);
    CHECK(toHex(second->value) == "010001");
    CHECK(third->tag == 0x7F21);
    CHECK(third->value.size() == 300);
    CHECK_FALSE(reader.next());
}

TEST_CASE("malformedObjectsAreRefused")
{
    const std::pair<const char*, const char*> rows[]{
        {"nothing", ""},
        {"tag only", "30"},
        {"indefinite length", "308000000000"},
        {"reserved length octet", "30FF"},
        {"one octet where none is needed", "30817F"},
        {"two octets where one is enough", "308200FF"},
        {"three length octets", "3083010000"},
        {"length octets cut off", "308201"},
        {"value cut off", "300501020304"},
        {"filler", "FFFFFFFFFFFF"},
        {"zeros", "000000000000"},
        {"tag of four bytes", "DF8181010100"},
        {"tag number with leading zeros", "DF80210100"},
        {"tag cut off", "DF"},
        {"largest length, nothing there", "3082FFFF00"},
    };

    for (const auto& [what, bytes] : rows) {
        INFO(what);
        const auto data = hex(bytes);
        CHECK_FALSE(BerReader{data}.next());
    }
}

TEST_CASE("afterAMalformedObjectNothingFollows")
{
    const auto data = hex("3080") + tlv(0x30, hex("01"));
    BerReader reader{data};

    CHECK_FALSE(reader.next());
    CHECK_FALSE(reader.next());
    CHECK(reader.rest().empty());
}

TEST_CASE("anObjectWithAnotherTagEndsTheReading")
{
    const auto data = tlv(0xDF21, hex("00")) + tlv(0xDF22, hex("00"));
    BerReader reader{data};

    CHECK_FALSE(reader.next(0xDF22));
    CHECK_FALSE(reader.next());
}

TEST_CASE("theHeaderAloneAnnouncesTheLength")
{
    CHECK(announcedLength(hex("3082063C")) == 0x063CU + 4);
    CHECK(announcedLength(hex("FF2082451A")) == 0x451AU + 5);
    CHECK(announcedLength(hex("0412")) == 0x12U + 2);
    CHECK_FALSE(announcedLength(hex("30")));
    CHECK_FALSE(announcedLength(hex("8F8F00")));
    CHECK_FALSE(announcedLength(hex("FFFFFFFF")));
}

namespace {

Bytes mutated(Bytes data, std::mt19937& random)
{
    const auto below = [&](std::size_t limit) { return random() % std::max<std::size_t>(limit, 1); };
    for (auto changes = 1 + below(4); changes > 0 && !data.empty(); --changes) {
        switch (below(4)) {
        case 0:
            data[below(data.size())] = static_cast<std::uint8_t>(random());
            break;
        case 1:
            data.resize(below(data.size()));
            break;
        case 2:
            data.insert(data.begin() + static_cast<std::ptrdiff_t>(below(data.size())),
                        static_cast<std::uint8_t>(random()));
            break;
        default:
            data[below(std::min<std::size_t>(data.size(), 40))] ^= static_cast<std::uint8_t>(1U << below(8));
            break;
        }
    }
    return data;
}

bool within(ByteSpan part, ByteSpan whole)
{
    return part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size();
}

} // namespace

TEST_CASE("whateverTheBytesReadingStaysInsideThem")
{
    const auto face = TestIssuer::one().face({.photo = jp2(240, 320)});
    const auto issuer = TestIssuer::one().issuerCertificate();
    std::mt19937 random{20261120};

    for (int round = 0; round < 20000; ++round) {
        const auto data = mutated(round % 2 == 0 ? face : issuer, random);
        std::size_t steps = 0;
        for (BerReader reader{data}; const auto object = reader.next();) {
            REQUIRE(within(object->whole, data));
            REQUIRE(within(object->value, object->whole));
            REQUIRE(++steps <= data.size());
        }
        if (const auto record = CardFaceRecord::parse(data)) {
            for (const auto part :
                 {record->person, record->pictures, record->photo, record->cardKey, record->signature})
                REQUIRE(within(part, data));
        }
        if (const auto certificate = CvCertificate::parse(data))
            (void)certificate->subjectKey();
    }
}
