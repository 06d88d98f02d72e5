// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/exchange/RequestAnswer.h"
#include "formats/oqs/QualificationAnswer.h"
#include "tests/SampleAnswer.h"
#include "tests/drivers/receipt/oqs/Exchange.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::test;

namespace {

/// Asked by number.
EligibilityAnswer found()
{
    auto answer = sample::validAnswer();
    answer.fileIdentifier = "central's own";
    answer.referenceClass = "2";
    return answer;
}

/// A receipt computer, the terminal's side of its folders, and a central system that says what it is told.
struct World {
    ExchangeFolder folder;
    AheadClock clock;
    ArmedErasure erasure;
    StopSignal stop;
    ReceiptExchange exchange{folder.folders(), clock, erasure, std::chrono::seconds{30}};
    FolderHandOff handOff{folder.settings(), clock};
    Result<EligibilityAnswer> answer{found()};
    std::vector<QualificationRequest> asked;
    std::vector<ReferenceNumberRegistration> registered;
    bool referenceOffered{true};

    Result<RequestOutcome> serve(const std::string& name, const std::string& bytes)
    {
        folder.drop(name, bytes);
        auto taken = exchange.next(stop.fd());
        REQUIRE(taken);
        RequestAsker asker;
        asker.byNumber = [this](QualificationRequest request) {
            asked.push_back(request);
            return answer;
        };
        if (referenceOffered)
            asker.reference = [this](ReferenceNumberRegistration r) -> Result<ReferenceNumberAnswer> {
                registered.push_back(r);
                return ReferenceNumberAnswer{
                    "20261120093015", "1319999991", r.fileIdentifier, "1", "", "", "1", "", "",
                    r.entries.front()};
            };
        return answerRequest(*taken, {"1319999991"}, asker, handOff, exchange, clock);
    }
    [[nodiscard]] std::string res(const std::string& name) const
    {
        return contentOf(folder.root / "res" / name);
    }
};

} // namespace

TEST_CASE("aRequestIsAnsweredUnderItsStemWithItsIdentifierAndSearchEchoed")
{
    World world;

    const auto outcome = world.serve("OQSsiquc01req_202611200001.xml", requestXml());

    REQUIRE(outcome);
    CHECK_FALSE(outcome->fault);
    const auto text = world.res("OQSsiquc01res_202611200001.xml");
    const auto back = readQualificationAnswer(text);
    REQUIRE(back);
    CHECK(text.find("<ArbitraryFileIdentifier>RC-0001</ArbitraryFileIdentifier>") != std::string::npos);
    CHECK(text.find("<QualificationConfirmSearchInfo>") != std::string::npos);
    CHECK(text.find("<ArbitraryIdentifier>R42</ArbitraryIdentifier>") != std::string::npos);
    CHECK(back->referenceClass == "2");
    CHECK(back->results.at(0).name == "架空　花子");
    REQUIRE(world.asked.size() == 1);
    CHECK(world.asked[0].number == "５６７８");
    CHECK(world.asked[0].fileIdentifier.empty()); // the same identifier twice is no conflict
    CHECK(namesIn(world.folder.root / "staging").empty());
}

TEST_CASE("aCentralSystemThatDoesNotAnswerIsAnAnswerToo")
{
    World world;
    world.answer = Fault{FaultCode::LineDown};

    const auto outcome = world.serve("OQSsiquc01req_1.xml", requestXml());

    REQUIRE(outcome);
    CHECK(outcome->fault == FaultCode::LineDown);
    const auto back = readQualificationAnswer(world.res("OQSsiquc01res_1.xml"));
    REQUIRE(back);
    CHECK(back->segmentOfResult == "9");
    CHECK_FALSE(back->errorCode.empty());
    CHECK_FALSE(back->errorMessage.empty());
    CHECK(back->fileIdentifier == "RC-0001");
}

TEST_CASE("whatCannotBeAnsweredComesBackWithTheReason")
{
    World world;
    auto other = request();
    other.institutionCode = "1319999982";

    REQUIRE(world.serve("OQSsiquc01req_1.xml", "<XmlMsg>"));
    REQUIRE(world.serve("OQSsiquc01req_2.xml", requestXml(other)));
    REQUIRE(world.serve("OQSmuquc01req_3.xml", requestXml()));
    REQUIRE(world.serve("OQSsiquc01req_4 x.xml", requestXml()));

    CHECK(world.asked.empty());
    for (const auto* name : {"OQSsiquc01req_1", "OQSsiquc01req_2", "OQSmuquc01req_3", "OQSsiquc01req_4 x"}) {
        INFO(name);
        CHECK_FALSE(world.res(std::string{name} + ".err").empty());
        CHECK_FALSE(world.res(std::string{name} + ".xml").empty());
    }
    CHECK(world.res("OQSsiquc01req_1.err").find("1行") != std::string::npos);
    CHECK(namesIn(world.folder.root / "staging").empty());
}

TEST_CASE("hostileRequestsAreBoundedAndGivenBack")
{
    World world;
    const std::string deep = [] {
        std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        for (int i = 0; i < 1000; ++i)
            text += "<a>";
        return text;
    }();
    const std::string dtd = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                            "<XmlMsg>&a;</XmlMsg>";

    REQUIRE(world.serve("OQSsiquc01req_1.xml", deep));
    REQUIRE(world.serve("OQSsiquc01req_2.xml", dtd));
    REQUIRE(world.serve("OQSsiquc01req_3.xml", std::string((std::size_t{4} << 20U) + 1, ' ')));

    CHECK(world.asked.empty());
    CHECK_FALSE(world.res("OQSsiquc01req_1.err").empty());
    CHECK(world.res("OQSsiquc01req_2.err").find("root:") == std::string::npos);
    CHECK(world.res("OQSsiquc01req_3.err").find("4 MiB") != std::string::npos);
}

TEST_CASE("aTwelveDigitNumberIsNeitherAskedNorKept")
{
    World world;
    auto forbidden = request();
    forbidden.number = "123456789018"; // its check digit fits

    REQUIRE(world.serve("OQSsiquc01req_1.xml", requestXml(forbidden)));

    CHECK(world.asked.empty());
    CHECK(namesIn(world.folder.root / "res") == std::vector<std::string>{"OQSsiquc01req_1.err"});
    CHECK(world.res("OQSsiquc01req_1.err").find("123456789018") == std::string::npos);
    CHECK(namesIn(world.folder.root / "staging").empty());
    CHECK(namesIn(world.folder.root / "req").empty());
}

TEST_CASE("anAnswerThatStillLiesThereIsNeverReplaced")
{
    World world;
    put(world.folder.root / "res" / "OQSsiquc01res_1.xml", "old");

    REQUIRE(world.serve("OQSsiquc01req_1.xml", requestXml()));

    CHECK(world.res("OQSsiquc01res_1.xml") == "old");
    CHECK_FALSE(world.res("OQSsiquc01req_1.err").empty());
}

TEST_CASE("whileAnswersCannotBePutDownTheRequestStaysClaimed")
{
    World world;
    std::filesystem::remove(world.folder.root / "res");

    const auto outcome = world.serve("OQSsiquc01req_1.xml", requestXml());

    CHECK_FALSE(outcome);
    CHECK(namesIn(world.folder.root / "staging").size() == 1);
    std::filesystem::create_directory(world.folder.root / "res");
    auto again = world.exchange.next(world.stop.fd());
    REQUIRE(again);
    CHECK(again->name == "OQSsiquc01req_1.xml");
}

TEST_CASE("aReferenceNumberIsRegisteredWhereThatIsOffered")
{
    World world;
    const ReferenceNumberRegistration registration{
        "1319999991", "REG-1", {{"00024434", "06139992", "１２－３４", "５６７８", "02"}}};
    const auto xml = *write(registration, Encoding::Cp932);

    REQUIRE(world.serve("OQSsiimm01req_1.xml", xml));
    world.referenceOffered = false;
    REQUIRE(world.serve("OQSsiimm01req_2.xml", xml));

    const auto document = readMessage(world.res("OQSsiimm01res_1.xml"), "OQSsiimm01res_1.xml");
    REQUIRE(document);
    const auto answer = referenceNumberAnswerOf(*document);
    REQUIRE(answer);
    CHECK(answer->fileIdentifier == "REG-1");
    CHECK(answer->processingStatus == "1");
    CHECK(answer->entry.referenceNumber == "00024434");
    CHECK(world.registered.size() == 1);
    CHECK_FALSE(world.res("OQSsiimm01req_2.err").empty());
}
