// SPDX-License-Identifier: Apache-2.0
// Servers that must not be believed. Whatever is wrong with them, not one byte of a request reaches them.
#include "TestPki.h"
#include "TlsPeer.h"
#include "drivers/central/https/HttpsSession.h"

#include <catch2/catch.hpp>

#include <openssl/x509_vfy.h>

using namespace madoguchi;
using namespace madoguchi::test;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view kFine = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
constexpr std::string_view kWhere = "test/ask";

TestPki& pki()
{
    static TestPki made; // keys and files once for the whole file
    return made;
}

/// Asks and gives the fault; the peer would answer every question well.
struct Outcome {
    Fault fault{};
    bool accepted{false};
    std::size_t requestBytes{0};
    int connections{0};
};

Outcome outcomeOf(const CentralConnection& connection, TlsPeer& peer)
{
    const auto session = HttpsSession::open(connection);
    if (!session)
        return {.fault = session.fault()};
    const auto answer = (*session)->send({.path = "/v1/challenge", .where = kWhere});
    peer.finish();
    Outcome outcome{
        .accepted = answer.ok(), .requestBytes = peer.requestBytes(), .connections = peer.connections()};
    if (!answer)
        outcome.fault = answer.fault();
    return outcome;
}

void answerWell(PeerConnection& connection)
{
    if (!connection.request().empty())
        connection.send(kFine);
}

Outcome ask(const TlsHandle& tls, const std::string& lists = {}, std::string_view host = "localhost")
{
    TlsPeer peer{tls.get(), answerWell};
    CentralConnection connection = pki().connection(peer.port(), lists);
    connection.address = "https://" + std::string{host} + ':' + std::to_string(peer.port());
    return outcomeOf(connection, peer);
}

void checkRefused(const Outcome& outcome, long x509Error = 0)
{
    CHECK_FALSE(outcome.accepted);
    CHECK(outcome.fault.code == FaultCode::CentralUntrusted);
    CHECK(outcome.fault.where == kWhere);
    CHECK(outcome.requestBytes == 0);
    CHECK(outcome.connections == 1); // and nobody tries again
    if (x509Error != 0) {
        CHECK(outcome.fault.space == FaultSpace::X509);
        CHECK(outcome.fault.value == x509Error);
    }
}

/// A server's certificate under the good intermediate, bent by `bend`.
Outcome askServerWith(const std::function<void(CertificatePlan&)>& bend, KeyKind kind = KeyKind::EcP256,
                      std::string_view host = "localhost")
{
    CertificatePlan plan = pki().goodServer();
    bend(plan);
    const Identity leaf = pki().issue(plan, kind, pki().intermediate);
    return ask(pki().context(leaf, {&pki().intermediate}), {}, host);
}

/// A good server's certificate under an intermediate bent by `bend`.
Outcome askUnderIntermediate(const std::function<void(CertificatePlan&)>& bend,
                             KeyKind kind = KeyKind::EcP256)
{
    CertificatePlan plan = pki().goodAuthority("Bent Issuer", 3);
    bend(plan);
    const Identity issuer = pki().issue(plan, kind, pki().root);
    const Identity leaf = pki().issue(pki().goodServer(), KeyKind::EcP256, issuer);
    return ask(pki().context(leaf, {&issuer}),
               pki().list(pki().root, pki().goodList()) + pki().list(issuer, pki().goodList()));
}

/// The good server with other revocation lists.
Outcome askWithLists(const std::string& lists)
{
    return ask(pki().context(pki().server, {&pki().intermediate}), lists);
}

std::string rootList()
{
    return pki().list(pki().root, pki().goodList());
}
std::string intermediateList()
{
    return pki().list(pki().intermediate, pki().goodList());
}

/// The good server speaking TLS as `bend` wants it.
Outcome askSpeaking(const std::function<void(SSL_CTX*)>& bend, const Identity& leaf = pki().server)
{
    const TlsHandle tls = pki().context(leaf, {&pki().intermediate});
    bend(tls.get());
    return ask(tls);
}

Outcome askWithSuite(const char* suite, const Identity& leaf = pki().server)
{
    return askSpeaking(
        [suite](SSL_CTX* tls) {
            SSL_CTX_set_max_proto_version(tls, TLS1_2_VERSION);
            SSL_CTX_set_cipher_list(tls, suite);
            SSL_CTX_set_dh_auto(tls, 1);
        },
        leaf);
}

const Identity& rsaServer()
{
    static const Identity made = [] {
        CertificatePlan plan = pki().goodServer();
        return pki().issue(plan, KeyKind::Rsa2048, pki().intermediate);
    }();
    return made;
}

void checkAccepted(const Outcome& outcome)
{
    CHECK(outcome.accepted);
    CHECK(outcome.requestBytes > 0);
}

} // namespace

TEST_CASE("goodServersAreAccepted")
{
    SECTION("as it comes")
    {
        checkAccepted(ask(pki().context(pki().server, {&pki().intermediate})));
    }
    SECTION("by address")
    {
        checkAccepted(askServerWith([](CertificatePlan&) {}, KeyKind::EcP256, "127.0.0.1"));
    }
    SECTION("RSA 2048")
    {
        checkAccepted(askServerWith([](CertificatePlan&) {}, KeyKind::Rsa2048));
    }
    SECTION("P-384")
    {
        checkAccepted(askServerWith([](CertificatePlan&) {}, KeyKind::EcP384));
    }
    SECTION("TLS 1.2, AES-128")
    {
        checkAccepted(askWithSuite("ECDHE-ECDSA-AES128-GCM-SHA256"));
    }
    SECTION("TLS 1.2, ChaCha20")
    {
        checkAccepted(askWithSuite("ECDHE-ECDSA-CHACHA20-POLY1305"));
    }
    SECTION("TLS 1.2, RSA signature")
    {
        checkAccepted(askWithSuite("ECDHE-RSA-AES256-GCM-SHA384", rsaServer()));
    }
    SECTION("TLS 1.3, each suite")
    {
        for (const char* suite :
             {"TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256", "TLS_CHACHA20_POLY1305_SHA256"})
            checkAccepted(askSpeaking([suite](SSL_CTX* tls) { SSL_CTX_set_ciphersuites(tls, suite); }));
    }
}

TEST_CASE("expiredCertificateIsRefused")
{
    checkRefused(askServerWith([](CertificatePlan& plan) { plan.notAfter = pki().now - 1h; }),
                 X509_V_ERR_CERT_HAS_EXPIRED);
}

TEST_CASE("certificateOfTomorrowIsRefused")
{
    checkRefused(askServerWith([](CertificatePlan& plan) { plan.notBefore = pki().now + 1h; }),
                 X509_V_ERR_CERT_NOT_YET_VALID);
}

TEST_CASE("certificateForAnotherHostIsRefused")
{
    checkRefused(askServerWith([](CertificatePlan& plan) { plan.alternativeNames = "DNS:central.example"; }),
                 X509_V_ERR_HOSTNAME_MISMATCH);
}

TEST_CASE("hostNameOnlyInTheSubjectIsRefused")
{
    checkRefused(askServerWith([](CertificatePlan& plan) { plan.alternativeNames.clear(); }),
                 X509_V_ERR_HOSTNAME_MISMATCH);
}

TEST_CASE("wildcardForEveryHostIsRefused")
{
    checkRefused(askServerWith([](CertificatePlan& plan) { plan.alternativeNames = "DNS:*"; }),
                 X509_V_ERR_HOSTNAME_MISMATCH);
}

TEST_CASE("addressThatIsNotInTheCertificateIsRefused")
{
    checkRefused(
        askServerWith([](CertificatePlan& plan) { plan.alternativeNames = "DNS:127.0.0.1,DNS:localhost"; },
                      KeyKind::EcP256, "127.0.0.1"),
        X509_V_ERR_IP_ADDRESS_MISMATCH);
}

TEST_CASE("clientsCertificateAsServerIsRefused")
{
    checkRefused(askServerWith([](CertificatePlan& plan) { plan.extendedKeyUsage = "clientAuth"; }),
                 X509_V_ERR_INVALID_PURPOSE);
}

TEST_CASE("certificateWithoutPurposeIsRefused")
{
    checkRefused(askServerWith([](CertificatePlan& plan) { plan.extendedKeyUsage.clear(); }),
                 X509_V_ERR_INVALID_PURPOSE);
}

TEST_CASE("certificateForEveryPurposeButServerIsRefused")
{
    checkRefused(askServerWith([](CertificatePlan& plan) {
                     plan.extendedKeyUsage = "anyExtendedKeyUsage,codeSigning";
                 }),
                 X509_V_ERR_INVALID_PURPOSE);
}

TEST_CASE("sha1SignatureIsRefused")
{
    checkRefused(askServerWith([](CertificatePlan& plan) { plan.digest = "SHA1"; }));
}

TEST_CASE("md5SignatureIsRefused")
{
    CertificatePlan plan = pki().goodAuthority("Old Issuer", 4);
    const Identity issuer = pki().issue(plan, KeyKind::Rsa2048, pki().root);
    CertificatePlan leafPlan = pki().goodServer();
    leafPlan.digest = "MD5";
    const Identity leaf = pki().issue(leafPlan, KeyKind::EcP256, issuer);

    checkRefused(ask(pki().context(leaf, {&issuer}), rootList() + pki().list(issuer, pki().goodList())));
}

TEST_CASE("rsa1024ServerIsRefused")
{
    checkRefused(askServerWith([](CertificatePlan&) {}, KeyKind::Rsa1024));
}

TEST_CASE("intermediatesWithFaultsAreRefused")
{
    SECTION("expired")
    {
        checkRefused(askUnderIntermediate([](CertificatePlan& plan) { plan.notAfter = pki().now - 1h; }),
                     X509_V_ERR_CERT_HAS_EXPIRED);
    }
    SECTION("SHA-1")
    {
        checkRefused(askUnderIntermediate([](CertificatePlan& plan) { plan.digest = "SHA1"; }),
                     X509_V_ERR_CA_MD_TOO_WEAK);
    }
    SECTION("RSA 1024")
    {
        checkRefused(askUnderIntermediate([](CertificatePlan&) {}, KeyKind::Rsa1024),
                     X509_V_ERR_CA_KEY_TOO_SMALL);
    }
    SECTION("no authority at all")
    {
        checkRefused(askUnderIntermediate([](CertificatePlan& plan) { plan.authority = false; }));
    }
}

TEST_CASE("missingIntermediateIsRefused")
{
    checkRefused(ask(pki().context(pki().server, {})), X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY);
}

TEST_CASE("unknownAuthorityIsRefused")
{
    const Identity stranger = pki().selfSigned(pki().goodAuthority("Stranger", 1), KeyKind::EcP256);
    const Identity leaf = pki().issue(pki().goodServer(), KeyKind::EcP256, stranger);

    SECTION("without its root")
    {
        checkRefused(ask(pki().context(leaf, {})));
    }
    SECTION("with its root")
    {
        checkRefused(ask(pki().context(leaf, {&stranger})), X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN);
    }
}

TEST_CASE("authorityWithOurAuthoritysNameIsRefused")
{
    const Identity twin = pki().selfSigned(pki().goodAuthority("Test Root", 1), KeyKind::EcP256);
    const Identity leaf = pki().issue(pki().goodServer(), KeyKind::EcP256, twin);

    checkRefused(ask(pki().context(leaf, {&twin})));
}

TEST_CASE("selfSignedServerIsRefused")
{
    const Identity alone = pki().selfSigned(pki().goodServer(), KeyKind::EcP256);

    checkRefused(ask(pki().context(alone, {})), X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT);
}

TEST_CASE("certificateIssuedByAnotherServersKeyIsRefused")
{
    CertificatePlan plan = pki().goodServer();
    plan.serial = 11;
    const Identity leaf = pki().issue(plan, KeyKind::EcP256, pki().server);

    checkRefused(ask(pki().context(leaf, {&pki().server, &pki().intermediate})));
}

TEST_CASE("revokedCertificatesAreRefused")
{
    CrlPlan revoked = pki().goodList();

    SECTION("the server's")
    {
        revoked.revokedSerials = {10};
        checkRefused(askWithLists(rootList() + pki().list(pki().intermediate, revoked)),
                     X509_V_ERR_CERT_REVOKED);
    }
    SECTION("the intermediate's")
    {
        revoked.revokedSerials = {2};
        checkRefused(askWithLists(pki().list(pki().root, revoked) + intermediateList()),
                     X509_V_ERR_CERT_REVOKED);
    }
}

TEST_CASE("withoutEveryListNothingIsTrusted")
{
    SECTION("the intermediate's is missing")
    {
        checkRefused(askWithLists(rootList()), X509_V_ERR_UNABLE_TO_GET_CRL);
    }
    SECTION("the root's is missing")
    {
        checkRefused(askWithLists(intermediateList()), X509_V_ERR_UNABLE_TO_GET_CRL);
    }
}

TEST_CASE("staleAndForgedListsAreRefused")
{
    CrlPlan plan = pki().goodList();

    SECTION("too old")
    {
        plan.lastUpdate = pki().now - 48h;
        plan.nextUpdate = pki().now - 1h;
        checkRefused(askWithLists(rootList() + pki().list(pki().intermediate, plan)),
                     X509_V_ERR_CRL_HAS_EXPIRED);
    }
    SECTION("from the future")
    {
        plan.lastUpdate = pki().now + 1h;
        checkRefused(askWithLists(rootList() + pki().list(pki().intermediate, plan)),
                     X509_V_ERR_CRL_NOT_YET_VALID);
    }
    SECTION("signed by another key of the same name")
    {
        const Identity twin = pki().issue(pki().goodAuthority("Test Issuer", 2), KeyKind::EcP256, pki().root);
        checkRefused(askWithLists(rootList() + pki().list(twin, plan)));
    }
}

TEST_CASE("pinnedKeysAreHeldTo")
{
    const TlsHandle tls = pki().context(pki().server, {&pki().intermediate});
    TlsPeer peer{tls.get(), answerWell};
    CentralConnection connection = pki().connection(peer.port());
    connection.pinnedKeys = {"sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                             "sha256//BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA="};

    checkRefused(outcomeOf(connection, peer));
}

TEST_CASE("oldProtocolsAreRefused")
{
    for (const int version : {TLS1_VERSION, TLS1_1_VERSION})
        checkRefused(askSpeaking([version](SSL_CTX* tls) { SSL_CTX_set_max_proto_version(tls, version); }));
}

TEST_CASE("weakSuitesAreRefused")
{
    SECTION("CBC")
    {
        checkRefused(askWithSuite("ECDHE-ECDSA-AES128-SHA256"));
    }
    SECTION("CBC with SHA-1")
    {
        checkRefused(askWithSuite("ECDHE-ECDSA-AES256-SHA"));
    }
    SECTION("CCM")
    {
        checkRefused(askWithSuite("ECDHE-ECDSA-AES128-CCM8"));
    }
    SECTION("RSA key exchange")
    {
        checkRefused(askWithSuite("AES128-GCM-SHA256", rsaServer()));
    }
    SECTION("RSA key exchange, CBC")
    {
        checkRefused(askWithSuite("AES256-SHA", rsaServer()));
    }
    SECTION("DHE")
    {
        checkRefused(askWithSuite("DHE-RSA-AES128-GCM-SHA256", rsaServer()));
    }
    SECTION("no encryption")
    {
        checkRefused(askWithSuite("ECDHE-ECDSA-NULL-SHA"));
    }
    SECTION("no encryption, RSA")
    {
        checkRefused(askWithSuite("NULL-SHA256", rsaServer()));
    }
    SECTION("nobody's key")
    {
        checkRefused(askWithSuite("AECDH-AES128-SHA:ADH-AES128-GCM-SHA256"));
    }
    SECTION("TLS 1.3 with CCM")
    {
        checkRefused(askSpeaking([](SSL_CTX* tls) {
            SSL_CTX_set_min_proto_version(tls, TLS1_3_VERSION);
            SSL_CTX_set_ciphersuites(tls, "TLS_AES_128_CCM_8_SHA256:TLS_AES_128_CCM_SHA256");
        }));
    }
}

TEST_CASE("aCarelessClientWouldTakeTheWeakServers")
{
    const auto takes = [](const TlsHandle& server) {
        TlsPeer peer{server.get(), [](PeerConnection&) {}};
        const TlsHandle client{SSL_CTX_new(TLS_client_method()), &SSL_CTX_free};
        SSL_CTX_set_security_level(client.get(), 0);
        SSL_CTX_set_min_proto_version(client.get(), TLS1_VERSION);
        SSL_CTX_set_cipher_list(client.get(), "ALL:eNULL:aNULL");
        SSL_CTX_set_ciphersuites(client.get(), "TLS_AES_128_CCM_8_SHA256:TLS_AES_128_CCM_SHA256");
        const std::unique_ptr<BIO, decltype(&BIO_free_all)> wire{BIO_new_ssl_connect(client.get()),
                                                                 &BIO_free_all};
        BIO_set_conn_hostname(wire.get(), ("127.0.0.1:" + std::to_string(peer.port())).c_str());
        return BIO_do_handshake(wire.get()) == 1;
    };
    for (const char* suite :
         {"ECDHE-ECDSA-AES128-SHA256", "ECDHE-ECDSA-AES128-CCM8", "ECDHE-ECDSA-NULL-SHA"}) {
        const TlsHandle tls = pki().context(pki().server, {&pki().intermediate});
        SSL_CTX_set_max_proto_version(tls.get(), TLS1_2_VERSION);
        SSL_CTX_set_cipher_list(tls.get(), suite);
        CHECK(takes(tls));
    }
    for (const char* suite :
         {"AES128-GCM-SHA256", "NULL-SHA256", "DHE-RSA-AES128-GCM-SHA256", "AECDH-AES128-SHA"}) {
        const TlsHandle tls = pki().context(rsaServer(), {&pki().intermediate});
        SSL_CTX_set_max_proto_version(tls.get(), TLS1_2_VERSION);
        SSL_CTX_set_cipher_list(tls.get(), suite);
        SSL_CTX_set_dh_auto(tls.get(), 1);
        CHECK(takes(tls));
    }
    for (const int version : {TLS1_VERSION, TLS1_1_VERSION}) {
        const TlsHandle tls = pki().context(pki().server, {&pki().intermediate});
        SSL_CTX_set_max_proto_version(tls.get(), version);
        CHECK(takes(tls));
    }
}

TEST_CASE("unwantedCurveIsRefused")
{
    checkRefused(askSpeaking([](SSL_CTX* tls) { SSL_CTX_set1_groups_list(tls, "P-521"); }));
}

TEST_CASE("sha1InTheHandshakeIsRefused")
{
    checkRefused(askSpeaking([](SSL_CTX* tls) {
        SSL_CTX_set_max_proto_version(tls, TLS1_2_VERSION);
        SSL_CTX_set1_sigalgs_list(tls, "ECDSA+SHA1");
    }));
}

TEST_CASE("plainTextServerGetsNoRequest")
{
    std::string heard;
    TlsPeer peer{nullptr, [&](PeerConnection& connection) {
                     connection.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
                     heard = connection.request();
                 }};

    const Outcome outcome = outcomeOf(pki().connection(peer.port()), peer);

    CHECK_FALSE(outcome.accepted);
    CHECK(outcome.fault.code == FaultCode::CentralUntrusted);
    CHECK(heard.find("GET") == std::string::npos);
    CHECK(heard.find("madoguchi") == std::string::npos);
}

TEST_CASE("noiseInsteadOfAHandshakeIsRefused")
{
    TlsPeer peer{nullptr, [](PeerConnection& connection) {
                     connection.send(std::string(64, '\x16'));
                     connection.hang();
                 }};

    const Outcome outcome = outcomeOf(pki().connection(peer.port()), peer);

    CHECK_FALSE(outcome.accepted);
    CHECK(outcome.fault.code == FaultCode::CentralUntrusted);
}

TEST_CASE("serverThatNeverShakesHandsIsTooSlow")
{
    TlsPeer peer{nullptr, [](PeerConnection& connection) { connection.hang(); }};
    CentralConnection impatient = pki().connection(peer.port());
    impatient.times.connect = 500ms;

    const Outcome outcome = outcomeOf(impatient, peer);

    CHECK_FALSE(outcome.accepted);
    CHECK(outcome.fault.code == FaultCode::CentralTooSlow);
}

TEST_CASE("connectionThatBreaksDuringTheHandshakeIsNotAccepted")
{
    TlsPeer peer{nullptr, [](PeerConnection& connection) { connection.reset(); }};

    const Outcome outcome = outcomeOf(pki().connection(peer.port()), peer);

    CHECK_FALSE(outcome.accepted);
    CHECK(outcome.fault.code == FaultCode::LineDown);
}

TEST_CASE("serverThatRefusesOurCertificateIsToldApart")
{
    const auto refusing = [](int version) {
        const TlsHandle tls = pki().context(pki().server, {&pki().intermediate});
        SSL_CTX_set_max_proto_version(tls.get(), version);
        SSL_CTX_set_verify(tls.get(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
        return ask(tls); // trusts nobody
    };

    for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
        const Outcome outcome = refusing(version);
        CHECK_FALSE(outcome.accepted);
        CHECK(outcome.fault.code == FaultCode::TerminalRefused);
        CHECK(outcome.fault.space == FaultSpace::Tls);
    }
}

TEST_CASE("ourCertificateIsNotShownToAServerWithAnotherName")
{
    CertificatePlan plan = pki().goodServer();
    plan.alternativeNames = "DNS:elsewhere.example";
    const Identity leaf = pki().issue(plan, KeyKind::EcP256, pki().intermediate);
    const TlsHandle tls = pki().context(leaf, {&pki().intermediate});
    static int shown; // OpenSSL's callback takes no data of ours
    shown = 0;
    SSL_CTX_set_verify(tls.get(), SSL_VERIFY_PEER, [](int, X509_STORE_CTX*) { return ++shown, 1; });

    const Outcome outcome = ask(tls);

    checkRefused(outcome, X509_V_ERR_HOSTNAME_MISMATCH);
    CHECK(shown == 0);
}

TEST_CASE("nobodyListeningIsALineDown")
{
    std::uint16_t port = 0;
    {
        TlsPeer gone{nullptr, [](PeerConnection&) {}};
        port = gone.port();
    }
    const auto session = HttpsSession::open(pki().connection(port));
    REQUIRE(session);

    const auto answer = (*session)->send({.path = "/", .where = kWhere});

    REQUIRE_FALSE(answer);
    CHECK(answer.fault().code == FaultCode::LineDown);
}
