// SPDX-License-Identifier: Apache-2.0
#include "CanaryPerson.h"

#include "domain/eligibility/MaskedName.h"
#include "drivers/sim/personas/PeopleFile.h"
#include "foundation/process/Resources.h"
#include "practice/central/HalfWidthKana.h"

#include <array>
#include <catch2/catch.hpp>
#include <fstream>
#include <iconv.h>
#include <iterator>
#include <map>
#include <random>

namespace madoguchi::test {
namespace {

constexpr std::string_view kWideSpace = "\u3000";
constexpr std::size_t kRun = 4; ///< half a name is a name too

int below(int limit)
{
    static std::random_device device;
    return std::uniform_int_distribution<int>{0, limit - 1}(device);
}

std::string utf8Of(std::string eucJp)
{
    std::array<char, 8> output{};
    char *from = eucJp.data(), *to = output.data();
    std::size_t fromLeft = eucJp.size(), toLeft = output.size();
    const iconv_t converter = iconv_open("UTF-8", "EUC-JP");
    REQUIRE(iconv(converter, &from, &fromLeft, &to, &toLeft) == 0);
    iconv_close(converter);
    return {output.data(), output.size() - toLeft};
}

/// What the screens say. A character of theirs would be drawn for the next patient too.
std::string textsOfTheProduct()
{
    std::string all;
    for (const auto& entry : std::filesystem::directory_iterator{resourceFolder() / "texts"}) {
        std::ifstream file{entry.path()};
        all.append(std::istreambuf_iterator<char>{file}, {});
    }
    REQUIRE_FALSE(all.empty());
    return all;
}

/// One of JIS level 1: rows 16 to 46 have no gap, and CP932 has them all.
std::string kanji()
{
    static const auto taken = textsOfTheProduct();
    std::string one;
    do
        one = utf8Of({static_cast<char>(0xA0 + 16 + below(31)), static_cast<char>(0xA1 + below(94))});
    while (taken.find(one) != std::string::npos);
    return one;
}

/// カ to ト and ナ to ノ of row 5: letters whose half-width form is one or two characters.
std::string katakana()
{
    return utf8Of({static_cast<char>(0xA5), static_cast<char>(0xAB + below(0xCE - 0xAB))});
}

std::string many(int count, std::string (*one)())
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += one();
    return text;
}

std::string parts(int count, int length, std::string (*one)())
{
    std::string text = many(length, one);
    for (int i = 1; i < count; ++i)
        text.append(kWideSpace) += many(length, one);
    return text;
}

std::string digits(int count)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += static_cast<char>('0' + below(10));
    return text;
}

std::string keyOf(const std::string& line)
{
    return line.substr(0, line.find(' '));
}

} // namespace

CanaryPerson CanaryPerson::random()
{
    return {parts(8, 2, kanji), parts(4, 4, katakana), many(16, kanji), digits(4), digits(4)};
}

void CanaryPerson::writeAmongOthers(const std::filesystem::path& peopleToml) const
{
    const std::map<std::string, std::string> ours{
        {"name", name}, {"kana", kana}, {"address", address}, {"security-code", securityCode}, {"pin", pin}};
    std::ifstream all{peopleFile()};
    std::ofstream file{peopleToml};
    bool isLikeness = false;
    for (std::string line; std::getline(all, line);) {
        if (keyOf(line) == "id")
            isLikeness = line == std::string{"id = \""} + kLikeness + '"';
        const auto entry = ours.find(keyOf(line));
        file << (isLikeness && entry != ours.end() ? entry->first + " = \"" + entry->second + '"' : line)
             << '\n';
    }
}

void addTexts(Needles& needles, const CanaryPerson& person, const Persona& onTheCard)
{
    const auto verify = [](std::uint8_t reference, const std::string& secret) {
        std::vector<std::uint8_t> command{0, 0x20, 0, reference, static_cast<std::uint8_t>(secret.size())};
        command.insert(command.end(), secret.begin(), secret.end());
        return command;
    };
    needles.addText("name", person.name, kRun);
    needles.addText("kana", person.kana, 2 * kRun); // every library has runs of four of its alphabet
    needles.addText("half-width kana", halfWidthKana(person.kana), 2 * kRun);
    needles.addText("address", person.address, kRun);
    needles.add("PIN", verify(0x98, person.pin)); // four digits alone are found everywhere by chance
    needles.add("security number", verify(0x92, securityNumber(onTheCard)));
    needles.addText("security number", securityNumber(onTheCard));
}

void addMaskedName(Needles& needles, const CanaryPerson& person)
{
    needles.addText("masked name", maskedName(person.name), kRun);
}

} // namespace madoguchi::test
