// SPDX-License-Identifier: Apache-2.0
// Nothing of a patient can travel to the supervisor or the board, whoever wants it to: every field of every
// message that goes there is given a patient's words in turn, and each time the whole message is refused.
#include "SampleBoard.h"
#include "formats/status/VisitMessages.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <functional>

using namespace madoguchi;
using namespace std::chrono_literals;
using nlohmann::json;

namespace {

/// Name, kana in both widths, Latin letters, address, symbol and number, as they could stand in an answer.
const std::vector<std::string> kCanaries{
    "練馬　花子",      "ﾈﾘﾏ ﾊﾅｺ",     "ネリマ　ハナコ", "Hanako Nerima", "HANAKO NERIMA",
    "東京都架空区1-2", "みな12・345", "0613 9992",      "1980/03/03",    "hanako@example"};

/// Calls `tell(pointer)` for every leaf of the message, and for one place more in each object and list.
void forEachPlace(const json& message, const std::function<void(const json::json_pointer&)>& tell,
                  const json::json_pointer& here = json::json_pointer{})
{
    if (message.is_object()) {
        for (const auto& [key, value] : message.items())
            forEachPlace(value, tell, here / key);
        tell(here / "surprise");
    } else if (message.is_array()) {
        for (std::size_t i = 0; i < message.size(); ++i)
            forEachPlace(message[i], tell, here / i);
        tell(here / message.size());
    } else {
        tell(here);
    }
}

/// Where a canary got through, "/rows/0/tag".
std::vector<std::string> leaks(const std::string& message,
                               const std::function<bool(const std::string&)>& taken)
{
    REQUIRE(taken(message));
    const auto whole = json::parse(message);
    std::vector<std::string> found;
    forEachPlace(whole, [&](const json::json_pointer& place) {
        for (const auto& canary : kCanaries) {
            auto changed = whole;
            changed[place] = canary;
            if (taken(changed.dump()))
                found.push_back(place.to_string());
        }
    });
    return found;
}

} // namespace

TEST_CASE("noFieldOfTheBoardTakesAPatientsWords")
{
    const auto taken = [](const std::string& text) { return decodeBoard(text).ok(); };

    CHECK(leaks(encode(sample::board()), taken).empty());
}

TEST_CASE("noFieldOfWhatAVisitSaysTakesAPatientsWordsButTheReadersName")
{
    const auto taken = [](const std::string& text) { return decodeVisitMessage(text).ok(); };
    for (const auto& message :
         std::vector<VisitMessage>{VisitReady{}, VisitReport{sample::status(), 5ms}, VisitArmed{600'000ms},
                                   AuditFact{AuditAct::HandedOver, Method::Pin, FaultCode::LineDown}}) {
        INFO(encode(message));
        CHECK(leaks(encode(message), taken).empty());
    }

    // pcscd's word for a piece of hardware: Latin letters at most, kept for the next visit and shown nowhere.
    for (const auto& place : leaks(encode(VisitMessage{ReaderFound{"Reader 00 00", 256}}), taken))
        CHECK(place == "/reader");
    CHECK(encode(sample::board()).find("reader") == std::string::npos);
}

TEST_CASE("onlyTheNameOfAHandOverFileIsAFile")
{
    const auto taken = [](const std::string& file) {
        VisitReport report{sample::status(), 5ms};
        report.status.handOverFile = file;
        return decodeVisitMessage(encode(VisitMessage{report})).ok();
    };

    CHECK(taken(""));
    CHECK(taken(sample::status().handOverFile));
    CHECK(taken("OQSsiquc01res_131999999900017980000000000001_20261120093015.xml"));
    for (const auto* other :
         {"HanakoNerima.xml", "OQSsiquc01res_face_HanakoNerima_20261120093015.xml",
          "OQSsiquc01res_face__20261120093015.xml", "OQSsiquc01res_face_1_HanakoNerima.xml",
          "OQSsiquc01res_face_1_20261120093015.xmlHanako", "06139992"})
        CHECK_FALSE(taken(other));
}
