// SPDX-License-Identifier: Apache-2.0
#include "foundation/base/Base64.h"

#include <catch2/catch.hpp>

#include <random>

using namespace madoguchi;

TEST_CASE("base64AgreesWithTheVectorsOfRfc4648")
{
    const auto bytes = [](std::string_view s) { return Bytes(s.begin(), s.end()); };

    CHECK(toBase64(bytes("")) == "");
    CHECK(toBase64(bytes("f")) == "Zg==");
    CHECK(toBase64(bytes("fo")) == "Zm8=");
    CHECK(toBase64(bytes("foo")) == "Zm9v");
    CHECK(toBase64(bytes("foobar")) == "Zm9vYmFy");
    CHECK(fromBase64("Zm9vYg==") == bytes("foob"));
    CHECK(fromBase64("Zm9vYmE=") == bytes("fooba"));
    CHECK(fromBase64("") == Bytes{});
}

TEST_CASE("base64ComesBackAsItWent")
{
    std::mt19937 random{20261120};

    for (std::size_t size = 0; size < 300; ++size) {
        Bytes bytes(size);
        for (auto& byte : bytes)
            byte = static_cast<std::uint8_t>(random());

        CHECK(fromBase64(toBase64(bytes)) == bytes);
    }
}

TEST_CASE("base64HasOnlyOneSpellingOfEachByteString")
{
    for (const auto* text : {"Zg", "Zg=", "Zg===", "Z===", "====", "Zm9v=", "Zm=v", "Zg==Zg==", "Zm9v\n",
                             " Zm9v", "Zm 9", "Zh==", "Zm9=", "Zm-_", "\xE3\x81\x82!"})
        CHECK_FALSE(fromBase64(text));
}
