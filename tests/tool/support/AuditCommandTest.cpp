// SPDX-License-Identifier: Apache-2.0
// madoguchi-tool audit verify and show, the real program, over a log the product wrote.
#include "Tool.h"
#include "tests/services/audit/AuditFolder.h"

#include <regex>

using namespace madoguchi;

TEST_CASE("aSoundLogIsSaidToBeSoundAndHowFastThatWasSeen")
{
    const AuditFolder folder;
    folder.write(250);

    const auto ended = tool({"audit", "verify", folder.path().string()});

    CHECK(ended.code == 0);
    CHECK(std::regex_match(
        ended.output,
        std::regex{R"(sound; 250 lines hold together, 0 of them not yet signed; \d+ lines a second\n)"}));
}

TEST_CASE("aFlawIsNamedWithItsLine")
{
    const AuditFolder folder;
    folder.write(5);
    auto text = folder.text();
    text[text.find("patient", text.find('\n'))] = 'P'; // in the second line
    folder.replace(text);

    const auto ended = tool({"audit", "verify", folder.path().string()});

    CHECK(ended.code == 1);
    CHECK(
        ended.output.starts_with("chain broken: changed, missing or moved at line 2; 1 lines hold together"));
}

TEST_CASE("aPrintedPageIsNamedInWordsAndOnlyWhatHoldsTogetherIsShown")
{
    const AuditFolder folder;
    folder.write(1);
    {
        AuditLog log = folder.open();
        REQUIRE(log.append({.actor = AuditActor::Staff,
                            .act = AuditAct::PagePrinted,
                            .page = PageKind::QualificationSheet,
                            .visit = "visit"}));
        REQUIRE(log.append({.act = AuditAct::TerminalStopped}));
    }

    const auto english = tool({"audit", "show", folder.path().string()});
    CHECK(english.code == 0);
    CHECK(english.output.find("  staff  printed a page: the qualification sheet  visit ") !=
          std::string::npos);
    CHECK(english.output.find("\nsound; 3 lines hold together") != std::string::npos);
    const auto japanese = tool({"audit", "show", folder.path().string(), "--ja"});
    CHECK(japanese.output.find("紙に印刷した: 資格確認結果") != std::string::npos);

    auto text = folder.text();
    text.replace(text.find("PagePrinted"), 11, "PaneOpenedx");
    folder.replace(text);
    const auto broken = tool({"audit", "show", folder.path().string()});
    CHECK(broken.code == 1);
    CHECK(broken.output.find("read the card") != std::string::npos);
    CHECK(broken.output.find("PaneOpenedx") == std::string::npos);
    CHECK(broken.output.find("chain broken") != std::string::npos);
}

TEST_CASE("anothersKeyIsNotTrusted")
{
    const AuditFolder folder, other;
    folder.write(3);
    other.write(3);

    const auto ended =
        tool({"audit", "verify", folder.path().string(), (other.path() / kAuditPublicKeyName).string()});

    CHECK(ended.code == 1);
    CHECK(ended.output.starts_with("head untrusted"));
}
