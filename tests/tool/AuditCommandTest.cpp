// SPDX-License-Identifier: Apache-2.0
// madoguchi-tool audit verify, the real program, over a log the product wrote.
#include "../audit/AuditFolder.h"
#include "Tool.h"

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
