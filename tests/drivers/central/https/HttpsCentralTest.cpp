// SPDX-License-Identifier: Apache-2.0
// Trusted servers whose answers are complete, and still not the answer to our question.
#include "drivers/central/https/HttpsCentral.h"
#include "TestPki.h"
#include "TlsPeer.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::test;

namespace {

constexpr const char* kInstitution = "1319999999";
constexpr const char* kKey = "visit-1";

TestPki& pki()
{
    static TestPki made;
    return made;
}

std::string http(std::string_view status, const std::string& body)
{
    return "HTTP/1.1 " + std::string{status} + "\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

CentralAnswer goodAnswer()
{
    CentralAnswer answer;
    answer.eligibility.executedAt = "20261120101500";
    answer.eligibility.confirmedFor = "20261120";
    answer.eligibility.institutionCode = kInstitution;
    answer.eligibility.fileIdentifier = kKey;
    answer.eligibility.referenceClass = "1";
    answer.eligibility.segmentOfResult = "1";
    answer.eligibility.processingStatus = "1";
    answer.eligibility.validity = Validity::NotFound;
    return answer;
}

/// Asks a server that answers every question with these bytes.
Result<CentralAnswer> answerTo(const std::string& bytes)
{
    const TlsHandle tls = pki().context(pki().server, {&pki().intermediate});
    TlsPeer peer{tls.get(), [&](PeerConnection& connection) {
                     connection.request();
                     connection.send(bytes);
                 }};
    const auto central = HttpsCentral::open(pki().connection(peer.port()));
    REQUIRE(central);
    return (*central)->ask({.certificate = {1},
                            .signature = {2},
                            .nonce = Bytes(16, 3),
                            .consents = {},
                            .idempotencyKey = kKey});
}

FaultCode codeAfter(const std::string& bytes)
{
    const auto answer = answerTo(bytes);
    REQUIRE_FALSE(answer);
    CHECK(answer.fault().where == "central/ask");
    return answer.fault().code;
}

} // namespace

TEST_CASE("answerToOurQuestionIsTaken")
{
    const auto answer = answerTo(http("200 OK", *encode(goodAnswer())));

    REQUIRE(answer);
    CHECK(answer->eligibility.validity == Validity::NotFound);
}

TEST_CASE("answerToAnotherQuestionIsRefused")
{
    CentralAnswer answer = goodAnswer();

    SECTION("another institution's")
    {
        answer.eligibility.institutionCode = "1318888888";
    }
    SECTION("another visit's")
    {
        answer.eligibility.fileIdentifier = "visit-2";
    }
    SECTION("nobody's")
    {
        answer.eligibility.fileIdentifier.clear();
    }

    CHECK(codeAfter(http("200 OK", *encode(answer))) == FaultCode::CentralAnswerInvalid);
}

TEST_CASE("bodyThatLostItsEndIsRefused")
{
    const std::string whole = *encode(goodAnswer());
    const std::size_t shorter = whole.find_last_of('>'); // the length leaves out the last bracket

    CHECK(codeAfter("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(shorter) + "\r\n\r\n" + whole) ==
          FaultCode::CentralAnswerInvalid);
}

TEST_CASE("bodiesOfAnotherKindAreRefused")
{
    for (const char* body :
         {"", "{}", "<html/>", "<XmlMsg/>", "<!DOCTYPE x [<!ENTITY a 'b'>]><XmlMsg>&a;</XmlMsg>"})
        CHECK(codeAfter(http("200 OK", body)) == FaultCode::CentralAnswerInvalid);
}

TEST_CASE("refusalsAreReadWhateverTheStatus")
{
    const std::string revoked = *encode(CentralRefusal{CentralError::CertificateRevoked});

    CHECK(codeAfter(http("422 No", revoked)) == FaultCode::CertificateRevoked);
    CHECK(codeAfter(http("400 No", revoked)) == FaultCode::CertificateRevoked);
}

TEST_CASE("statusAloneDecidesWhenTheBodySaysNothing")
{
    CHECK(codeAfter(http("403 No", "<html>")) == FaultCode::TerminalRefused);
    CHECK(codeAfter(http("404 No", "")) == FaultCode::NotOffered);
    CHECK(codeAfter(http("418 No", "")) == FaultCode::CentralRefused);
}

TEST_CASE("keysOfQuestionsAreNeverGuessable")
{
    std::vector<std::string> keys;
    const TlsHandle tls = pki().context(pki().server, {&pki().intermediate});
    TlsPeer peer{tls.get(), [&](PeerConnection& connection) {
                     for (std::string request; !(request = connection.request()).empty();) {
                         const std::size_t at = request.find("Idempotency-Key: ");
                         keys.push_back(at == std::string::npos ? "" : request.substr(at + 17, 32));
                         connection.send(http("422 No", ""));
                     }
                 }};
    const auto central = HttpsCentral::open(pki().connection(peer.port()));
    REQUIRE(central);
    const EligibilityQuery query{
        .certificate = {1}, .signature = {2}, .nonce = Bytes(16, 3), .consents = {}, .idempotencyKey = {}};

    (void)(*central)->ask(query);
    (void)(*central)->ask(query);
    peer.finish();

    REQUIRE(keys.size() == 2);
    CHECK(keys[0].size() == 32);
    CHECK(keys[0] != keys[1]);
}
