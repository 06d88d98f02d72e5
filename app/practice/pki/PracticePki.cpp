// SPDX-License-Identifier: Apache-2.0
#include "practice/pki/PracticePki.h"

#include "practice/pki/CertificateMaker.h"

#include <openssl/pem.h>

#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace madoguchi {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr auto kLife = 24h * 397; // what public authorities allow a server at most
constexpr auto kRenewBefore = 24h * 30;
constexpr Fault kWriteFailed{.code = FaultCode::SettingsInvalid, .where = "practice/pkiWrite"};

/// Writes beside the target and renames, so that a reader never sees half a certificate. 0600 for keys.
bool writeWhole(const fs::path& file, const std::string& text, mode_t mode)
{
    const fs::path fresh = file.string() + ".new";
    const int fd = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode);
    if (fd < 0)
        return false;
    const bool written =
        ::fchmod(fd, mode) == 0 && ::write(fd, text.data(), text.size()) == static_cast<ssize_t>(text.size());
    return ::close(fd) == 0 && written && !text.empty() && std::rename(fresh.c_str(), file.c_str()) == 0;
}

/// Two programs of the practice may start at once; only one of them makes the set. Held until destroyed.
class FolderLock {
public:
    explicit FolderLock(const fs::path& folder)
        : fd_{::open((folder / "central-pki.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)}
    {
        held_ = fd_ >= 0 && ::flock(fd_, LOCK_EX) == 0;
    }
    ~FolderLock()
    {
        if (fd_ >= 0)
            ::close(fd_);
    }
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    [[nodiscard]] bool held() const { return held_; }

private:
    int fd_;
    bool held_{false};
};

bool outlives(const fs::path& certificateFile, std::chrono::sys_seconds then)
{
    const std::unique_ptr<std::FILE, decltype(&std::fclose)> file{std::fopen(certificateFile.c_str(), "re"),
                                                                  &std::fclose};
    if (!file)
        return false;
    const CertificateHandle certificate{PEM_read_X509(file.get(), nullptr, nullptr, nullptr)};
    std::time_t when = std::chrono::system_clock::to_time_t(then);
    return certificate && X509_cmp_time(X509_get0_notAfter(certificate.get()), &when) > 0;
}

bool complete(const PracticePkiFiles& files, std::chrono::sys_seconds now)
{
    return fs::exists(files.authority) && fs::exists(files.revocations) && fs::exists(files.serverKey) &&
           fs::exists(files.terminalKey) && outlives(files.terminal, now + kRenewBefore) &&
           outlives(files.server, now + kRenewBefore);
}

/// A plan of this infrastructure: valid from yesterday (clocks differ) for kLife.
CertificatePlan plan(std::string commonName, std::uint64_t serial, std::chrono::sys_seconds now)
{
    return {.subject = {{"C", "JP"}, {"O", "Madoguchi Practice"}, {"CN", std::move(commonName)}},
            .serial = serial,
            .notBefore = now - 24h,
            .notAfter = now + kLife};
}

CertificatePlan authorityPlan(std::string commonName, std::uint64_t serial, std::chrono::sys_seconds now)
{
    CertificatePlan result = plan(std::move(commonName), serial, now);
    result.authority = true;
    return result;
}

CertificatePlan serverPlan(std::chrono::sys_seconds now)
{
    CertificatePlan result = plan("localhost", 11, now);
    result.alternativeNames = "DNS:localhost,IP:127.0.0.1";
    result.extendedKeyUsage = "serverAuth";
    return result;
}

CertificatePlan terminalPlan(std::chrono::sys_seconds now)
{
    CertificatePlan result = plan("practice terminal 1", 12, now);
    result.subject.insert(result.subject.end() - 1, {"OU", std::string{kReceptionRole}});
    result.subject.insert(result.subject.end() - 1, {"serialNumber", std::string{kPracticeInstitution}});
    result.extendedKeyUsage = "clientAuth";
    return result;
}

Result<std::string> emptyList(const Identity& issuer, std::chrono::sys_seconds now)
{
    const auto list = issueCrl({.lastUpdate = now - 24h, .nextUpdate = now + kLife}, issuer);
    if (!list)
        return list.fault();
    return toPem(**list);
}

/// Leaf and intermediate in one file, the key in another.
bool writeIdentity(const fs::path& certificateFile, const fs::path& keyFile, const Identity& leaf,
                   const Identity& intermediate)
{
    return writeWhole(keyFile, privateKeyPem(*leaf.key), 0600) &&
           writeWhole(certificateFile, toPem(*leaf.certificate) + toPem(*intermediate.certificate), 0644);
}

Result<void> make(const PracticePkiFiles& files, std::chrono::sys_seconds now)
{
    const auto root = makeIdentity(authorityPlan("Practice Central Root", 1, now), KeyKind::EcP384, nullptr);
    if (!root)
        return root.fault();
    const auto intermediate =
        makeIdentity(authorityPlan("Practice Central Issuer", 2, now), KeyKind::EcP256, &*root);
    if (!intermediate)
        return intermediate.fault();
    const auto server = makeIdentity(serverPlan(now), KeyKind::EcP256, &*intermediate);
    const auto terminal = makeIdentity(terminalPlan(now), KeyKind::EcP256, &*intermediate);
    const auto rootList = emptyList(*root, now);
    const auto list = emptyList(*intermediate, now);
    if (!server || !terminal || !rootList || !list)
        return Fault{.code = FaultCode::Internal, .where = "practice/pkiIssue"};
    // The terminal's files last: while its certificate is old or missing, the set does not count as complete.
    if (!writeWhole(files.authority, toPem(*root->certificate), 0644) ||
        !writeWhole(files.revocations, *rootList + *list, 0644) ||
        !writeIdentity(files.server, files.serverKey, *server, *intermediate) ||
        !writeIdentity(files.terminal, files.terminalKey, *terminal, *intermediate))
        return kWriteFailed;
    return {};
}

} // namespace

PracticePkiFiles practicePkiFiles(const fs::path& pkiFolder)
{
    return {.authority = pkiFolder / "central-ca.pem",
            .revocations = pkiFolder / "central-crl.pem",
            .server = pkiFolder / "server.pem",
            .serverKey = pkiFolder / "server.key",
            .terminal = pkiFolder / "terminal.pem",
            .terminalKey = pkiFolder / "terminal.key"};
}

Result<PracticePkiFiles> ensurePracticePki(const fs::path& pkiFolder, std::chrono::sys_seconds now)
{
    PracticePkiFiles files = practicePkiFiles(pkiFolder);
    std::error_code failed;
    fs::create_directories(pkiFolder, failed);
    const FolderLock lock{pkiFolder};
    if (failed || !lock.held())
        return kWriteFailed;
    if (complete(files, now))
        return files;
    if (const auto made = make(files, now); !made)
        return made.fault();
    return files;
}

} // namespace madoguchi
