// SPDX-License-Identifier: Apache-2.0
// What is refused before anything is sent: settings, files and an environment that others could steer by.
#include "TestPki.h"
#include "TlsPeer.h"
#include "drivers/central/https/Environment.h"
#include "drivers/central/https/HttpsSession.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>

using namespace madoguchi;
using namespace madoguchi::test;

namespace {

TestPki& pki()
{
    static TestPki made;
    return made;
}

std::string_view objectionTo(const CentralConnection& connection)
{
    const auto session = HttpsSession::open(connection);
    REQUIRE_FALSE(session);
    CHECK(session.fault().code == FaultCode::SettingsInvalid);
    return session.fault().where;
}

void answerWell(PeerConnection& connection)
{
    connection.request();
    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
}

} // namespace

TEST_CASE("addressesThatAreNotPlainHttpsAreRefused")
{
    for (const char* address :
         {"", "https://", "http://localhost", "HTTPS://localhost", "https://user@localhost",
          "https://localhost/path", "https://localhost?x", "https://localhost#x", "https://local host",
          "ftp://localhost", "localhost"}) {
        CentralConnection connection = pki().connection(1);
        connection.address = address;
        CAPTURE(address);
        CHECK(objectionTo(connection) == "central/address");
    }
}

TEST_CASE("slashAtTheEndIsIgnored")
{
    CentralConnection connection = pki().connection(1);
    connection.address += '/';

    CHECK(HttpsSession::open(connection));
}

TEST_CASE("missingFilesAreNamed")
{
    const CentralConnection good = pki().connection(1);
    CentralConnection connection = good;

    connection.authorities = "/nowhere/ca.pem";
    CHECK(objectionTo(connection) == "central/authorities");
    connection = good;
    connection.revocations = "/nowhere/crl.pem";
    CHECK(objectionTo(connection) == "central/revocations");
    connection = good;
    connection.certificate = "/nowhere/me.pem";
    CHECK(objectionTo(connection) == "central/certificate");
    connection = good;
    connection.key = "/nowhere/me.key";
    CHECK(objectionTo(connection) == "central/key");
}

TEST_CASE("keyThatOthersCanReadIsRefused")
{
    using std::filesystem::perms;
    CentralConnection connection = pki().connection(1);
    connection.key = pki().folder.path / "open.key";
    std::filesystem::copy_file(pki().connection(1).key, connection.key,
                               std::filesystem::copy_options::overwrite_existing);
    std::filesystem::permissions(connection.key, perms::owner_read | perms::owner_write | perms::group_read);

    CHECK(objectionTo(connection) == "central/key");
}

TEST_CASE("filesWithoutWhatTheyShouldHoldAreSettingsFaults")
{
    const TlsHandle tls = pki().context(pki().server, {&pki().intermediate});
    TlsPeer peer{tls.get(), answerWell};
    CentralConnection connection = pki().connection(peer.port());
    writeFile(pki().folder.path / "noise.pem", "noise");

    SECTION("authorities")
    {
        connection.authorities = pki().folder.path / "noise.pem";
    }
    SECTION("revocations")
    {
        connection.revocations = pki().folder.path / "noise.pem";
    }
    SECTION("certificate")
    {
        connection.certificate = pki().folder.path / "noise.pem";
    }

    const auto session = HttpsSession::open(connection);
    REQUIRE(session);
    const auto answer = (*session)->send({.path = "/", .where = "w"});
    peer.finish();

    REQUIRE_FALSE(answer);
    CHECK(answer.fault().code == FaultCode::SettingsInvalid);
    CHECK(peer.requestBytes() == 0);
}

TEST_CASE("environmentIsClearedOfWhatSteersLibraries")
{
    for (const char* name : hostileVariables())
        ::setenv(name, "/tmp/evil", 1);
    REQUIRE_FALSE(environmentIsHard());

    hardenEnvironment();

    CHECK(environmentIsHard());
    for (const char* name : {"SSLKEYLOGFILE", "OPENSSL_CONF", "https_proxy", "ALL_PROXY", "CURL_CA_BUNDLE",
                             "SSL_CERT_FILE", "SSL_CERT_DIR"})
        CHECK(std::getenv(name) == nullptr);
}

TEST_CASE("hostileEnvironmentIsRefused")
{
    const auto connection = pki().connection(1); // making the certificates hardens the environment
    for (const char* name : hostileVariables()) {
        ::setenv(name, "/tmp/evil", 1);
        CAPTURE(name);
        CHECK(objectionTo(connection) == "central/environment");
        hardenEnvironment();
    }
}

TEST_CASE("noKeyLogIsWrittenEvenIfAskedForLater")
{
    const std::filesystem::path log = pki().folder.path / "keys.log";
    const TlsHandle tls = pki().context(pki().server, {&pki().intermediate});
    TlsPeer peer{tls.get(), answerWell};
    const auto session = HttpsSession::open(pki().connection(peer.port()));
    REQUIRE(session);
    ::setenv("SSLKEYLOGFILE", log.c_str(), 1);

    const auto answer = (*session)->send({.path = "/", .where = "w"});
    hardenEnvironment();

    CHECK(answer);
    CHECK_FALSE(std::filesystem::exists(log));
}

TEST_CASE("proxiesOfTheEnvironmentAreNotAsked")
{
    const TlsHandle tls = pki().context(pki().server, {&pki().intermediate});
    TlsPeer peer{tls.get(), answerWell};
    TlsPeer proxy{nullptr, [](PeerConnection&) {}};
    const auto session = HttpsSession::open(pki().connection(peer.port()));
    REQUIRE(session);
    ::setenv("https_proxy", ("http://127.0.0.1:" + std::to_string(proxy.port())).c_str(), 1);

    const auto answer = (*session)->send({.path = "/", .where = "w"});
    hardenEnvironment();
    proxy.finish();

    CHECK(answer);
    CHECK(proxy.connections() == 0);
}
