// SPDX-License-Identifier: Apache-2.0
#include "practice/pki/PracticePki.h"
#include "practice/pki/CertificateMaker.h"

#include <catch2/catch.hpp>

#include <openssl/pem.h>
#include <openssl/x509_vfy.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace madoguchi;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

constexpr std::chrono::sys_seconds kNow{1'780'000'000s};

/// A folder of this test's own, gone afterwards.
struct Folder {
    fs::path path{fs::path{MADO_TEST_DIR} / ("pki-" + std::to_string(::getpid()))};
    Folder() { fs::remove_all(path); }
    ~Folder() { fs::remove_all(path); }
};

std::string content(const fs::path& file)
{
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// Verifies as the terminal does: strict, with lists for every level, at `kNow`.
int verifyError(const fs::path& leafFile, const PracticePkiFiles& files)
{
    const std::unique_ptr<X509_STORE, decltype(&X509_STORE_free)> store{X509_STORE_new(), &X509_STORE_free};
    X509_STORE_load_file(store.get(), files.authority.c_str());
    X509_STORE_load_file(store.get(), files.revocations.c_str());
    X509_STORE_load_file(store.get(), leafFile.c_str()); // brings the intermediate; only roots are trusted
    X509_STORE_set_flags(store.get(),
                         X509_V_FLAG_CRL_CHECK_ALL | X509_V_FLAG_CRL_CHECK | X509_V_FLAG_X509_STRICT);
    const std::unique_ptr<BIO, decltype(&BIO_free)> in{BIO_new_file(leafFile.c_str(), "r"), &BIO_free};
    const CertificateHandle leaf{PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr)};
    const std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)> context{X509_STORE_CTX_new(),
                                                                                  &X509_STORE_CTX_free};
    X509_STORE_CTX_init(context.get(), store.get(), leaf.get(), nullptr);
    X509_STORE_CTX_set_time(context.get(), 0, std::chrono::system_clock::to_time_t(kNow));
    X509_verify_cert(context.get());
    return X509_STORE_CTX_get_error(context.get());
}

} // namespace

TEST_CASE("strictVerifierAcceptsWhatIsIssued")
{
    const Folder folder;

    const auto files = ensurePracticePki(folder.path, kNow);

    REQUIRE(files);
    CHECK(verifyError(files->server, *files) == X509_V_OK);
    CHECK(verifyError(files->terminal, *files) == X509_V_OK);
}

TEST_CASE("keysAreReadableByTheirOwnerOnly")
{
    const Folder folder;

    const auto files = ensurePracticePki(folder.path, kNow);

    REQUIRE(files);
    struct stat facts {};
    REQUIRE(::stat(files->terminalKey.c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777) == 0600);
}

TEST_CASE("practicePkiIsMadeOnce")
{
    const Folder folder;
    const auto first = ensurePracticePki(folder.path, kNow);
    REQUIRE(first);
    const std::string before = content(first->terminal);

    const auto second = ensurePracticePki(folder.path, kNow + 24h * 300);

    REQUIRE(second);
    CHECK(content(second->terminal) == before);
}

TEST_CASE("practicePkiIsRenewedBeforeItEnds")
{
    const Folder folder;
    const auto first = ensurePracticePki(folder.path, kNow);
    REQUIRE(first);
    const std::string before = content(first->terminal);

    const auto second = ensurePracticePki(folder.path, kNow + 24h * 370);

    REQUIRE(second);
    CHECK(content(second->terminal) != before);
}

TEST_CASE("programsThatStartAtOnceAgreeOnOneSet")
{
    const Folder folder;
    {
        std::vector<std::jthread> programs;
        for (int i = 0; i < 4; ++i)
            programs.emplace_back([&] { (void)ensurePracticePki(folder.path, kNow); });
    }

    const PracticePkiFiles files = practicePkiFiles(folder.path);

    CHECK(verifyError(files.server, files) == X509_V_OK);
    CHECK(verifyError(files.terminal, files) == X509_V_OK);
}

TEST_CASE("setThatWasCutShortIsMadeAnew")
{
    const Folder folder;
    const auto files = ensurePracticePki(folder.path, kNow);
    REQUIRE(files);
    fs::remove(files->terminal);

    const auto again = ensurePracticePki(folder.path, kNow);

    REQUIRE(again);
    CHECK(verifyError(again->server, *again) == X509_V_OK);
    CHECK(verifyError(again->terminal, *again) == X509_V_OK);
}

TEST_CASE("folderThatCannotBeWrittenIsAFault")
{
    const auto files = ensurePracticePki("/proc/nowhere", kNow);

    REQUIRE_FALSE(files);
    CHECK(files.fault().code == FaultCode::SettingsInvalid);
}
