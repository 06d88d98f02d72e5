// SPDX-License-Identifier: Apache-2.0
#include "drivers/central/https/CentralFaults.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>
#include <regex>

using namespace madoguchi;

namespace {

std::string content(const char* file)
{
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

} // namespace

TEST_CASE("everyCodeOfLibcurlHasARow")
{
    const std::string header = content(MADO_CURL_HEADER);
    const std::size_t first = header.find("CURLE_OK = 0,");
    const std::size_t last = header.find("CURL_LAST", first);
    REQUIRE(last != std::string::npos);
    const std::string enumeration = header.substr(first, last - first);
    const std::regex name{R"(\n\s*(CURLE_\w+))"};
    int code = 0; // CURLE_OK, the others count on from it
    for (std::sregex_iterator it{enumeration.begin(), enumeration.end(), name}, end; it != end; ++it) {
        ++code;
        CAPTURE((*it)[1].str(), code);
        CHECK(curlRow(code));
    }
    CHECK(code > 90);
    CHECK_FALSE(curlRow(0));
    CHECK_FALSE(curlRow(code + 1));
}

TEST_CASE("everyVerifyErrorOfOpenSslHasARow")
{
    const std::string header = content(MADO_X509_HEADER);
    const std::regex definition{R"(#\s*define\s+(X509_V_ERR_\w+)\s+(\d+))"};
    int errors = 0;
    for (std::sregex_iterator it{header.begin(), header.end(), definition}, end; it != end; ++it) {
        ++errors;
        CAPTURE((*it)[1].str());
        CHECK(x509Row(std::stol((*it)[2].str())));
    }
    CHECK(errors > 80);
}

TEST_CASE("unknownCodesAreNeverTrust")
{
    CHECK(faultOfCurl(12345, "w").code == FaultCode::Internal);
    CHECK(faultOfX509(12345, "w").code == FaultCode::CentralUntrusted);
    CHECK(faultOfAlert(255, "w").code == FaultCode::CentralUntrusted);
}

TEST_CASE("statusesAreTranslated")
{
    const auto code = [](long status) { return faultOfHttp(status, "w").code; };

    for (const long status : {0L, 100L, 201L, 204L, 206L, 301L, 302L, 399L, 600L, 999L})
        CHECK(code(status) == FaultCode::CentralAnswerInvalid);
    CHECK(code(401) == FaultCode::TerminalRefused);
    CHECK(code(403) == FaultCode::TerminalRefused);
    CHECK(code(404) == FaultCode::NotOffered);
    CHECK(code(501) == FaultCode::NotOffered);
    CHECK(code(408) == FaultCode::CentralTooSlow);
    CHECK(code(504) == FaultCode::CentralTooSlow);
    CHECK(code(400) == FaultCode::CentralRefused);
    CHECK(code(422) == FaultCode::CentralRefused);
    CHECK(code(429) == FaultCode::CentralBusy);
    CHECK(code(500) == FaultCode::CentralBusy);
    CHECK(code(503) == FaultCode::CentralBusy);
}

TEST_CASE("refusalsSayWhoCanAct")
{
    const auto code = [](CentralError error) { return faultOfRefusal(error, "w").code; };

    CHECK(code(CentralError::ChallengeUnknown) == FaultCode::ChallengeExpired);
    CHECK(code(CentralError::CertificateExpired) == FaultCode::CertificateExpired);
    CHECK(code(CentralError::CertificateRevoked) == FaultCode::CertificateRevoked);
    CHECK(code(CentralError::CertificateUntrusted) == FaultCode::CardNotGenuine);
    CHECK(code(CentralError::TerminalNotAllowed) == FaultCode::TerminalRefused);
    CHECK(code(CentralError::SignatureInvalid) == FaultCode::CentralRefused);
    CHECK(code(CentralError::Busy) == FaultCode::CentralBusy);
}

TEST_CASE("faultsNameTheirSpaceAndNumber")
{
    const Fault fault = faultOfX509(10, "central/ask");

    CHECK(fault == Fault{FaultCode::CentralUntrusted, FaultSpace::X509, 10, "central/ask"});
}
