// SPDX-License-Identifier: Apache-2.0
// Sound files with random damage: never a crash, and what is still read is still within the rules and can be
// written and read again.
#include "Fictional.h"
#include "formats/central/CentralProfile.h"
#include "formats/oqs/MessageJson.h"
#include "formats/oqs/QualificationAnswer.h"
#include "formats/oqs/ReceiptCopy.h"

#include <catch2/catch.hpp>

#include <random>

using namespace madoguchi;

namespace {

class Mutator {
public:
    explicit Mutator(unsigned seed) : random_{seed} {}

    std::string damaged(std::string bytes)
    {
        damageOnce(bytes);
        while (below(3) == 0 && !bytes.empty())
            damageOnce(bytes);
        return bytes;
    }

private:
    std::size_t below(std::size_t bound)
    {
        return std::uniform_int_distribution<std::size_t>{0, bound - 1}(random_);
    }

    void damageOnce(std::string& bytes)
    {
        static const std::vector<std::string> kPieces{
            "<",     ">",    "</",        "/>",      "&",           "&#0;",
            "]]>",   "<!--", "<![CDATA[", "<?",      "\"",          "\xEF\xBB\xBF",
            "\x81",  "●",    "<Name>",    "</Name>", "<Birthdate>", "Shift_JIS",
            "UTF-8", " ",    "9"};
        const auto at = below(bytes.size());
        const auto length = below(std::min<std::size_t>(bytes.size() - at, 60)) + 1;
        switch (below(8)) {
        case 0:
            bytes[at] = static_cast<char>(below(256));
            break;
        case 1:
            bytes.erase(at, length);
            break;
        case 2:
            bytes.insert(at, kPieces[below(kPieces.size())]);
            break;
        case 3:
            bytes.insert(below(bytes.size()), bytes.substr(at, length));
            break;
        case 4:
            bytes.resize(at);
            break;
        default:
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
        }
    }

    std::mt19937 random_;
};

} // namespace

TEST_CASE("damagedAnswersAreReadSoundlyOrRefused")
{
    const auto answer = fictional::answerWith(fictional::everything());
    Mutator mutator{20261120};
    int read = 0;
    int refused = 0;

    for (const auto encoding : {Encoding::Utf8, Encoding::Cp932}) {
        const auto sound = *writeQualificationAnswer(answer, encoding);
        for (int i = 0; i < 1500; ++i) {
            const auto bytes = mutator.damaged(sound);

            const auto back = readQualificationAnswer(bytes);
            const auto line = describeMessage(bytes, "OQSsiquc01res_1.xml");

            CHECK(nlohmann::json::accept(line.json));
            if (!back) {
                ++refused;
                CHECK_FALSE(back.error().what.empty());
                CHECK((back.error().line >= 1 && back.error().column >= 1));
                continue;
            }
            ++read;
            const auto again =
                writeQualificationAnswer(receiptCopy(*back, Encoding::Utf8).answer, Encoding::Utf8);
            REQUIRE(again.ok());
            CHECK(readQualificationAnswer(*again).ok());
        }
    }

    CHECK(read > 40);
    CHECK(refused > 1000);
}

TEST_CASE("damagedQuestionsNeverTurnANoIntoAYesUnseen")
{
    CardQuestion question{"1319999991", {}};
    question.query.certificate = Bytes(600, 0x31);
    question.query.signature = Bytes(256, 0x5A);
    question.query.nonce = Bytes(32, 0x11);
    question.query.idempotencyKey = "visit-0002";
    const auto sound = *encode(question);
    Mutator mutator{42};
    int read = 0;

    for (int i = 0; i < 2000; ++i) {
        const auto bytes = mutator.damaged(sound);
        const auto back = decodeCardQuestion(bytes);
        if (!back)
            continue;
        ++read;
        for (const auto* element :
             {"PharmacistsInfo", "DiagnosisInfo", "OperationInfo", "SpecificHealthCheckupsInfo"})
            CHECK(bytes.find(element + std::string{"ConsFlg"}) != std::string::npos);
        CHECK(back->query.nonce.size() >= 16);
    }

    CHECK(read > 20);
}
