// SPDX-License-Identifier: Apache-2.0
#include "CentralWorld.h"

#include "drivers/central/https/Environment.h"
#include "practice/pki/PracticePki.h"

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <unistd.h>

namespace madoguchi::test {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

/// The world cannot be built: no test of it means anything.
template<typename T>
T must(Result<T> result, const char* what)
{
    if (!result) {
        std::cerr << "no test world: " << what << " (" << result.fault().where << ")\n";
        std::abort();
    }
    return std::move(*result);
}

EVP_PKEY* sharedCardKey()
{
    static const KeyHandle key = must(makeKey(KeyKind::Rsa2048), "card key");
    return key.get();
}

/// The serial numbers of practice cards: a constant above, the person's number in the low 32 bits.
constexpr std::uint64_t kSerialBase = 0x4D41'444FULL << 32;

} // namespace

void writeFile(const fs::path& file, const std::string& text)
{
    std::ofstream{file, std::ios::binary} << text;
}

Folder::Folder(std::string_view name)
{
    static std::atomic<int> count{0};
    path = fs::path{MADO_TEST_DIR} /
           (std::string{name} + '-' + std::to_string(::getpid()) + '-' + std::to_string(count++));
    fs::remove_all(path);
    fs::create_directories(path);
}

Folder::~Folder()
{
    std::error_code ignored; // a folder left behind harms nobody
    fs::remove_all(path, ignored);
}

CentralWorld::CentralWorld(bool keepDatabase)
    : now{std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())},
      people{must(loadPeople(fs::path{MADO_SOURCE_DIR} / "resources/personas/people.toml"), "people")},
      cardIssuer{
          must(makeIdentity({.subject = {{"C", "JP"}, {"O", "Practice J-LIS"}, {"CN", "Practice JPKI"}},
                             .serial = 1,
                             .notBefore = now - 24h * 3650,
                             .notAfter = now + 24h * 3650,
                             .authority = true},
                            KeyKind::Rsa2048, nullptr),
               "card issuer")},
      cardKey{sharedCardKey()}, keepDatabase_{keepDatabase}
{
    hardenEnvironment();
    fs::create_directories(folder.path / "pki");
    writeCardTrust({});
    start();
}

void CentralWorld::start()
{
    terminal.reset();
    server.reset();
    server = must(PracticeCentral::start(
                      {.pkiFolder = folder.path / "pki",
                       .people = people,
                       .qualifications = fs::path{MADO_SOURCE_DIR} / "resources/personas/qualifications.toml",
                       .database = keepDatabase_ ? folder.path / "central.sqlite" : fs::path{},
                       .troubleFile = folder.path / "central-trouble",
                       .now = [this] { return now; }}),
                  "practice central");
    terminal = must(HttpsCentral::open(connection()), "terminal");
}

CentralConnection CentralWorld::connection() const
{
    const PracticePkiFiles files = practicePkiFiles(folder.path / "pki");
    return {.institutionCode = std::string{kPracticeInstitution},
            .address = server->address(),
            .authorities = files.authority,
            .revocations = files.revocations,
            .certificate = files.terminal,
            .key = files.terminalKey,
            .times = {.pause = 1ms}};
}

std::uint64_t CentralWorld::serialOf(std::string_view persona) const
{
    const Persona* found = findPersona(people, persona);
    return kSerialBase | (found ? found->number : 0xFFFFFFFFu);
}

TestCard CentralWorld::card(std::string_view persona, int daysLeft) const
{
    const auto certificate = must(issueCertificate({.subject = {{"C", "JP"}, {"CN", "Practice Card"}},
                                                    .serial = serialOf(persona),
                                                    .notBefore = now - 24h * 1000,
                                                    .notAfter = now + 24h * daysLeft},
                                                   *cardKey, &cardIssuer),
                                  "card certificate");
    return {.certificate = toDer(*certificate), .key = cardKey};
}

EligibilityQuery CentralWorld::query(const TestCard& card, Consents consents, bool registerFirstUse)
{
    EligibilityQuery query{.certificate = card.certificate,
                           .signature = {},
                           .nonce = must(terminal->challenge(), "challenge").nonce,
                           .consents = consents,
                           .method = Method::Pin,
                           .registerFirstUse = registerFirstUse,
                           .idempotencyKey = {}};
    const Bytes subject = querySubject(query.nonce, consents, query.method, registerFirstUse);
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
    std::size_t size = static_cast<std::size_t>(EVP_PKEY_get_size(card.key));
    query.signature.resize(size);
    EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, card.key);
    EVP_DigestSign(digest.get(), query.signature.data(), &size, subject.data(), subject.size());
    return query;
}

Result<CentralAnswer> CentralWorld::ask(const TestCard& card, Consents consents, bool registerFirstUse)
{
    return terminal->ask(query(card, consents, registerFirstUse));
}

void CentralWorld::revoke(std::string_view persona)
{
    writeCardTrust({serialOf(persona)});
}

void CentralWorld::writeCardTrust(const std::vector<std::uint64_t>& revoked) const
{
    const auto list =
        must(issueCrl({.revokedSerials = revoked, .lastUpdate = now - 24h, .nextUpdate = now + 24h * 3650},
                      cardIssuer),
             "revocation list");
    writeFile(folder.path / "pki" / "jpki-ca.pem", toPem(*cardIssuer.certificate));
    writeFile(folder.path / "pki" / "jpki-crl.pem", toPem(*list));
}

} // namespace madoguchi::test
