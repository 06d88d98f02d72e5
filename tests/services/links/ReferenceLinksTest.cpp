// SPDX-License-Identifier: Apache-2.0
#include "services/links/ReferenceLinks.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

#include <sys/stat.h>

using namespace madoguchi;

namespace {

struct Folder {
    Folder()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "links-XXXXXX").string();
        path = mkdtemp(pattern.data());
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::filesystem::path path;
};

Qualification person(const char* kana, const char* birth, const char* insurer)
{
    Qualification q;
    q.nameKana = kana;
    q.birthdate = birth;
    q.sex1 = "2";
    q.insurerNumber = insurer;
    return q;
}

const auto kBefore = person("ﾚﾝｼｭｳ ﾊﾅｺ", "19700102", "06139992");
const auto kAfter = person("レンシュウ　ハナコ", "19700102", "00990016");

} // namespace

TEST_CASE("aLinkSurvivesAChangeOfInsurer")
{
    const Folder folder;
    ReferenceLinks links{folder.path / "links"};
    REQUIRE(links.keep(kBefore, "00123"));

    CHECK(*ReferenceLinks{folder.path / "links"}.find(kAfter) == "00123");
    CHECK(links.find(person("ﾚﾝｼｭｳ ﾊﾅｴ", "19700102", "06139992"))->empty());
    CHECK(links.find(person("ﾚﾝｼｭｳ ﾊﾅｺ", "19700103", "06139992"))->empty());
}

TEST_CASE("theLastWordOfALinkCounts")
{
    const Folder folder;
    ReferenceLinks links{folder.path};
    REQUIRE(links.keep(kBefore, "00123"));
    REQUIRE(links.keep(kAfter, "00456"));

    CHECK(*links.find(kBefore) == "00456");
}

TEST_CASE("theFileOfLinksNamesNobodyAndIsOursAlone")
{
    const Folder folder;
    ReferenceLinks links{folder.path};
    REQUIRE(links.keep(kBefore, "00012345"));

    std::ifstream stream{folder.path / "links", std::ios::binary};
    const std::string text{std::istreambuf_iterator<char>{stream}, {}};
    CHECK(text.find("00012345") == std::string::npos);
    CHECK(text.find("ﾊﾅｺ") == std::string::npos);
    CHECK(text.find("19700102") == std::string::npos);
    for (const auto* name : {"links", "links.key"}) {
        struct stat status {};
        REQUIRE(stat((folder.path / name).c_str(), &status) == 0);
        CHECK((status.st_mode & 077U) == 0);
    }
}

TEST_CASE("aDamagedLineIsNoLinkAndAShortKeyIsAnError")
{
    const Folder folder;
    ReferenceLinks links{folder.path};
    REQUIRE(links.keep(kBefore, "00123"));
    std::fstream file{folder.path / "links", std::ios::in | std::ios::out};
    file.seekp(40);
    file.put('0').put('1').put('2');
    file.close();
    CHECK(links.find(kBefore)->empty());

    std::filesystem::resize_file(folder.path / "links.key", 7);
    CHECK_FALSE(links.find(kBefore));
}

TEST_CASE("whoCannotBeRecognisedIsNotLinked")
{
    const Folder folder;
    ReferenceLinks links{folder.path};
    CHECK_FALSE(links.keep(person("", "19700102", "06139992"), "00123"));
    CHECK_FALSE(links.keep(kBefore, ""));
    CHECK_FALSE(links.keep(kBefore, std::string(51, '1')));
}
