// SPDX-License-Identifier: Apache-2.0
#include "services/audit/AuditVerifier.h"

#include "foundation/base/Digest.h"
#include "services/audit/AuditLog.h"

#include <fcntl.h>

#include <array>
#include <cerrno>

namespace madoguchi {

namespace {

/// Feeds the complete lines of a file to `take(line)` until it says no. Holds one chunk at a time.
class LineReader {
public:
    explicit LineReader(const std::filesystem::path& file) : fd_{::open(file.c_str(), O_RDONLY | O_CLOEXEC)}
    {
    }

    [[nodiscard]] bool readable() const { return fd_.valid() && !failed_; }
    /// Bytes after the last newline.
    [[nodiscard]] bool rest() const { return !pending_.empty(); }

    template<typename Take>
    void forEach(Take take)
    {
        while (fill()) {
            std::size_t from = 0;
            for (auto end = pending_.find('\n'); end != std::string::npos; end = pending_.find('\n', from)) {
                if (!take(std::string_view{pending_}.substr(from, end - from)))
                    return;
                from = end + 1;
            }
            pending_.erase(0, from);
            if (pending_.size() > kMaxAuditLine && !take(std::string_view{pending_}))
                return;
        }
    }

private:
    bool fill()
    {
        constexpr std::size_t kChunk = 64 * 1024;
        const auto before = pending_.size();
        pending_.resize(before + kChunk);
        ssize_t got = 0;
        do
            got = ::read(fd_.value(), pending_.data() + before, kChunk);
        while (got < 0 && errno == EINTR);
        failed_ = got < 0;
        pending_.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
        return got > 0;
    }

    UniqueFd fd_;
    std::string pending_;
    bool failed_{false};
};

/// Follows the chain line by line.
class ChainWalk {
public:
    ChainWalk(const std::optional<AuditHead>& head, const AuditReader& reader) : head_{head}, reader_{reader}
    {
        verdict_.lastHash = kFirstHash;
    }

    bool take(std::string_view line)
    {
        const auto link = auditLink(line);
        if (!link)
            return flawed(AuditFlaw::LineBroken);
        if (link->seq != verdict_.lines + 1 || sha256(verdict_.lastHash, link->body) != link->hash)
            return flawed(AuditFlaw::ChainBroken);
        ++verdict_.lines;
        verdict_.lastHash = link->hash;
        if (head_ && head_->seq == link->seq && head_->hash != link->hash)
            return flawed(AuditFlaw::HeadMismatch);
        if (reader_)
            reader_(line);
        return true;
    }

    AuditVerdict finish(bool readable, bool torn)
    {
        verdict_.torn = torn && verdict_.sound();
        if (!readable)
            verdict_.flaw = AuditFlaw::Unreadable;
        else if (verdict_.sound() && head_ && verdict_.lines < head_->seq)
            flawed(AuditFlaw::CutOff);
        verdict_.unsignedLines = head_ && verdict_.lines > head_->seq ? verdict_.lines - head_->seq : 0;
        return std::move(verdict_);
    }

private:
    bool flawed(AuditFlaw flaw)
    {
        verdict_.flaw = flaw;
        verdict_.line = flaw == AuditFlaw::HeadMismatch ? verdict_.lines : verdict_.lines + 1;
        return false;
    }

    const std::optional<AuditHead>& head_;
    const AuditReader& reader_;
    AuditVerdict verdict_;
};

AuditVerdict only(AuditFlaw flaw)
{
    AuditVerdict verdict;
    verdict.flaw = flaw;
    return verdict;
}

} // namespace

std::string_view name(AuditFlaw flaw)
{
    constexpr std::array<std::string_view, 8> kNames{
        "sound",        "unreadable",     "line broken", "chain broken: changed, missing or moved",
        "head missing", "head untrusted", "cut off",     "head mismatch"};
    return kNames[static_cast<std::size_t>(flaw)];
}

AuditVerdict verifyChain(const std::filesystem::path& log, const std::optional<AuditHead>& head,
                         const AuditReader& reader)
{
    LineReader lines{log};
    ChainWalk walk{head, reader};
    if (lines.readable())
        lines.forEach([&walk](std::string_view line) { return walk.take(line); });
    return walk.finish(lines.readable(), lines.rest());
}

AuditVerdict verifyAudit(const std::filesystem::path& folder, const std::filesystem::path& publicKey,
                         const AuditReader& reader)
{
    const auto key = readPublicKey(publicKey.empty() ? folder / kAuditPublicKeyName : publicKey);
    if (!key)
        return only(AuditFlaw::HeadUntrusted);
    const auto file = folder / kAuditHeadName;
    if (!std::filesystem::exists(file))
        return only(AuditFlaw::HeadMissing);
    const auto head = readHead(file, *key);
    if (!head)
        return only(AuditFlaw::HeadUntrusted);
    return verifyChain(folder / kAuditLogName, *head, reader);
}

} // namespace madoguchi
