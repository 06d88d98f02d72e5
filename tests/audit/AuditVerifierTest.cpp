// SPDX-License-Identifier: Apache-2.0
#include "AuditFolder.h"

#include <algorithm>

using namespace madoguchi;

namespace {

constexpr int kLines = 8;

/// A sound log, and its lines with their newlines.
class Sound {
public:
    Sound()
    {
        folder_.write(kLines);
        const auto text = folder_.text();
        for (std::size_t from = 0; from < text.size();) {
            const auto end = text.find('\n', from) + 1;
            lines_.push_back(text.substr(from, end - from));
            from = end;
        }
    }

    [[nodiscard]] std::vector<std::string> lines() const { return lines_; }
    [[nodiscard]] const AuditFolder& folder() const { return folder_; }

    [[nodiscard]] AuditVerdict with(const std::vector<std::string>& lines) const
    {
        std::string text;
        for (const auto& line : lines)
            text += line;
        folder_.replace(text);
        return verifyAudit(folder_.path());
    }

private:
    AuditFolder folder_;
    std::vector<std::string> lines_;
};

} // namespace

TEST_CASE("untouchedLogIsSound")
{
    const Sound log;

    const auto verdict = log.with(log.lines());

    CHECK(verdict.sound());
    CHECK(verdict.lines == kLines);
}

TEST_CASE("everyFlippedBitIsFound")
{
    const Sound log;
    std::string text;
    for (const auto& line : log.lines())
        text += line;
    std::size_t missed = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string flipped = text;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << (at % 8)));
        log.folder().replace(flipped);
        missed += verifyAudit(log.folder().path()).sound() ? 1 : 0;
    }

    CHECK(missed == 0);
}

TEST_CASE("flawIsNamedAtItsLine")
{
    const Sound log;
    auto lines = log.lines();
    std::ranges::replace(lines[6], '5', '6'); // the seventh line's time

    const auto verdict = log.with(lines);

    CHECK(verdict.flaw == AuditFlaw::ChainBroken);
    CHECK(verdict.line == 7);
    CHECK(verdict.lines == 6);
}

TEST_CASE("everyMissingLineIsFound")
{
    const Sound log;
    for (std::size_t i = 0; i < kLines; ++i) {
        auto lines = log.lines();
        lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(i));

        CHECK_FALSE(log.with(lines).sound());
    }
}

TEST_CASE("everyExchangeOfLinesIsFound")
{
    const Sound log;
    for (std::size_t i = 0; i + 1 < kLines; ++i) {
        auto lines = log.lines();
        std::swap(lines[i], lines[i + 1]);

        CHECK(log.with(lines).flaw == AuditFlaw::ChainBroken);
    }
}

TEST_CASE("repeatedLineIsFound")
{
    const Sound log;
    auto lines = log.lines();
    lines.push_back(lines.back());

    CHECK(log.with(lines).flaw == AuditFlaw::ChainBroken);
}

TEST_CASE("everyCutIsFound")
{
    const Sound log;
    for (std::size_t kept = 0; kept < kLines; ++kept) {
        auto lines = log.lines();
        lines.resize(kept);

        CHECK(log.with(lines).flaw == AuditFlaw::CutOff);
    }
}

TEST_CASE("logWrittenAnewFromTheStartIsFound")
{
    const Sound log;
    std::vector<std::string> forged;
    std::string before{kFirstHash};
    for (int i = 0; i < kLines; ++i) {
        const std::string line =
            auditLine({.seq = static_cast<std::uint64_t>(i + 1), .terminal = "desk-1"}, before);
        before = line.substr(line.size() - 65, 64);
        forged.push_back(line);
    }

    CHECK(log.with(forged).flaw == AuditFlaw::HeadMismatch);
}

TEST_CASE("headOfAnotherKeyIsRefused")
{
    const Sound log;
    const AuditFolder other;
    other.write(1);

    CHECK(verifyAudit(log.folder().path(), log.folder().path() / kAuditPublicKeyName).sound());
    CHECK(verifyAudit(log.folder().path(), other.path() / kAuditPublicKeyName).flaw ==
          AuditFlaw::HeadUntrusted);
}

TEST_CASE("everyChangeToTheHeadIsFound")
{
    const Sound log;
    const auto file = log.folder().path() / kAuditHeadName;
    std::string head(1024, '\0');
    {
        std::ifstream stream{file, std::ios::binary};
        stream.read(head.data(), static_cast<std::streamsize>(head.size()));
        head.resize(static_cast<std::size_t>(stream.gcount()));
    }
    std::size_t missed = 0;
    for (std::size_t at = 0; at < head.size(); ++at) {
        std::string flipped = head;
        flipped[at] = static_cast<char>(flipped[at] ^ 1);
        std::ofstream{file, std::ios::binary | std::ios::trunc} << flipped;
        missed += verifyAudit(log.folder().path()).sound() ? 1 : 0;
    }

    CHECK(missed == 0);
}

TEST_CASE("endlessLineIsNotReadIntoMemory")
{
    const AuditFolder folder;
    folder.write(1);
    folder.replace(std::string(8 * 1024 * 1024, 'x'));

    CHECK(verifyAudit(folder.path()).flaw == AuditFlaw::LineBroken);
}

TEST_CASE("hundredThousandLinesAreVerifiedWithinASecond", "[.measure]")
{
    constexpr std::uint64_t kMany = 300'000;
    const AuditFolder folder;
    std::string before{kFirstHash};
    {
        std::ofstream stream{folder.log(), std::ios::binary};
        for (std::uint64_t i = 1; i <= kMany; ++i) {
            const std::string line =
                auditLine({.seq = i, .terminal = "desk-1", .object = std::string(32, 'a')}, before);
            before = line.substr(line.size() - 65, 64);
            stream << line;
        }
    }

    const auto started = std::chrono::steady_clock::now();
    const auto verdict = verifyChain(folder.log(), AuditHead{kMany, before});
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - started;

    CHECK(verdict.sound());
    CHECK(verdict.lines == kMany);
    WARN("verified " << static_cast<long>(static_cast<double>(kMany) / took.count()) << " lines a second");
    CHECK(static_cast<double>(kMany) / took.count() > 100'000);
}
