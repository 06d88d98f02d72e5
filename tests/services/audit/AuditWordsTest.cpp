// SPDX-License-Identifier: Apache-2.0
#include "services/audit/AuditWords.h"
#include "AuditFolder.h"
#include "domain/status/FaultTable.h"

#include <set>

using namespace madoguchi;

namespace {

const std::string kVisit = "0123456789abcdef0123456789abcdef";

/// The one line that an entry becomes.
std::string lineOf(const AuditEntry& entry)
{
    const AuditFolder folder;
    {
        AuditLog log = folder.open();
        REQUIRE(log.append(entry));
    }
    auto text = folder.text();
    text.pop_back();
    return text;
}

AuditEntry printed()
{
    return {.actor = AuditActor::Staff,
            .act = AuditAct::PagePrinted,
            .page = PageKind::QualificationSheet,
            .visit = kVisit,
            .staff = "uketsuke",
            .role = "reception"};
}

} // namespace

TEST_CASE("aPrintedPageStandsInTheLogWithItsKindItsVisitAndWho")
{
    const auto line = lineOf(printed());

    CHECK(line.find("\tPagePrinted\tqualification-sheet\t") != std::string::npos);
    CHECK(line.find("\tstaff:reception:") != std::string::npos);
    CHECK(line.find("uketsuke") == std::string::npos);
    CHECK(line.find(kVisit) == std::string::npos);
    CHECK(line.find("\tok\t") != std::string::npos);
}

TEST_CASE("aPrintedPageIsToldInWords")
{
    const auto line = lineOf(printed());

    const auto english = auditWords(line, Language::English);
    CHECK(english.starts_with("2026-04-01T09:00:00Z  desk-1  staff:reception:"));
    CHECK(english.find("  printed a page: the qualification sheet  visit ") != std::string::npos);
    CHECK(english.ends_with("  ok"));
    const auto japanese = auditWords(line, Language::Japanese);
    CHECK(japanese.find("職員:reception:") != std::string::npos);
    CHECK(japanese.find("紙に印刷した: 資格確認結果  受付 ") != std::string::npos);
}

TEST_CASE("noActAndNoKindOfPageLacksWordsOfItsOwn")
{
    std::set<std::string_view> ja, en;
    for (std::size_t i = 0; i < kAuditActCount; ++i) {
        ja.insert(text(words(static_cast<AuditAct>(i)), Language::Japanese));
        en.insert(text(words(static_cast<AuditAct>(i)), Language::English));
    }
    for (std::size_t i = 0; i < kPageKindCount; ++i) {
        ja.insert(text(words(static_cast<PageKind>(i)), Language::Japanese));
        en.insert(text(words(static_cast<PageKind>(i)), Language::English));
    }

    CHECK(ja.size() == kAuditActCount + kPageKindCount);
    CHECK(en.size() == kAuditActCount + kPageKindCount);
    CHECK_FALSE(ja.contains(""));
    CHECK_FALSE(en.contains(""));
}

TEST_CASE("aFaultIsToldWithItsHeadline")
{
    const auto line = lineOf({.act = AuditAct::HandedOver, .fault = FaultCode::HandOverFolderFull});

    const auto& row = faultRow(FaultCode::HandOverFolderFull);
    CHECK(auditWords(line, Language::English)
              .ends_with("  " + std::string{row.supportCode} + " " +
                         std::string{text(row.headline, Language::English)}));
}

TEST_CASE("whatIsNotKnownIsShownAsItStandsAndNothingCommandsTheScreen")
{
    CHECK(auditWords("1\t5\tW\tT\tstaff\tFlewAway\tby-kite\t-\tok\thash", Language::English) ==
          "W  T  staff  FlewAway: by-kite  ok");
    CHECK(auditWords("1\t5\tW\t\x1b[2J\tstaff\tCardRead\t-\t-\tok\thash", Language::English).find('\x1b') ==
          std::string::npos);
    CHECK(auditWords("\xC2\x9B"
                     "2J",
                     Language::English) == "\xC2?2J");
    CHECK(auditWords("", Language::English).empty());
}
