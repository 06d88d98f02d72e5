// SPDX-License-Identifier: Apache-2.0
// The receipt computer's requests: it drops OQS…req_<free part>.xml into req, we answer in res. A request is
// taken by renaming it away, so that any number of us may look at the same folder and each request is
// somebody's alone. Who dies with a request in hand leaves it unlocked, and the next one takes it up again.
//
// Watches with inotify and looks at everything once when it starts: the folders have to be on this machine's
// own disks (the receipt computer reaches them over a share).
#pragma once

#include "drivers/receipt/oqs/FolderWriter.h"
#include "foundation/base/Clock.h"
#include "foundation/base/Erasure.h"
#include "foundation/base/Result.h"
#include "foundation/base/UniqueFd.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi {

struct ExchangeFolders {
    std::filesystem::path req, res;
    std::filesystem::path staging;          ///< same volume as both, outside what anybody watches
    std::chrono::minutes answersKept{1440}; ///< then an answer nobody fetched is removed
    std::chrono::milliseconds settle{2000}; ///< so long a file may stay incomplete after its last change
    bool directWrite{false};                ///< see FolderWriter
    std::string group{};                    ///< see FolderWriter
};

/// A request that is ours alone while this lives.
struct ClaimedRequest {
    std::string name;  ///< as it was dropped
    std::string bytes; ///< 4 MiB at most; empty = it was larger
    bool tooLarge{false};
    std::string claim; ///< its name in the staging folder
    UniqueFd lock;     ///< held to the end
};

class ReceiptExchange {
public:
    /// `erasure` is armed for `within` before the first byte of anybody's request is read.
    ReceiptExchange(ExchangeFolders folders, const Clock& clock, ErasurePort& erasure,
                    std::chrono::milliseconds within);

    /// The next request that is complete, or that has been left incomplete for too long. Removes answers that
    /// nobody fetched while it waits. TimedOut when `stopFd` becomes readable; a folder's fault when one is
    /// gone.
    Result<ClaimedRequest> next(int stopFd);

    /// The request has been answered and is no more.
    Result<void> done(const ClaimedRequest& request);

    /// Gives it back: the request beside a text of the same stem, "….err". A request that may not be kept
    /// (`returned` false) is only removed.
    Result<void> reject(const ClaimedRequest& request, std::string_view words, bool returned = true);

    /// Removes what nobody fetched; how many files, and how long until the next will be due.
    struct Aged {
        int removed{0};
        std::optional<std::chrono::seconds> nextIn;
    };
    Aged age() const;

private:
    struct Scan;
    Result<Scan> look();
    Result<Scan> lookForAbandoned();
    Result<std::optional<ClaimedRequest>> claim(int folder, const std::string& name, Scan& scan);
    [[nodiscard]] Result<std::optional<ClaimedRequest>> adopt(int staging, const std::string& claimName);

    ExchangeFolders folders_;
    const Clock& clock_;
    ErasurePort& erasure_;
    std::chrono::milliseconds within_;
    FolderWriter writer_;
};

/// The free part of a request's name, or nothing if it is not the name of a request.
[[nodiscard]] std::optional<std::string> freePartOf(std::string_view name);

} // namespace madoguchi
