// SPDX-License-Identifier: Apache-2.0
// A program we did not write uses the practice card: Debian's OpenSC, through the real pcscd. Runs inside an
// enclosure.
#include "CardOnTheReader.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <iostream>

using namespace madoguchi;

namespace {

const Bytes kJpki{0xD3, 0x92, 0xF0, 0x00, 0x26, 0x01, 0x00, 0x00, 0x00, 0x01};
constexpr std::uint16_t kPin = 0x0018;

struct OpenSc : CardOnTheReader {
    explicit OpenSc(std::string_view id) : CardOnTheReader{id} {}

    [[nodiscard]] std::string run(const std::string& tool) const
    {
        return outputOf("cd " + scratch.path().string() + " && OPENSC_DRIVER=jpki timeout 30 " + tool);
    }

    ScratchFolder scratch;
};

std::string signing(const std::string& pin)
{
    return "pkcs15-crypt --sign --key 01 --pkcs1 --sha-256 --raw --input hash --output signature --pin " +
           pin;
}

void report(const char* what, const LinkCount& count)
{
    std::cout << what << ": " << count.apdus << " APDUs, " << count.commandBytes << " bytes to the card, "
              << count.responseBytes << " back\n";
}

} // namespace

TEST_CASE("openScReadsTheCertificate")
{
    OpenSc on{"hanako"};

    const auto output = on.run("pkcs15-tool --read-certificate 01 --output certificate.pem");

    INFO(output);
    const auto subject = outputOf("openssl x509 -noout -subject -serial -in " +
                                  (on.scratch.path() / "certificate.pem").string());
    CHECK(subject.find("CN = PRACTICE00000001") != std::string::npos);
    CHECK(subject.find("serial=4D41444F00000001") != std::string::npos);
    report("OpenSC reads the certificate", on.reader.count());
}

TEST_CASE("openScSignsWithThePinAndOpenSslBelievesIt")
{
    OpenSc on{"hanako"};
    const auto folder = on.scratch.path().string();
    std::ofstream{folder + "/message"} << "a message";
    REQUIRE(outputOf("cd " + folder + " && openssl dgst -sha256 -binary -out hash message").empty());

    const auto output = on.run(signing(person("hanako").pin));

    INFO(output);
    report("OpenSC signs", on.reader.count());
    REQUIRE(on.run("pkcs15-tool --read-certificate 01 --output certificate.pem").find("rror") ==
            std::string::npos);
    const auto verdict = outputOf("cd " + folder +
                                  " && openssl x509 -in certificate.pem -pubkey -noout > key && "
                                  "openssl dgst -sha256 -verify key -signature signature message");
    CHECK(verdict == "Verified OK\n");
}

TEST_CASE("openScsWrongPinCostsExactlyOneTry")
{
    OpenSc on{"hanako"};
    const auto folder = on.scratch.path().string();
    REQUIRE(outputOf("cd " + folder + " && printf x | openssl dgst -sha256 -binary -out hash").empty());
    REQUIRE(on.practice->triesLeft(kJpki, kPin) == 3);

    const auto output = on.run(signing("0000"));

    INFO(output);
    CHECK(on.practice->triesLeft(kJpki, kPin) == 2);
    CHECK_FALSE(std::filesystem::exists(folder + "/signature"));
}
