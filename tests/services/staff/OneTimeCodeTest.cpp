// SPDX-License-Identifier: Apache-2.0
#include "services/staff/OneTimeCode.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

const Bytes kRfcSecret{'1', '2', '3', '4', '5', '6', '7', '8', '9', '0',
                       '1', '2', '3', '4', '5', '6', '7', '8', '9', '0'};

std::chrono::sys_seconds at(std::int64_t seconds)
{
    return std::chrono::sys_seconds{std::chrono::seconds{seconds}};
}

} // namespace

TEST_CASE("codesAreThoseOfTheStandard") // RFC 6238, appendix B
{
    const std::pair<std::uint64_t, const char*> vectors[] = {
        {59, "94287082"},         {1111111109, "07081804"}, {1111111111, "14050471"},
        {1234567890, "89005924"}, {2000000000, "69279037"}, {20000000000, "65353130"}};
    for (const auto& [seconds, code] : vectors)
        CHECK(oneTimeCode(kRfcSecret, seconds / 30, 8) == code);
    CHECK(oneTimeCode(kRfcSecret, 1) == "287082");
}

TEST_CASE("aCodeHoldsOneStepBeforeAndAfter")
{
    const auto code = oneTimeCode(kRfcSecret, 100);

    CHECK(stepOfCode(kRfcSecret, code, at(99 * 30), 0) == 100);
    CHECK(stepOfCode(kRfcSecret, code, at(100 * 30 + 29), 0) == 100);
    CHECK(stepOfCode(kRfcSecret, code, at(101 * 30 + 29), 0) == 100);
    CHECK_FALSE(stepOfCode(kRfcSecret, code, at(102 * 30), 0));
    CHECK_FALSE(stepOfCode(kRfcSecret, code, at(98 * 30 + 29), 0));
}

TEST_CASE("noCodeOpensTwiceAndNoneBeforeOneThatHas")
{
    CHECK_FALSE(stepOfCode(kRfcSecret, oneTimeCode(kRfcSecret, 100), at(100 * 30), 100));
    CHECK_FALSE(stepOfCode(kRfcSecret, oneTimeCode(kRfcSecret, 99), at(100 * 30), 100));
    CHECK(stepOfCode(kRfcSecret, oneTimeCode(kRfcSecret, 101), at(100 * 30), 100) == 101);
}

TEST_CASE("whatIsNoCodeOpensNothing")
{
    for (const auto* text : {"", "1", "00000000", "abcdef"})
        CHECK_FALSE(stepOfCode(kRfcSecret, text, at(3000), 0));
}

TEST_CASE("base32IsWhatAuthenticatorsRead") // RFC 4648, section 10
{
    const auto bytes = [](std::string_view text) { return Bytes{text.begin(), text.end()}; };

    CHECK(base32(bytes("f")) == "MY");
    CHECK(base32(bytes("fooba")) == "MZXW6YTB");
    CHECK(base32(bytes("foobar")) == "MZXW6YTBOI");
    CHECK(fromBase32("MZXW6YTBOI") == bytes("foobar"));
    CHECK_FALSE(fromBase32("mzxw"));
    CHECK_FALSE(fromBase32("MZ1W"));
}
