// SPDX-License-Identifier: Apache-2.0
#include "formats/central/CentralProfile.h"

#include "tests/formats/oqs/Fictional.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

CardQuestion question()
{
    EligibilityQuery query;
    query.certificate = Bytes(1200, 0x30);
    query.signature = Bytes(256, 0xA5);
    query.nonce = Bytes(32, 0x01);
    query.consents.set(static_cast<std::size_t>(ConsentItem::Medicines));
    query.method = Method::Face;
    query.idempotencyKey = "visit-0001";
    return {"1319999991", query};
}

/// `text` with the first `from` replaced.
std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("challengeComesBackAsItWent")
{
    const Challenge challenge{Bytes(32, 0x7F)};

    const auto back = decodeChallenge(*encode(challenge));

    REQUIRE(back.ok());
    CHECK(back->nonce == challenge.nonce);
}

TEST_CASE("challengeOfAForeignLengthIsRefused")
{
    for (const std::size_t size : {0U, 15U, 65U, 90U})
        CHECK_FALSE(decodeChallenge(*encode(Challenge{Bytes(size, 1)})).ok());
}

TEST_CASE("everyPartOfACardQuestionArrives")
{
    for (const auto method : {Method::Face, Method::Pin, Method::StaffEye}) {
        for (unsigned long bits = 0; bits < 16; ++bits) {
            auto sent = question();
            sent.query.method = method;
            sent.query.consents = bits;
            sent.query.registerFirstUse = bits % 2 == 1;

            const auto received = decodeCardQuestion(*encode(sent));

            REQUIRE(received.ok());
            CHECK(received->institutionCode == sent.institutionCode);
            CHECK(received->query.certificate == sent.query.certificate);
            CHECK(received->query.signature == sent.query.signature);
            CHECK(received->query.nonce == sent.query.nonce);
            CHECK(received->query.consents == sent.query.consents);
            CHECK(received->query.method == method);
            CHECK(received->query.registerFirstUse == sent.query.registerFirstUse);
            CHECK(received->query.idempotencyKey == sent.query.idempotencyKey);
        }
    }
}

TEST_CASE("consentThatIsNotSpelledOutIsNoConsentButAnError")
{
    const auto body = *encode(question());
    const std::string given = "<PharmacistsInfoConsFlg>1</PharmacistsInfoConsFlg>";

    const auto missing = decodeCardQuestion(replaced(body, given, ""));
    const auto empty = decodeCardQuestion(replaced(body, given, "<PharmacistsInfoConsFlg/>"));
    const auto unknown =
        decodeCardQuestion(replaced(body, given, "<PharmacistsInfoConsFlg>2</PharmacistsInfoConsFlg>"));
    const auto twice = decodeCardQuestion(replaced(body, given, given + given));

    CHECK_FALSE(missing.ok());
    CHECK_FALSE(empty.ok());
    CHECK_FALSE(unknown.ok());
    CHECK_FALSE(twice.ok());
    CHECK(missing.error().what == "CardConfirmInfo: lacks PharmacistsInfoConsFlg");
}

TEST_CASE("cardQuestionWithABrokenPartIsRefused")
{
    const auto body = *encode(question());

    CHECK_FALSE(decodeCardQuestion(replaced(body, "<ConfirmMethod>F", "<ConfirmMethod>X")).ok());
    CHECK_FALSE(decodeCardQuestion(replaced(body, "<ConfirmMethod>F", "<ConfirmMethod>FP")).ok());
    CHECK_FALSE(decodeCardQuestion(replaced(body, "<UserSignature>paWl", "<UserSignature>paW")).ok());
    CHECK_FALSE(decodeCardQuestion(replaced(body, "<ChallengeNonce>AQEB", "<ChallengeNonce>?")).ok());
    CHECK_FALSE(decodeCardQuestion(replaced(body, "CardConfirmInfo", "CardInfo")).ok());
    CHECK_FALSE(decodeCardQuestion(body.substr(0, body.size() / 2)).ok());
    CHECK_FALSE(decodeCardQuestion("").ok());
}

TEST_CASE("centralAnswerComesBackAsItWent")
{
    CentralAnswer answer{false, fictional::answerWith(fictional::everything())};
    answer.eligibility.results[0].name = "●本　花子"; // the central system says what it has

    const auto back = decodeCentralAnswer(*encode(answer));

    REQUIRE(back.ok());
    CHECK_FALSE(back->firstUse);
    CHECK(back->eligibility.results.at(0).name == "●本　花子");
    CHECK(back->eligibility.results.at(0).diseases.size() == 2);
    CHECK(back->eligibility.validity == Validity::Valid);
    CHECK(*encode(*back) == *encode(answer));
}

TEST_CASE("firstUseIsAnAnswerWithoutResults")
{
    CentralAnswer answer{true, fictional::plainAnswer()};
    answer.eligibility.results.clear();
    answer.eligibility.validity.reset();

    const auto back = decodeCentralAnswer(*encode(answer));
    answer.eligibility = fictional::plainAnswer();
    const auto contradictory = decodeCentralAnswer(*encode(answer));

    REQUIRE(back.ok());
    CHECK(back->firstUse);
    CHECK(back->eligibility.results.empty());
    CHECK_FALSE(contradictory.ok());
}

TEST_CASE("everyRefusalHasAWordOfItsOwnOnTheWire")
{
    for (int number = 1; number <= static_cast<int>(CentralError::Broken); ++number) {
        const auto error = static_cast<CentralError>(number);

        const auto back = decodeCentralRefusal(*encode(CentralRefusal{error}));

        REQUIRE(back.ok());
        CHECK(back->error == error);
        CHECK_FALSE(decodeChallenge(*encode(CentralRefusal{error})).ok());
    }
}

TEST_CASE("answerIsNoRefusalAndAnUnknownRefusalIsAnError")
{
    const auto refusal = *encode(CentralRefusal{CentralError::Busy});

    CHECK_FALSE(decodeCentralRefusal(*encode(CentralAnswer{false, fictional::plainAnswer()})).ok());
    CHECK_FALSE(decodeCentralRefusal(replaced(refusal, "MC10", "MC99")).ok());
    CHECK_FALSE(decodeCentralRefusal(replaced(refusal, "MC10", "")).ok());
}

TEST_CASE("serviceStatusComesBackAsItWent")
{
    const std::vector<ServiceState> services{{"eligibility-card", true}, {"batch", false}};

    const auto back = decodeServiceStates(*encode(services));
    const auto none = decodeServiceStates(*encode(std::vector<ServiceState>{}));

    REQUIRE(back.ok());
    CHECK(*back == services);
    REQUIRE(none.ok());
    CHECK(none->empty());
}

TEST_CASE("questionsByNumberAndReferenceNumberAreTheReceiptComputersOwn")
{
    const QualificationRequest byNumber{"20261120", "1319999991", "req-1",    "00990011", "",
                                        "１２３",   "02",         "19700102", true,       "R42"};
    const ReferenceNumberRegistration registration{
        "1319999991", "reg-1", {{"00024434", "06990017", "１２－３４", "５６７８", "02"}}};
    const ReferenceNumberAnswer answer{
        "20261120093015", "1319999991", "reg-1", "1", "", "", "1", "", "", registration.entries[0]};

    CHECK(*decodeNumberQuestion(*encode(byNumber)) == byNumber);
    CHECK(*decodeReferenceNumberQuestion(*encode(registration)) == registration);
    CHECK(*decodeReferenceNumberAnswer(*encode(answer)) == answer);
}
