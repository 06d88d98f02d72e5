// SPDX-License-Identifier: Apache-2.0
// Files made to hurt: each must be answered within 100 ms of processor time and 32 MiB of memory.
#include "Cost.h"

#include "formats/central/CentralProfile.h"
#include "formats/oqs/MessageDocument.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <functional>
#include <random>

using namespace madoguchi;
using namespace std::string_literals;

namespace {

constexpr std::size_t kLargest = 4U << 20U;
constexpr auto kOpening = "<XmlMsg><MessageHeader/><MessageBody>";
constexpr auto kClosing = "</MessageBody></XmlMsg>";

/// `make(i)` again and again until the file is as large as a file may be.
std::string filled(const std::function<std::string(int)>& make, const std::string& opening = kOpening,
                   const std::string& closing = kClosing)
{
    auto text = opening;
    for (int i = 0;; ++i) {
        const auto piece = make(i);
        if (text.size() + piece.size() + closing.size() > kLargest)
            return text + closing;
        text += piece;
    }
}

std::string filledWith(const std::string& piece)
{
    return filled([&](int) { return piece; });
}

std::string repeated(const std::string& piece, int times, const std::string& opening = kOpening)
{
    auto text = opening;
    for (int i = 0; i < times; ++i)
        text += piece;
    return text + kClosing;
}

/// That many elements of different names, side by side.
std::string numbered(int count, const std::string& name)
{
    std::string text = kOpening;
    for (int i = 0; i < count; ++i)
        text.append("<N").append(std::to_string(i)).append(name).append("/>");
    return text + kClosing;
}

std::string noise(std::size_t size)
{
    std::mt19937 random{7};
    std::string bytes(size, '\0');
    for (auto& byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

std::string billionLaughs()
{
    std::string text = "<!DOCTYPE XmlMsg [<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 10; ++i) {
        text += "<!ENTITY a" + std::to_string(i) + " \"";
        for (int j = 0; j < 10; ++j)
            text += "&a" + std::to_string(i - 1) + ";";
        text += "\">";
    }
    return text + "]>" + kOpening + "<Name>&a9;</Name>" + kClosing;
}

struct Hostile {
    const char* name;
    std::string bytes;
    bool acceptable{false}; ///< odd, but within the rules
};

std::vector<Hostile> makeHostileFiles()
{
    const auto cp932 = "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>"s;
    return {
        {"billion laughs", billionLaughs()},
        {"quadratic blow-up",
         "<!DOCTYPE x [<!ENTITY a \"" + std::string(100000, 'x') + "\">]>" + filledWith("&a;")},
        {"entity from a file",
         "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + repeated("&a;", 1)},
        {"entity from the net",
         "<!DOCTYPE x [<!ENTITY a SYSTEM \"http://192.0.2.1/\">]>" + repeated("&a;", 1)},
        {"a document type alone", "<!DOCTYPE XmlMsg>" + repeated("", 1)},
        {"deep nesting", filledWith("<A>")},
        {"a field of 10 MB", repeated("<Name>" + std::string(10'000'000, 'x') + "</Name>", 1)},
        {"a field of 4 MB", repeated("<Name>" + std::string(4'000'000, 'x') + "</Name>", 1)},
        {"a name of 4 MB", repeated("<" + std::string(4'000'000, 'x') + "/>", 1)},
        {"empty elements of one name", filledWith("<A/>")},
        {"empty elements of different names", filled([](int i) { return "<A" + std::to_string(i) + "/>"; })},
        {"as many elements as may be", numbered(65000, "LongElementNameForTheHeap"), true},
        {"65000 lines", numbered(65000, "\n"), true},
        {"results without end", filled([](int) { return "<ResultOfQualificationConfirmation/>"s; },
                                       kOpening + "<ResultList>"s, "</ResultList>"s + kClosing)},
        {"comments", filledWith("<!---->")},
        {"text cut up by comments",
         filled([](int) { return "a<!---->"s; }, kOpening + "<A>"s, "</A>"s + kClosing)},
        {"empty CDATA", filled([](int) { return "<![CDATA[]]>"s; }, kOpening + "<A>"s, "</A>"s + kClosing)},
        {"full CDATA", filled([](int) { return "<![CDATA[" + std::string(16000, 'x') + "]]>"; },
                              kOpening + "<A>"s, "</A>"s + kClosing)},
        {"comments that never end", filledWith("<!--")},
        {"CDATA that never ends", filledWith("<![CDATA[")},
        {"nothing but '<'", std::string(kLargest, '<')},
        {"nothing but '&'", repeated(std::string(16000, '&'), 200)},
        {"references", filled([](int i) { return i % 3000 == 0 ? "<A/>"s : "&#x7A93;"s; })},
        {"unfinished references", repeated("<A>" + filledWith("&#").substr(40, 16000) + "</A>", 1)},
        {"attributes", repeated("<A " + filledWith("a='b' ").substr(40) + "/>", 1)},
        {"white space", filledWith(std::string(64, ' '))},
        {"white space in one tag", repeated("<A" + std::string(4'000'000, ' ') + "/>", 1), true},
        {"end tags", filledWith("</A>")},
        {"start tags alone", filledWith("<A></A")},
        {"NUL in the middle", repeated("<A>a"s + '\0' + "b</A>", 1)},
        {"NULs", std::string(kLargest, '\0')},
        {"UTF-16", "\xFF\xFE" + std::string(kLargest - 2, 'x')},
        {"invalid UTF-8 at the end", filledWith(std::string(64, ' ')) + "\xC3"},
        {"UTF-8 labelled CP932", cp932 + repeated("<A>窓口</A>", 1)},
        {"half-width kana in CP932", cp932 + filledWith("<A>" + std::string(3000, '\xB6') + "</A>")},
        {"invalid CP932 at the end",
         cp932 + filledWith(std::string(64, ' ')).substr(0, kLargest - 100) + "\x85\x40"},
        {"noise", noise(kLargest)},
        {"noise in a message", repeated("<A>" + noise(10000) + "</A>", 1)},
        {"a declaration that never ends", "<?xml version=\"1.0\" " + std::string(4'000'000, 'x')},
        {"an element twice", repeated("<Name>a</Name>", 2)},
        {"an element 200000 times", repeated("<Name>a</Name>", 200000)},
        {"one byte too many", filledWith(std::string(64, ' ')) + std::string(kLargest, ' ')},
    };
}

const std::vector<Hostile>& hostileFiles()
{
    static const auto files = makeHostileFiles();
    return files;
}

} // namespace

TEST_CASE("hostileFilesAreAnsweredQuicklyAndSmall")
{
    for (const auto& hostile : hostileFiles()) {
        const auto read = [&] { return readMessage(hostile.bytes, "OQSsiquc01req_1.xml").ok(); };

        // A busy machine makes work seem longer, never shorter: so it gets two more tries.
        auto cost = costOf(read);
        for (int again = 0; again < 2 && cost.ended && cost.time.count() > 100 * kCostFactor; ++again)
            cost = costOf(read);

        INFO(hostile.name << ": " << cost.time.count() << " ms, " << cost.kibibytes << " KiB");
        CHECK(cost.ended);
        CHECK(cost.time.count() <= 100 * kCostFactor);
        CHECK(cost.kibibytes <= 32 * 1024 * kCostFactor);
    }
}

TEST_CASE("hostileFilesAreRefused")
{
    for (const auto& hostile : hostileFiles()) {
        INFO(hostile.name);
        CHECK(readMessage(hostile.bytes, "OQSsiquc01req_1.xml").ok() == hostile.acceptable);
    }
}

TEST_CASE("centralBodiesHaveTheSameGuard")
{
    for (const auto& hostile : hostileFiles()) {
        INFO(hostile.name);
        CHECK_FALSE(decodeCardQuestion(hostile.bytes).ok());
        CHECK_FALSE(decodeCentralAnswer(hostile.bytes).ok());
    }
}
