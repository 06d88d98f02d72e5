// SPDX-License-Identifier: Apache-2.0
#include "services/audit/AuditLog.h"

#include "foundation/base/Digest.h"
#include "foundation/base/DurableFile.h"
#include "services/audit/AuditVerifier.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>

namespace madoguchi {

namespace {

constexpr std::size_t kPersonDigits = 12; ///< a terminal has tens of people, not millions
constexpr std::size_t kObjectDigits = 32; ///< half of the keyed hash is plenty to tell visits apart

Fault logFault(std::string_view where)
{
    return {FaultCode::Internal, FaultSpace::Errno, errno, where};
}

Result<void> makeFolder(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error || ::chmod(folder.c_str(), 0700) != 0)
        return logFault("audit/folder");
    return {};
}

Result<UniqueFd> openLocked(const std::filesystem::path& file)
{
    UniqueFd fd{::open(file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600)};
    if (!fd)
        return logFault("audit/openLog");
    if (::flock(fd.value(), LOCK_EX | LOCK_NB) != 0)
        return logFault("audit/lock"); // another supervisor is running
    return fd;
}

/// Cuts what a power cut left of a line. A complete line is never touched.
Result<void> cutTornLine(int fd)
{
    struct stat status {};
    if (::fstat(fd, &status) != 0)
        return logFault("audit/recover");
    const off_t from = std::max<off_t>(0, status.st_size - static_cast<off_t>(kMaxAuditLine));
    std::string tail(static_cast<std::size_t>(status.st_size - from), '\0');
    if (::pread(fd, tail.data(), tail.size(), from) != static_cast<ssize_t>(tail.size()))
        return logFault("audit/recover");
    const auto newline = tail.rfind('\n');
    const off_t whole = newline == std::string::npos ? from : from + static_cast<off_t>(newline) + 1;
    if (::ftruncate(fd, whole) != 0 || ::fsync(fd) != 0)
        return logFault("audit/recover");
    return {};
}

/// What a log left by an earlier start is worth.
AuditVerdict examine(const std::filesystem::path& folder, const AuditKey& key)
{
    const auto headFile = folder / kAuditHeadName;
    AuditVerdict verdict;
    if (std::filesystem::exists(headFile)) {
        const auto head = readHead(headFile, key);
        if (head)
            return verifyChain(folder / kAuditLogName, *head);
        verdict.flaw = AuditFlaw::HeadUntrusted;
        return verdict;
    }
    verdict = verifyChain(folder / kAuditLogName, std::nullopt);
    if (verdict.sound() && verdict.lines > 0)
        verdict.flaw = AuditFlaw::HeadMissing;
    return verdict;
}

/// Moves a log that does not hold together out of the way, with its head: evidence, not to be written to.
Result<void> setAside(const std::filesystem::path& folder, std::chrono::sys_seconds now)
{
    const std::string suffix = ".damaged-" + std::to_string(now.time_since_epoch().count());
    for (const char* name : {kAuditLogName, kAuditHeadName}) {
        const auto file = folder / name;
        std::error_code error;
        if (std::filesystem::exists(file))
            std::filesystem::rename(file, std::filesystem::path{file}.concat(suffix), error);
        if (error)
            return logFault("audit/setAside");
    }
    return syncFolder(folder);
}

/// Where to go on, and what the log has to say about itself first.
struct Mended {
    AuditHead last;
    std::optional<AuditAct> toSay;
};

Result<Mended> mend(const std::filesystem::path& folder, const AuditVerdict& found, UniqueFd& file,
                    std::chrono::sys_seconds now)
{
    const AuditHead last{found.lines, found.lastHash};
    if (found.sound() && !found.torn)
        return Mended{last, std::nullopt};
    if (found.sound()) {
        const auto cut = cutTornLine(file.value());
        return cut ? Result<Mended>{Mended{last, AuditAct::LogRecovered}} : Result<Mended>{cut.fault()};
    }
    if (const auto aside = setAside(folder, now); !aside)
        return aside.fault();
    auto fresh = openLocked(folder / kAuditLogName);
    if (!fresh)
        return fresh.fault();
    file = std::move(*fresh);
    return Mended{{0, std::string{kFirstHash}}, AuditAct::LogReplaced};
}

} // namespace

AuditLog::AuditLog(std::filesystem::path folder, std::string terminal, int headEvery, const Clock& clock,
                   AuditKeys keys, UniqueFd file, AuditHead last)
    : folder_{std::move(folder)}, terminal_{std::move(terminal)}, headEvery_{static_cast<std::uint64_t>(
                                                                      headEvery)},
      clock_{&clock}, keys_{std::move(keys)}, file_{std::move(file)}, last_{std::move(last)}
{
}

Result<AuditLog> AuditLog::open(const std::filesystem::path& folder, std::string terminal, int headEvery,
                                const Clock& clock)
{
    if (const auto made = makeFolder(folder); !made)
        return made.fault();
    auto keys = openAuditKeys(folder);
    if (!keys)
        return keys.fault();
    auto file = openLocked(folder / kAuditLogName);
    if (!file)
        return file.fault();

    const AuditVerdict found = examine(folder, keys->signing);
    const auto mended = mend(folder, found, *file, clock.wallTime());
    if (!mended)
        return mended.fault();

    AuditLog log{folder,           std::move(terminal), headEvery,   clock,
                 std::move(*keys), std::move(*file),    mended->last};
    // Signed before the first line: a log with lines and no head is one that was tampered with.
    if (const auto signedNow = log.signHead(); !signedNow)
        return signedNow.fault();
    if (mended->toSay)
        if (const auto said = log.append({.act = *mended->toSay}); !said)
            return said.fault();
    return log;
}

Result<void> AuditLog::append(const AuditEntry& entry)
{
    AuditRecord record{.seq = last_.seq + 1,
                       .boot = clock_->now(),
                       .wall = clock_->wallTime(),
                       .terminal = terminal_,
                       .actor = entry.actor,
                       .act = entry.act,
                       .method = entry.method,
                       .page = entry.page,
                       .fault = entry.fault};
    if (!entry.visit.empty())
        record.object = keyedHash(keys_.object, entry.visit).substr(0, kObjectDigits);
    if (!entry.staff.empty())
        record.person =
            std::string{entry.role} + ':' + keyedHash(keys_.object, entry.staff).substr(0, kPersonDigits);
    const std::string line = auditLine(record, last_.hash);
    if (const auto written = writeLine(line); !written)
        return written;
    last_ = {record.seq, line.substr(line.size() - kHashDigits - 1, kHashDigits)};
    return last_.seq - signedSeq_ >= headEvery_ ? signHead() : Result<void>{};
}

Result<void> AuditLog::writeLine(std::string_view line)
{
    struct stat status {};
    if (::fstat(file_.value(), &status) != 0)
        return logFault("audit/append");
    auto written = writeAll(file_.value(), line);
    if (written && ::fdatasync(file_.value()) != 0)
        written = logFault("audit/sync");
    if (!written) // a full disk: half a line must not stay between two whole ones
        (void)!::ftruncate(file_.value(), status.st_size);
    return written;
}

Result<void> AuditLog::signHead()
{
    if (const auto written = writeHead(folder_ / kAuditHeadName, last_, keys_.signing); !written)
        return written;
    signedSeq_ = last_.seq;
    return {};
}

} // namespace madoguchi
