// SPDX-License-Identifier: Apache-2.0
#include "drivers/receipt/oqs/ReceiptExchange.h"

#include "drivers/receipt/oqs/FileFaults.h"
#include "drivers/receipt/oqs/HandOverNames.h"
#include "formats/oqs/MessageDocument.h"
#include "formats/oqs/MessageKind.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/stat.h>

namespace madoguchi {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::size_t kLargest = std::size_t{4} << 20U;
constexpr std::string_view kClaim = ".madoguchi-claim";
constexpr std::string_view kXml = ".xml";
constexpr std::string_view kErr = ".err";
constexpr std::size_t kMostNames = 10'000; ///< of one look: who floods the folder waits his turn

struct DirectoryCloser {
    void operator()(DIR* directory) const { closedir(directory); }
};

Result<UniqueFd> openFolder(const std::filesystem::path& path, std::string_view where)
{
    UniqueFd folder{open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!folder.valid())
        return fileFault(errno, where);
    return folder;
}

/// Names in the order of the alphabet, which for most senders is the order of time.
std::vector<std::string> namesIn(int folder)
{
    std::vector<std::string> names;
    const int again = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const std::unique_ptr<DIR, DirectoryCloser> directory{again < 0 ? nullptr : fdopendir(again)};
    while (const dirent* entry = directory ? readdir(directory.get()) : nullptr)
        if (names.size() < kMostNames)
            names.emplace_back(entry->d_name);
    std::ranges::sort(names);
    return names;
}

std::chrono::nanoseconds sinceEpoch(const timespec& time)
{
    return seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

/// How long ago the kernel saw the last change; what the sender says about times does not count.
milliseconds unchangedFor(const struct stat& status)
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    return std::chrono::duration_cast<milliseconds>(sinceEpoch(now) - sinceEpoch(status.st_ctim));
}

bool isTheSameFile(int folder, const std::string& name, const struct stat& opened)
{
    struct stat named {};
    return fstatat(folder, name.c_str(), &named, AT_SYMLINK_NOFOLLOW) == 0 && named.st_ino == opened.st_ino &&
           named.st_dev == opened.st_dev;
}

/// At most kLargest and one byte more, which says that there is more.
Result<std::string> readAll(int file)
{
    std::string bytes;
    std::array<char, 65536> chunk{};
    while (bytes.size() <= kLargest) {
        const auto size = pread(file, chunk.data(), chunk.size(), static_cast<off_t>(bytes.size()));
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0)
            return fileFault(errno, "handoff/readRequest");
        if (size == 0)
            break;
        bytes.append(chunk.data(), static_cast<std::size_t>(size));
    }
    return bytes;
}

/// Only an ordinary file is opened for good: a pipe would hold us up, a link would lead elsewhere.
UniqueFd openOrdinary(int folder, const std::string& name, struct stat& status)
{
    UniqueFd file{openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)};
    if (!file.valid() || fstat(file.value(), &status) != 0 || !S_ISREG(status.st_mode))
        return {};
    return file;
}

bool endsLikeOurs(std::string_view name)
{
    return name.ends_with(kXml) || name.ends_with(kErr);
}

} // namespace

std::optional<std::string> freePartOf(std::string_view name)
{
    const auto kind = kindFromFileName(name);
    if (!kind || !kind->ends_with("req") || !name.ends_with(kXml) ||
        name.size() <= kind->size() + 1 + kXml.size())
        return std::nullopt;
    const auto part = name.substr(kind->size() + 1, name.size() - kind->size() - 1 - kXml.size());
    return isFreePart(part) ? std::optional{std::string{part}} : std::nullopt;
}

struct ReceiptExchange::Scan {
    std::optional<ClaimedRequest> found;
    std::optional<milliseconds> lookAgainIn; ///< something was incomplete
};

ReceiptExchange::ReceiptExchange(ExchangeFolders folders, const Clock& clock, ErasurePort& erasure,
                                 std::chrono::milliseconds within)
    : folders_{std::move(folders)}, clock_{clock}, erasure_{erasure}, within_{within},
      writer_{folders_.staging, folders_.directWrite, folders_.group}
{
}

Result<ClaimedRequest> ReceiptExchange::next(int stopFd)
{
    constexpr auto kWhere = "handoff/watch";
    const UniqueFd watch{inotify_init1(IN_CLOEXEC | IN_NONBLOCK)};
    constexpr std::uint32_t kArrivals =
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
    constexpr std::uint32_t kReleases = IN_DELETE | IN_MOVED_FROM | IN_DELETE_SELF | IN_ONLYDIR;
    for (;;) {
        // Each time anew: a folder that was replaced is another one under the same name.
        if (!watch.valid() || inotify_add_watch(watch.value(), folders_.req.c_str(), kArrivals) < 0 ||
            inotify_add_watch(watch.value(), folders_.staging.c_str(), kReleases) < 0)
            return fileFault(errno, kWhere);
        std::array<char, 4096> events{};
        while (read(watch.value(), events.data(), events.size()) > 0) {
            // What they say does not matter: each look is a look at everything.
        }
        const auto aged = age();
        auto scan = look();
        if (!scan)
            return scan.fault();
        if (scan->found)
            return *std::move(scan->found);
        auto wait = scan->lookAgainIn;
        if (aged.nextIn)
            wait = std::min(wait.value_or(milliseconds::max()), milliseconds{*aged.nextIn});
        std::array<pollfd, 2> waited{pollfd{watch.value(), POLLIN, 0}, pollfd{stopFd, POLLIN, 0}};
        constexpr milliseconds kLongest{std::chrono::hours{24}};
        const int timeout =
            wait ? static_cast<int>(std::clamp(*wait, milliseconds{1}, kLongest).count()) : -1;
        if (poll(waited.data(), waited.size(), timeout) < 0 && errno != EINTR)
            return fileFault(errno, kWhere);
        if (waited[1].revents != 0)
            return Fault{FaultCode::TimedOut, FaultSpace::None, 0, kWhere};
    }
}

/// What died hands first: it has waited longest.
Result<ReceiptExchange::Scan> ReceiptExchange::look()
{
    auto scan = lookForAbandoned();
    if (!scan || scan->found)
        return scan;
    const auto req = openFolder(folders_.req, "handoff/openRequests");
    if (!req)
        return req.fault();
    for (const auto& name : namesIn(req->value())) {
        const auto kind = kindFromFileName(name);
        if (!kind || !kind->ends_with("req") || !name.ends_with(kXml))
            continue;
        auto claimed = claim(req->value(), name, *scan);
        if (!claimed)
            return claimed.fault();
        if (*claimed) {
            scan->found = std::move(**claimed);
            break;
        }
    }
    return scan;
}

Result<ReceiptExchange::Scan> ReceiptExchange::lookForAbandoned()
{
    Scan scan;
    const auto staging = openFolder(folders_.staging, "handoff/openStaging");
    if (!staging)
        return staging.fault();
    for (const auto& name : namesIn(staging->value())) {
        if (!name.ends_with(kClaim))
            continue;
        auto adopted = adopt(staging->value(), name);
        if (!adopted)
            return adopted.fault();
        if (*adopted) {
            scan.found = std::move(**adopted);
            break;
        }
    }
    return scan;
}

Result<std::optional<ClaimedRequest>> ReceiptExchange::adopt(int staging, const std::string& claimName)
{
    using Found = std::optional<ClaimedRequest>;
    struct stat status {};
    auto file = openOrdinary(staging, claimName, status);
    if (!file.valid() || flock(file.value(), LOCK_EX | LOCK_NB) != 0 ||
        !isTheSameFile(staging, claimName, status))
        return Found{};
    if (const auto armed = erasure_.arm(within_); !armed)
        return armed.fault();
    auto bytes = readAll(file.value());
    if (!bytes)
        return bytes.fault();
    ClaimedRequest request{claimName.substr(0, claimName.size() - kClaim.size()),
                           {},
                           bytes->size() > kLargest,
                           claimName,
                           std::move(file)};
    if (!request.tooLarge)
        request.bytes = *std::move(bytes);
    return Found{std::move(request)};
}

Result<std::optional<ClaimedRequest>> ReceiptExchange::claim(int folder, const std::string& name, Scan& scan)
{
    using Found = std::optional<ClaimedRequest>;
    struct stat status {};
    auto file = openOrdinary(folder, name, status);
    if (!file.valid())
        return Found{}; // somebody was faster, or it is no file
    if (const auto armed = erasure_.arm(within_); !armed)
        return armed.fault();
    auto bytes = readAll(file.value());
    if (!bytes)
        return bytes.fault();
    const bool tooLarge = bytes->size() > kLargest;
    const auto rest = folders_.settle - unchangedFor(status);
    if (!tooLarge && rest > milliseconds{0} && !readMessage(*bytes, name)) {
        scan.lookAgainIn = std::min(scan.lookAgainIn.value_or(rest), rest); // still being written, perhaps
        return Found{};
    }
    // The lock first: from its first moment on the claim belongs to somebody alive.
    if (flock(file.value(), LOCK_EX | LOCK_NB) != 0 || !isTheSameFile(folder, name, status))
        return Found{};
    const auto staging = openFolder(folders_.staging, "handoff/openStaging");
    if (!staging)
        return staging.fault();
    auto claimName = name + std::string{kClaim};
    if (renameat2(folder, name.c_str(), staging->value(), claimName.c_str(), RENAME_NOREPLACE) != 0) {
        if (errno == ENOENT ||
            errno == EEXIST) // taken, or an earlier one of this name is still being answered
            return Found{};
        return fileFault(errno, "handoff/claim");
    }
    return Found{ClaimedRequest{name, tooLarge ? std::string{} : *std::move(bytes), tooLarge,
                                std::move(claimName), std::move(file)}};
}

Result<void> ReceiptExchange::done(const ClaimedRequest& request)
{
    const auto staging = openFolder(folders_.staging, "handoff/openStaging");
    if (!staging)
        return staging.fault();
    if (unlinkat(staging->value(), request.claim.c_str(), 0) != 0 && errno != ENOENT)
        return fileFault(errno, "handoff/done");
    return {};
}

Result<void> ReceiptExchange::reject(const ClaimedRequest& request, std::string_view words, bool returned)
{
    const auto stem = request.name.substr(0, request.name.size() - kXml.size());
    const auto placed = writer_.place(folders_.res, stem + std::string{kErr}, words);
    if (!placed && placed.fault().code != FaultCode::HandOverNameTaken)
        return placed;
    if (!returned)
        return done(request);
    const auto staging = openFolder(folders_.staging, "handoff/openStaging");
    const auto res = openFolder(folders_.res, "handoff/openAnswers");
    if (!staging || !res)
        return staging ? res.fault() : staging.fault();
    if (renameat2(staging->value(), request.claim.c_str(), res->value(), request.name.c_str(),
                  RENAME_NOREPLACE) == 0)
        return {};
    return errno == EEXIST ? done(request) : Result<void>{fileFault(errno, "handoff/giveBack")};
}

ReceiptExchange::Aged ReceiptExchange::age() const
{
    Aged aged;
    const auto res = openFolder(folders_.res, "handoff/openAnswers");
    if (!res)
        return aged; // the next answer will say so
    const seconds now = clock_.wallTime().time_since_epoch();
    for (const auto& name : namesIn(res->value())) {
        struct stat status {};
        const auto kind = kindFromFileName(name);
        if (!kind || !endsLikeOurs(name) ||
            fstatat(res->value(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0 ||
            !S_ISREG(status.st_mode))
            continue;
        const seconds rest = seconds{status.st_mtim.tv_sec} + folders_.answersKept - now;
        if (rest <= seconds{0})
            aged.removed += unlinkat(res->value(), name.c_str(), 0) == 0 ? 1 : 0;
        else
            aged.nextIn = std::min(aged.nextIn.value_or(rest), rest);
    }
    return aged;
}

} // namespace madoguchi
