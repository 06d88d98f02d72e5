// SPDX-License-Identifier: Apache-2.0
// Servers that are who they say they are, and then answer badly: broken, endless, ambiguous or not at all.
#include "TestPki.h"
#include "TlsPeer.h"
#include "drivers/central/https/HttpsSession.h"

#include <catch2/catch.hpp>

#include <chrono>

using namespace madoguchi;
using namespace madoguchi::test;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view kWhere = "test/ask";
constexpr std::string_view kOk = "HTTP/1.1 200 OK\r\n";

TestPki& pki()
{
    static TestPki made;
    return made;
}

/// A trusted server that runs `script` on each connection.
struct GoodPeer {
    explicit GoodPeer(TlsPeer::Script script, std::chrono::milliseconds total = 10s)
        : tls{pki().context(pki().server, {&pki().intermediate})}, peer{tls.get(), std::move(script)},
          session{open(peer.port(), total)}
    {
    }

    static std::unique_ptr<HttpsSession> open(std::uint16_t port, std::chrono::milliseconds total)
    {
        CentralConnection connection = pki().connection(port);
        connection.times.total = total;
        return std::move(*HttpsSession::open(connection));
    }
    Result<HttpsAnswer> ask() { return session->send({.path = "/v1/challenge", .where = kWhere}); }
    Result<HttpsAnswer> post(std::string key)
    {
        return session->send({.path = "/v1/eligibility/card",
                              .body = "<question/>",
                              .idempotencyKey = std::move(key),
                              .where = kWhere});
    }
    int connectionsAtTheEnd()
    {
        peer.finish();
        return peer.connections();
    }

    TlsHandle tls;
    TlsPeer peer;
    std::unique_ptr<HttpsSession> session;
};

/// Reads the request and sends these bytes, then closes in the orderly way.
TlsPeer::Script answering(std::string bytes)
{
    return [bytes = std::move(bytes)](PeerConnection& connection) {
        connection.request();
        connection.send(bytes);
        connection.closeNotify();
    };
}

TlsPeer::Script breakingOffAfter(std::string bytes)
{
    return [bytes = std::move(bytes)](PeerConnection& connection) {
        connection.request();
        connection.send(bytes);
    };
}

std::string ok(std::string_view headers, std::string_view body)
{
    return std::string{kOk}.append(headers).append("\r\n").append(body);
}

FaultCode codeAfter(TlsPeer::Script script)
{
    GoodPeer peer{std::move(script)};
    const auto answer = peer.ask();
    REQUIRE_FALSE(answer);
    CHECK(answer.fault().where == kWhere);
    return answer.fault().code;
}

FaultCode codeAfter(std::string bytes)
{
    return codeAfter(answering(std::move(bytes)));
}

} // namespace

TEST_CASE("completeAnswersAreTaken")
{
    SECTION("with a length")
    {
        GoodPeer peer{answering(ok("Content-Length: 2\r\n", "ok"))};
        const auto answer = peer.ask();
        REQUIRE(answer);
        CHECK(answer->body == "ok");
    }
    SECTION("in chunks")
    {
        GoodPeer peer{answering(ok("Transfer-Encoding: chunked\r\n", "1\r\no\r\n1\r\nk\r\n0\r\n\r\n"))};
        const auto answer = peer.ask();
        REQUIRE(answer);
        CHECK(answer->body == "ok");
    }
    SECTION("after an informational answer")
    {
        GoodPeer peer{answering("HTTP/1.1 100 Continue\r\n\r\n" + ok("Content-Length: 2\r\n", "ok"))};
        CHECK(peer.ask());
    }
}

TEST_CASE("oneConnectionServesChallengeAndQuestion")
{
    GoodPeer peer{[](PeerConnection& connection) {
        while (!connection.request().empty())
            connection.send(ok("Content-Length: 2\r\n", "ok"));
    }};

    REQUIRE(peer.ask());
    REQUIRE(peer.post("key-1"));

    CHECK(peer.connectionsAtTheEnd() == 1);
}

TEST_CASE("aRequestCarriesNothingButWhatWasAgreed")
{
    std::string seen;
    GoodPeer peer{[&seen](PeerConnection& connection) {
        connection.request();
        connection.send(ok("Set-Cookie: who=you\r\nContent-Length: 2\r\n", "ok"));
        seen = connection.request();
        connection.send(ok("Content-Length: 2\r\n", "ok"));
    }};

    REQUIRE(peer.ask());
    REQUIRE(peer.post("key-1"));
    peer.peer.finish();

    CHECK(seen.starts_with("POST /v1/eligibility/card HTTP/1.1\r\n"));
    CHECK(seen.find("Idempotency-Key: key-1\r\n") != std::string::npos);
    CHECK(seen.find("Content-Type: application/xml; charset=utf-8\r\n") != std::string::npos);
    for (const char* unwanted : {"Cookie", "Authorization", "Accept-Encoding", "Expect", "Referer", "Origin"})
        CHECK(seen.find(unwanted) == std::string::npos);
}

TEST_CASE("cutAnswersAreRefused")
{
    const std::string cut = ok("Content-Length: 10\r\n", "<XmlM");

    SECTION("orderly end")
    {
        CHECK(codeAfter(cut) == FaultCode::CentralAnswerInvalid);
    }
    SECTION("broken off")
    {
        CHECK(codeAfter(breakingOffAfter(cut)) == FaultCode::CentralAnswerInvalid);
    }
    SECTION("one byte short")
    {
        CHECK(codeAfter(ok("Content-Length: 3\r\n", "ok")) == FaultCode::CentralAnswerInvalid);
    }
    SECTION("reset")
    {
        CHECK(codeAfter([&](PeerConnection& connection) {
                  connection.request();
                  connection.send(cut);
                  connection.drip("s", 100); // a reset would overtake what is on its way
                  connection.reset();
              }) == FaultCode::CentralAnswerInvalid);
    }
    SECTION("in the middle of the headers")
    {
        CHECK(codeAfter(breakingOffAfter("HTTP/1.1 200 OK\r\nContent-Le")) ==
              FaultCode::CentralAnswerInvalid);
    }
}

TEST_CASE("answersThatEndWithTheConnectionAreRefused")
{
    SECTION("orderly end")
    {
        CHECK(codeAfter(ok("", "<XmlMsg/>")) == FaultCode::CentralAnswerInvalid);
    }
    SECTION("without close_notify")
    {
        CHECK(codeAfter(breakingOffAfter(ok("", "<XmlMsg/>"))) == FaultCode::CentralAnswerInvalid);
    }
}

TEST_CASE("ambiguousLengthsAreRefused")
{
    SECTION("two lengths")
    {
        CHECK(codeAfter(ok("Content-Length: 2\r\nContent-Length: 3\r\n", "ok")) ==
              FaultCode::CentralAnswerInvalid);
    }
    SECTION("length and chunks")
    {
        CHECK(codeAfter(ok("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", "2\r\nok\r\n0\r\n\r\n")) ==
              FaultCode::CentralAnswerInvalid);
    }
    SECTION("negative")
    {
        CHECK(codeAfter(ok("Content-Length: -2\r\n", "ok")) == FaultCode::CentralAnswerInvalid);
    }
    SECTION("not a number")
    {
        CHECK(codeAfter(ok("Content-Length: two\r\n", "ok")) == FaultCode::CentralAnswerInvalid);
    }
    SECTION("beyond 64 bits")
    {
        CHECK(codeAfter(ok("Content-Length: 99999999999999999999999\r\n", "ok")) ==
              FaultCode::CentralAnswerInvalid);
    }
}

TEST_CASE("extraBytesNeverReachTheNextAnswer")
{
    int questions = 0;
    GoodPeer peer{[&questions](PeerConnection& connection) {
        for (; !connection.request().empty(); ++questions)
            connection.send(ok("Content-Length: 2\r\n", questions == 0 ? "ok<evil/>" : "ok"));
    }};

    const auto first = peer.ask();
    const auto second = peer.ask();

    REQUIRE(first);
    CHECK(first->body == "ok");
    REQUIRE(second);
    CHECK(second->body == "ok");
}

TEST_CASE("brokenChunksAreRefused")
{
    const std::string headers = "Transfer-Encoding: chunked\r\n";

    SECTION("no number")
    {
        CHECK(codeAfter(ok(headers, "zz\r\nok\r\n0\r\n\r\n")) == FaultCode::CentralAnswerInvalid);
    }
    SECTION("too short")
    {
        CHECK(codeAfter(ok(headers, "5\r\nok\r\n0\r\n\r\n")) == FaultCode::CentralAnswerInvalid);
    }
    SECTION("no last chunk")
    {
        CHECK(codeAfter(ok(headers, "2\r\nok\r\n")) == FaultCode::CentralAnswerInvalid);
    }
    SECTION("huge number")
    {
        CHECK(codeAfter(ok(headers, "FFFFFFFFFFFFFFFFF\r\nok\r\n0\r\n\r\n")) ==
              FaultCode::CentralAnswerInvalid);
    }
    SECTION("unknown coding")
    {
        CHECK(codeAfter(ok("Transfer-Encoding: gzip\r\n", "ok")) == FaultCode::CentralAnswerInvalid);
    }
}

TEST_CASE("compressedAnswersAreRefused")
{
    for (const char* coding : {"gzip", "deflate", "br", "GZIP, identity"})
        CHECK(codeAfter(ok("Content-Encoding: " + std::string{coding} + "\r\nContent-Length: 2\r\n", "ok")) ==
              FaultCode::CentralAnswerInvalid);
}

TEST_CASE("oversizedAnswersAreRefused")
{
    const std::size_t limit = std::size_t{4} << 20;

    SECTION("announced")
    {
        CHECK(codeAfter(ok("Content-Length: " + std::to_string(limit + 1) + "\r\n", "ok")) ==
              FaultCode::CentralAnswerInvalid);
    }
    SECTION("in endless chunks")
    {
        CHECK(codeAfter([](PeerConnection& connection) {
                  connection.request();
                  connection.send(ok("Transfer-Encoding: chunked\r\n", ""));
                  const std::string chunk = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
                  for (int i = 0; i < 80; ++i) // 5 MiB
                      connection.send(chunk);
              }) == FaultCode::CentralAnswerInvalid);
    }
    SECTION("just within")
    {
        GoodPeer peer{
            answering(ok("Content-Length: " + std::to_string(limit) + "\r\n", std::string(limit, 'x')))};
        const auto answer = peer.ask();
        REQUIRE(answer);
        CHECK(answer->body.size() == limit);
    }
}

TEST_CASE("endlessHeadersAreRefused")
{
    SECTION("one long line")
    {
        CHECK(codeAfter(ok("X-Long: " + std::string(200'000, 'x') + "\r\n", "")) ==
              FaultCode::CentralAnswerInvalid);
    }
    SECTION("many lines")
    {
        std::string lines;
        for (int i = 0; i < 4000; ++i)
            lines += "X-Many: x\r\n";
        CHECK(codeAfter(ok(lines + "Content-Length: 2\r\n", "ok")) == FaultCode::CentralAnswerInvalid);
    }
    SECTION("informational answers without end")
    {
        std::string answers;
        for (int i = 0; i < 2000; ++i)
            answers += "HTTP/1.1 100 Continue\r\n\r\n";
        CHECK(codeAfter(answers) == FaultCode::CentralAnswerInvalid);
    }
}

TEST_CASE("whatIsNotHttpIsRefused")
{
    SECTION("noise")
    {
        CHECK(codeAfter(std::string{"\x00\xff\x17noise\r\n\r\n", 12}) == FaultCode::CentralAnswerInvalid);
    }
    SECTION("HTTP/0.9")
    {
        CHECK(codeAfter("<XmlMsg/>") == FaultCode::CentralAnswerInvalid);
    }
    SECTION("a status that is none")
    {
        CHECK(codeAfter("HTTP/1.1 twenty OK\r\nContent-Length: 2\r\n\r\nok") ==
              FaultCode::CentralAnswerInvalid);
    }
    SECTION("an HTTP that does not exist")
    {
        CHECK(codeAfter("HTTP/7.3 200 OK\r\nContent-Length: 2\r\n\r\nok") == FaultCode::CentralAnswerInvalid);
    }
}

TEST_CASE("redirectsAreNotFollowed")
{
    for (const char* status : {"301", "302", "303", "307", "308"}) {
        GoodPeer peer{answering("HTTP/1.1 " + std::string{status} +
                                " Elsewhere\r\nLocation: https://localhost:1/\r\nContent-Length: 0\r\n\r\n")};

        const auto answer = peer.ask();

        REQUIRE_FALSE(answer);
        CHECK(answer.fault().code == FaultCode::CentralAnswerInvalid);
        CHECK(answer.fault().space == FaultSpace::Http);
        CHECK(peer.connectionsAtTheEnd() == 1);
    }
}

TEST_CASE("otherSuccessesAreNotOurs")
{
    for (const char* status : {"201 Created", "204 No Content", "206 Partial Content"})
        CHECK(codeAfter("HTTP/1.1 " + std::string{status} + "\r\nContent-Length: 0\r\n\r\n") ==
              FaultCode::CentralAnswerInvalid);
}

TEST_CASE("slowAnswersEnd")
{
    const auto start = std::chrono::steady_clock::now();

    SECTION("headers in drops")
    {
        CHECK(codeAfter([](PeerConnection& connection) {
                  connection.request();
                  connection.drip("HTTP/1.1 200 OK\r\nX-Slow: " + std::string(400, 'x'), 100);
              }) == FaultCode::CentralTooSlow);
    }
    SECTION("a body in drops")
    {
        CHECK(codeAfter([](PeerConnection& connection) {
                  connection.request();
                  connection.send(ok("Content-Length: 400\r\n", ""));
                  connection.drip(std::string(400, 'x'), 100);
              }) == FaultCode::CentralTooSlow);
    }
    SECTION("no answer at all")
    {
        CHECK(codeAfter([](PeerConnection& connection) {
                  connection.request();
                  connection.hang();
              }) == FaultCode::CentralTooSlow);
    }
    CHECK(std::chrono::steady_clock::now() - start < 8s); // the drops alone would take 40 s
}

TEST_CASE("steadyButEndlessAnswersEndWithTheTotalTime")
{
    GoodPeer peer{[](PeerConnection& connection) {
                      connection.request();
                      connection.send(ok("Content-Length: 1000000\r\n", ""));
                      connection.drip(std::string(100'000, 'x'), 1); // a minute and more, never slow enough
                  },
                  700ms};

    const auto answer = peer.ask();

    REQUIRE_FALSE(answer);
    CHECK(answer.fault().code == FaultCode::CentralTooSlow);
}

TEST_CASE("lostConnectionIsTriedThreeTimes")
{
    GoodPeer peer{[](PeerConnection& connection) {
        connection.request();
        connection.reset();
    }};

    const auto answer = peer.ask();

    REQUIRE_FALSE(answer);
    CHECK(answer.fault().code == FaultCode::LineDown);
    CHECK(peer.connectionsAtTheEnd() == 3);
}

TEST_CASE("repetitionSucceedsWhenTheLineComesBack")
{
    int questions = 0;
    GoodPeer peer{[&questions](PeerConnection& connection) {
        connection.request();
        if (++questions < 3)
            return connection.reset();
        connection.send(ok("Content-Length: 2\r\n", "ok"));
    }};

    CHECK(peer.ask());
}

TEST_CASE("onlyWhatMayBeRepeatedIsRepeated")
{
    const auto busy = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    SECTION("with a key")
    {
        GoodPeer peer{answering(busy)};
        const auto answer = peer.post("key-1");
        REQUIRE(answer);
        CHECK(answer->status == 503);
        CHECK(peer.connectionsAtTheEnd() == 3);
    }
    SECTION("without")
    {
        GoodPeer peer{answering(busy)};
        REQUIRE(peer.post(""));
        CHECK(peer.connectionsAtTheEnd() == 1);
    }
    SECTION("not a refusal")
    {
        GoodPeer peer{answering("HTTP/1.1 422 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")};
        REQUIRE(peer.post("key-1"));
        CHECK(peer.connectionsAtTheEnd() == 1);
    }
}

TEST_CASE("renegotiationIsRefused")
{
    bool renegotiated = true;
    const TlsHandle tls = pki().context(pki().server, {&pki().intermediate});
    SSL_CTX_set_max_proto_version(tls.get(), TLS1_2_VERSION);
    TlsPeer peer{tls.get(), [&](PeerConnection& connection) {
                     connection.request();
                     SSL_renegotiate(connection.tls());
                     SSL_do_handshake(connection.tls()); // sends the wish
                     connection.send(ok("Content-Length: 2\r\n", "ok"));
                     connection.hang();
                     renegotiated = SSL_num_renegotiations(connection.tls()) > 1 ||
                                    SSL_renegotiate_pending(connection.tls()) == 0;
                 }};
    const auto session = HttpsSession::open(pki().connection(peer.port()));
    REQUIRE(session);

    (void)(*session)->send({.path = "/", .where = kWhere});
    peer.finish();

    CHECK_FALSE(renegotiated);
}

TEST_CASE("keysThatCouldEndAHeaderLineAreRefused")
{
    GoodPeer peer{answering(ok("Content-Length: 2\r\n", "ok"))};

    CHECK(peer.post("a\r\nHost: elsewhere").fault().code == FaultCode::Internal);
    CHECK(peer.post(std::string(65, 'a')).fault().code == FaultCode::Internal);
}
