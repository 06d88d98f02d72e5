// SPDX-License-Identifier: Apache-2.0
// Our files against the demands of five programs of the field.
#include "ReceiptReaders.h"

#include "Fictional.h"
#include "formats/oqs/QualificationAnswer.h"
#include "formats/oqs/ReceiptCopy.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

constexpr auto kFaceName = "OQSsiquc01res_face_131999999100017980000000000001_20261120093015.xml";

readers::File fileOf(const EligibilityAnswer& answer, Encoding encoding = Encoding::Utf8)
{
    const auto bytes = writeQualificationAnswer(receiptCopy(answer, encoding).answer, encoding);
    REQUIRE(bytes.ok());
    return {kFaceName, *bytes};
}

/// Records of different fullness that every program must take.
std::vector<EligibilityAnswer> ordinaryAnswers()
{
    auto full = fictional::everything();
    full.diseases.clear();
    auto emptied = fictional::everything();
    emptied.diseases.clear();
    emptied.elderly = ElderlyCertificate{};
    emptied.limit = LimitCertificate{};
    emptied.tickets = {MedicalTicket{}};
    emptied.branch.clear();
    return {fictional::plainAnswer(), fictional::answerWith(full), fictional::answerWith(emptied)};
}

} // namespace

TEST_CASE("ordinaryAnswerIsTakenByEveryProgram")
{
    for (const auto& answer : ordinaryAnswers()) {
        const auto file = fileOf(answer);

        CHECK(readers::receptionAgent(file, "20261120") == std::nullopt);
        CHECK(readers::myclinic(file) == std::nullopt);
        CHECK(readers::resWatcher(file) == std::nullopt);
        CHECK(readers::onlineService(file, answer.fileIdentifier) == std::nullopt);
        CHECK(readers::oqsDrug(file) == std::nullopt);
    }
}

TEST_CASE("shiftJisIsTakenByTheProgramsThatKnowIt")
{
    for (const auto& answer : ordinaryAnswers()) {
        const auto file = fileOf(answer, Encoding::Cp932);

        CHECK(readers::receptionAgent(file, "20261120") == std::nullopt);
        CHECK(readers::myclinic(file) == std::nullopt);
        CHECK(readers::oqsDrug(file) == std::nullopt);
        CHECK(readers::resWatcher(file) == "not UTF-8");
    }
}

TEST_CASE("whereTheProgramsDisagreeWeKnowWhoStops")
{
    auto withDisease = fictional::answerWith(fictional::everything());
    auto masked = fictional::plainAnswer();
    masked.results[0].name = "●田　次郎";
    auto two = fictional::plainAnswer();
    two.results.push_back(two.results[0]);

    CHECK(readers::myclinic(fileOf(withDisease)) == "SpecificDiseasesCertificateList");
    CHECK(readers::receptionAgent(fileOf(withDisease), "20261120") == std::nullopt);
    CHECK(readers::myclinic(fileOf(masked)) == "no Name");
    CHECK(readers::receptionAgent(fileOf(masked), "20261120") == std::nullopt);
    CHECK(readers::resWatcher(fileOf(two)) == "not exactly one result");
    CHECK(readers::oqsDrug(fileOf(two)) == std::nullopt);
}

TEST_CASE("demandsAreRealDemands")
{
    auto file = fileOf(fictional::plainAnswer());
    const auto changed = [&](std::string_view from, std::string_view to) {
        auto copy = file;
        const auto at = copy.bytes.find(from);
        REQUIRE(at != std::string::npos);
        copy.bytes.replace(at, from.size(), to);
        return copy;
    };

    CHECK(readers::receptionAgent(file, "20261121") == "not of today");
    CHECK(readers::receptionAgent({"answer.xml", file.bytes}, "20261120") == "name");
    CHECK(readers::receptionAgent(changed("<NameKana>", "<NameKana></NameKana><X>"), "20261120").has_value());
    CHECK(readers::myclinic(changed("<Sex1>1</Sex1>", "<Sex1>1</Sex1><Sex2></Sex2>")) == "an empty element");
    CHECK(readers::onlineService(file, "another") == "identifier");
    CHECK(readers::resWatcher(changed("<SegmentOfResult>1", "<SegmentOfResult>2")) == "SegmentOfResult");
}
