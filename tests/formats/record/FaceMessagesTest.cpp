// SPDX-License-Identifier: Apache-2.0
#include "formats/record/FaceMessages.h"
#include "tests/formats/status/Mutations.h"

#include <catch2/catch.hpp>

#include <limits>
#include <numeric>

using namespace madoguchi;

namespace {

Bytes portraitOf(std::size_t size)
{
    Bytes bytes(size);
    std::iota(bytes.begin(), bytes.end(), std::uint8_t{0});
    return bytes;
}

} // namespace

TEST_CASE("faceCommandsSurviveTheWay")
{
    CHECK(std::holds_alternative<FaceStart>(*decodeFaceCommand(encode(FaceCommand{FaceStart{}}))));
    CHECK(std::holds_alternative<FaceStop>(*decodeFaceCommand(encode(FaceCommand{FaceStop{}}))));
}

TEST_CASE("portraitOfAnyLengthSurvivesTheWay")
{
    for (const std::size_t size :
         {std::size_t{1}, std::size_t{2}, std::size_t{3}, std::size_t{17'600}, kMaxPortraitBytes}) {
        const Bytes sent = portraitOf(size);

        const auto received = decodeFaceCommand(encode(FaceCommand{FaceReference{{sent}, {}}}));

        REQUIRE(received);
        CHECK(std::get<FaceReference>(*received).portrait.jpeg2000 == sent);
        CHECK(std::get<FaceReference>(*received).cautions == FaceCautions{});
    }
}

TEST_CASE("cautionsSurviveTheWayAndNoDateTravels")
{
    using namespace std::chrono_literals;
    for (const FaceCautions sent : {FaceCautions{.minor = true}, FaceCautions{.oldPhoto = true}}) {
        const FaceReference reference{.portrait = {{1, 2, 3}, 2014y / 5 / 6, 2029y / 5 / 6},
                                      .cautions = sent};

        const std::string message = encode(FaceCommand{reference});
        const auto received = decodeFaceCommand(message);

        REQUIRE(received);
        CHECK(std::get<FaceReference>(*received).cautions == sent);
        CHECK_FALSE(std::get<FaceReference>(*received).portrait.birth);
        CHECK(message.find("2014") == std::string::npos);
    }
}

TEST_CASE("portraitBeyondItsBoundIsRefused")
{
    const Bytes tooLarge = portraitOf(kMaxPortraitBytes + 1);

    CHECK_FALSE(decodeFaceCommand(encode(FaceCommand{FaceReference{{tooLarge}, {}}})));
}

TEST_CASE("brokenBase64IsRefused")
{
    for (const char* text : {"A", "AA", "AAA", "====", "A===", "AA=A", "AA A", "AA\\n=", "AAAA=AAA"})
        CHECK_FALSE(decodeFaceCommand(
            std::string{R"({"face":"reference","minor":false,"old_photo":false,"portrait":")"} + text +
            "\"}"));
}

TEST_CASE("cardNumberOrItsFaultSurvivesTheWay")
{
    const Fault unread{FaultCode::SecurityNumberUnread, FaultSpace::None, 3, "cardface/read"};

    CHECK(*decodeCardNumber(encodeCardNumber(SecurityNumber{"55021720352285"})) == "55021720352285");
    CHECK(decodeCardNumber(encodeCardNumber(unread)).fault().code == FaultCode::SecurityNumberUnread);
    CHECK(decodeCardNumber(encodeCardNumber(unread)).fault().value == 3);
}

TEST_CASE("whatIsNoCardNumberIsRefused")
{
    for (const char* message : {"", "{}", R"({"card_number":"5502172035228"})",
                                R"({"card_number":"5502172035228x"})", R"({"card_number":55021720352285})",
                                R"({"card_number":"55021720352285","more":1})", R"({"verdict":0,"fault":1})"})
        CHECK(decodeCardNumber(message).fault().code == FaultCode::MessageInvalid);
}

TEST_CASE("faceDecisionSurvivesTheWay")
{
    const FaceDecision sent{FaceVerdict::AskStaff, FaceDoubt::NoTurn, 0.4375, 0.5, 3, 412};

    const auto received = decodeFaceReport(encode(FaceReport{sent}));

    REQUIRE(received);
    const auto& decision = std::get<FaceDecision>(*received);
    CHECK(decision.verdict == sent.verdict);
    CHECK(decision.doubt == sent.doubt);
    CHECK(decision.score == sent.score);
    CHECK(decision.threshold == sent.threshold);
    CHECK(decision.shots == sent.shots);
    CHECK(decision.milliseconds == sent.milliseconds);
}

TEST_CASE("everyGuidanceSurvivesTheWay")
{
    for (int i = 0; i <= static_cast<int>(Guidance::Good); ++i) {
        const auto sent = static_cast<Guidance>(i);

        CHECK(std::get<Guidance>(*decodeFaceReport(encode(FaceReport{sent}))) == sent);
    }
}

TEST_CASE("faceFaultKeepsItsCodeAndNumber")
{
    const Fault sent{FaultCode::CameraMissing, FaultSpace::Errno, 19, "camera/open"};

    const auto received = decodeFaceReport(encode(FaceReport{sent}));

    REQUIRE(received);
    const auto& fault = std::get<Fault>(*received);
    CHECK(fault.code == sent.code);
    CHECK(fault.space == sent.space);
    CHECK(fault.value == sent.value);
}

TEST_CASE("scoreThatIsNoNumberIsRefused")
{
    const FaceDecision decision{
        FaceVerdict::Accepted, FaceDoubt::None, std::numeric_limits<double>::quiet_NaN(), 0.5, 3, 1};

    CHECK_FALSE(decodeFaceReport(encode(FaceReport{decision})));
    CHECK_FALSE(decodeFaceReport(
        R"({"verdict":0,"doubt":0,"score":1e300,"threshold":0,"shots":1,"milliseconds":1})"));
}

TEST_CASE("mutilatedFaceMessagesNeverBreakTheDecoder")
{
    int refused = 0;
    forEachMutation(encode(FaceCommand{FaceReference{{portraitOf(64)}, {.minor = true}}}),
                    [&](const std::string& text) { refused += decodeFaceCommand(text) ? 0 : 1; });
    forEachMutation(
        encode(FaceReport{FaceDecision{FaceVerdict::NotYet, FaceDoubt::None, -0.25, 0.5, 3, 700}}),
        [&](const std::string& text) { refused += decodeFaceReport(text) ? 0 : 1; });

    CHECK(refused > 500);
    CHECK_FALSE(decodeFaceReport(withUnknownField(encode(FaceReport{Guidance::Closer}))));
}
