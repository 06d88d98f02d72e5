// SPDX-License-Identifier: Apache-2.0
#include "AuditFolder.h"

#include <algorithm>
#include <ctime>

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
    [[nodiscard]] std::string text() const
    {
        std::string text;
        for (const auto& line : lines_)
            text += line;
        return text;
    }
    [[nodiscard]] bool soundWith(const std::string& text) const
    {
        folder_.replace(text);
        return verifyAudit(folder_.path()).sound();
    }
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
    const auto text = log.text();
    std::size_t missed = 0;
    for (std::size_t at = 0; at < text.size(); ++at)
        for (unsigned bit = 0; bit < 8; ++bit) {
            std::string flipped = text;
            flipped[at] = static_cast<char>(flipped[at] ^ (1U << bit));
            missed += log.soundWith(flipped) ? 1 : 0;
        }

    CHECK(missed == 0);
}

TEST_CASE("everyCutAtEveryByteIsFound")
{
    const Sound log;
    const auto text = log.text();
    std::size_t missed = 0;
    for (std::size_t kept = 0; kept < text.size(); ++kept)
        missed += log.soundWith(text.substr(0, kept)) ? 1 : 0;
    for (std::size_t cut = 1; cut <= text.size(); ++cut) // from the front
        missed += log.soundWith(text.substr(cut)) ? 1 : 0;
    for (std::size_t at = 0; at < text.size(); ++at) { // out of the middle
        std::string without = text;
        missed += log.soundWith(without.erase(at, 1)) ? 1 : 0;
    }

    CHECK(missed == 0);
}

TEST_CASE("everyByteThatWasPutInIsFound")
{
    const Sound log;
    const auto text = log.text();
    std::size_t missed = 0;
    for (std::size_t at = 0; at < text.size();
         ++at) // behind the end it would be a torn line, which is mended
        for (const char added : {'0', '\t', '\n', '\0'}) {
            std::string with = text;
            missed += log.soundWith(with.insert(at, 1, added)) ? 1 : 0;
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
    for (std::size_t i = 0; i < kLines; ++i)
        for (std::size_t j = i + 1; j < kLines; ++j) {
            auto lines = log.lines();
            std::swap(lines[i], lines[j]);

            CHECK(log.with(lines).flaw == AuditFlaw::ChainBroken);
        }
}

TEST_CASE("everyLineMovedAnywhereIsFound")
{
    const Sound log;
    for (std::size_t from = 0; from < kLines; ++from)
        for (std::size_t to = 0; to < kLines; ++to) {
            auto lines = log.lines();
            const auto line = lines[from];
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(from));
            lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(to), line);

            CHECK(log.with(lines).sound() == (from == to));
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

TEST_CASE("hundredThousandLinesAreVerifiedInASecondOfTheProcessor")
{
    constexpr std::uint64_t kMany = 100'000;
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

    const std::clock_t started = std::clock(); // what others do with the machine does not count
    const auto verdict = verifyChain(folder.log(), AuditHead{kMany, before});
    const double seconds = static_cast<double>(std::clock() - started) / CLOCKS_PER_SEC;

    CHECK(verdict.sound());
    CHECK(verdict.lines == kMany);
    WARN("verified " << static_cast<long>(static_cast<double>(kMany) / seconds) << " lines a second");
    CHECK(seconds < 1.0 * MADO_COST_FACTOR);
}
