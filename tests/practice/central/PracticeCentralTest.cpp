// SPDX-License-Identifier: Apache-2.0
#include "CentralWorld.h"

#include "foundation/base/CivilDate.h"
#include "practice/central/QualificationStore.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::test;
using namespace std::chrono_literals;

namespace {

const Consents kAllYes{0b1111};

FaultCode codeOf(const Result<CentralAnswer>& answer)
{
    REQUIRE_FALSE(answer);
    return answer.fault().code;
}

/// hanako's question by number, as printed on her certificate, on the world's day.
QualificationRequest hanakoByNumber(const CentralWorld& world)
{
    QualificationRequest request;
    request.confirmedFor = wireDate(civilDay(world.now));
    request.insurerNumber = "06139992";
    request.symbol = "12";
    request.number = "345";
    request.branch = "01";
    request.birthdate = "19880412";
    return request;
}

} // namespace

TEST_CASE("cardQuestionIsAnsweredWithTheQualification")
{
    CentralWorld world;

    const auto answer = world.ask(world.card("hanako"), kAllYes);

    REQUIRE(answer);
    CHECK_FALSE(answer->firstUse);
    CHECK(answer->eligibility.validity == Validity::Valid);
    CHECK(answer->eligibility.referenceClass == "1");
    REQUIRE(answer->eligibility.results.size() == 1);
    const Qualification& q = answer->eligibility.results.front();
    CHECK(q.name == "架空　花子");
    CHECK(q.nameKana == "ｶｸｳ ﾊﾅｺ");
    CHECK(q.insurerNumber == "06139992");
    CHECK(q.branch == "01");
    REQUIRE(q.limit);
    CHECK(q.limit->limitClass == "A03");
}

TEST_CASE("consentsAreRecordedForTwentyFourHours")
{
    CentralWorld world;
    Consents some;
    some.set(static_cast<std::size_t>(ConsentItem::Medicines));

    const auto answer = world.ask(world.card("hanako"), some);

    REQUIRE(answer);
    const Qualification& q = answer->eligibility.results.at(0);
    CHECK(q.medicines.flag == "1");
    CHECK(q.medicines.time == wireTime(world.now));
    CHECK(q.medicines.availableUntil == wireTime(world.now + 24h));
    CHECK(q.visits.flag == "0");
    CHECK(q.visits.time.empty());
    CHECK(q.checkUps.flag == "0");
}

TEST_CASE("consentsAreKeptWithEachQuestion")
{
    CentralWorld world{true};
    REQUIRE(world.ask(world.card("hanako"), kAllYes));
    REQUIRE(world.ask(world.card("hanako")));
    world.server.reset();

    const auto store = QualificationStore::open(world.folder.path / "central.sqlite");

    REQUIRE(store);
    CHECK(*(*store)->consentCount(findPersona(world.people, "hanako")->number) == 2);
    CHECK(*(*store)->consentCount(findPersona(world.people, "jiro")->number) == 0);
}

TEST_CASE("challengeWorksOnce")
{
    CentralWorld world;
    EligibilityQuery query = world.query(world.card("hanako"));
    REQUIRE(world.terminal->ask(query));

    const auto again = world.terminal->ask(query); // no key given, so it is another question

    CHECK(codeOf(again) == FaultCode::ChallengeExpired);
}

TEST_CASE("challengeExpires")
{
    CentralWorld world;
    const EligibilityQuery query = world.query(world.card("hanako"));
    world.now += 601s;

    const auto answer = world.terminal->ask(query);

    CHECK(codeOf(answer) == FaultCode::ChallengeExpired);
}

TEST_CASE("inventedChallengeIsRefused")
{
    CentralWorld world;
    EligibilityQuery query = world.query(world.card("hanako"));
    query.nonce.assign(32, 7);

    CHECK(codeOf(world.terminal->ask(query)) == FaultCode::ChallengeExpired);
}

TEST_CASE("repeatedQuestionGetsTheSameAnswer")
{
    CentralWorld world;
    EligibilityQuery query = world.query(world.card("hanako"), kAllYes);
    query.idempotencyKey = "visit-1";
    const auto first = world.terminal->ask(query);
    world.now += 30s;

    const auto second = world.terminal->ask(query);

    REQUIRE(first);
    REQUIRE(second);
    CHECK(second->eligibility.executedAt == first->eligibility.executedAt);
}

TEST_CASE("oneKeyForTwoQuestionsIsRefused")
{
    CentralWorld world;
    EligibilityQuery first = world.query(world.card("hanako"));
    first.idempotencyKey = "visit-1";
    REQUIRE(world.terminal->ask(first));
    EligibilityQuery second = world.query(world.card("jiro"));
    second.idempotencyKey = "visit-1";

    const auto answer = world.terminal->ask(second);

    CHECK(codeOf(answer) == FaultCode::Internal);
    CHECK(answer.fault().value == static_cast<int>(CentralError::IdempotencyConflict));
}

TEST_CASE("wrongSignatureIsRefused")
{
    CentralWorld world;
    EligibilityQuery query = world.query(world.card("hanako"));
    query.signature.at(10) ^= 1;

    CHECK(codeOf(world.terminal->ask(query)) == FaultCode::CentralRefused);
}

TEST_CASE("changedAnswersAreRefused")
{
    CentralWorld world;
    EligibilityQuery query = world.query(world.card("hanako"));

    SECTION("a no turned into a yes")
    {
        query.consents = kAllYes;
    }
    SECTION("another method")
    {
        query.method = Method::Face;
    }
    SECTION("a registration that was not asked for")
    {
        query.registerFirstUse = true;
    }

    CHECK(codeOf(world.terminal->ask(query)) == FaultCode::CentralRefused);
}

TEST_CASE("signatureOfAnotherPersonsQuestionIsRefused")
{
    CentralWorld world;
    EligibilityQuery query = world.query(world.card("hanako"));
    const auto other = makeKey(KeyKind::Rsa2048);
    REQUIRE(other);
    TestCard thief = world.card("jiro");
    thief.key = other->get();
    query.signature = world.query(thief).signature;

    CHECK(codeOf(world.terminal->ask(query)) == FaultCode::CentralRefused);
}

TEST_CASE("certificateOfAStrangersIssuerIsRefused")
{
    CentralWorld world;
    CentralWorld elsewhere;

    const auto answer = world.terminal->ask(world.query(elsewhere.card("hanako")));

    CHECK(codeOf(answer) == FaultCode::CardNotGenuine);
}

TEST_CASE("revokedCertificateIsRefused")
{
    CentralWorld world;
    world.revoke("shikkou");

    CHECK(codeOf(world.ask(world.card("shikkou"))) == FaultCode::CertificateRevoked);
    CHECK(world.ask(world.card("hanako")));
}

TEST_CASE("revokedStaysRevokedAfterItsEnd")
{
    CentralWorld world;
    world.revoke("shikkou");

    CHECK(codeOf(world.ask(world.card("shikkou", -10))) == FaultCode::CertificateRevoked);
}

TEST_CASE("certificateInGraceGivesQualificationButNoMedicalInformation")
{
    CentralWorld world;

    const auto answer = world.ask(world.card("kigen-grace", -10), kAllYes);

    REQUIRE(answer);
    CHECK(answer->eligibility.validity == Validity::Valid);
    CHECK(answer->eligibility.results.at(0).medicines.flag == "0");
    CHECK(answer->eligibility.results.at(0).surgery.flag == "0");
    CHECK_FALSE(answer->eligibility.processingMessage.empty());
}

TEST_CASE("certificateThatEndedLongAgoIsRefused")
{
    CentralWorld world;

    CHECK(codeOf(world.ask(world.card("kigen-over", -100))) == FaultCode::CertificateExpired);
}

TEST_CASE("certificateThatEndsSoonBringsANotice")
{
    CentralWorld world;

    const auto answer = world.ask(world.card("kigen60", 60), kAllYes);

    REQUIRE(answer);
    CHECK_FALSE(answer->eligibility.processingMessage.empty());
    CHECK(answer->eligibility.results.at(0).medicines.flag == "1");
}

TEST_CASE("firstUseIsAskedThenRegisteredForGood")
{
    CentralWorld world{true};

    const auto first = world.ask(world.card("shokai"), kAllYes);
    REQUIRE(first);
    CHECK(first->firstUse);
    CHECK(first->eligibility.results.empty());

    const auto registered = world.ask(world.card("shokai"), kAllYes, true);
    REQUIRE(registered);
    CHECK_FALSE(registered->firstUse);
    CHECK(registered->eligibility.validity == Validity::Valid);

    world.start(); // the same database, another day
    const auto later = world.ask(world.card("shokai"));
    REQUIRE(later);
    CHECK_FALSE(later->firstUse);
}

TEST_CASE("everyPersonaExercisesItsRule")
{
    CentralWorld world;
    const auto validity = [&](std::string_view id) {
        const auto answer = world.ask(world.card(id), kAllYes);
        REQUIRE(answer);
        return answer->eligibility.validity;
    };
    const auto record = [&](std::string_view id) {
        const auto answer = world.ask(world.card(id), kAllYes);
        REQUIRE(answer);
        return answer->eligibility.results.at(0);
    };

    CHECK(validity("jiro") == Validity::Valid);
    CHECK(record("jiro").insurerNumber == "00138057");
    CHECK(record("jiro").branch.empty());
    CHECK(record("futago-a").branch == "02");
    CHECK(record("futago-b").branch == "03");
    CHECK(validity("tenshoku") == Validity::Invalid);
    CHECK_FALSE(record("tenshoku").disqualificationDate.empty());
    CHECK(validity("soshitsu") == Validity::Invalid);
    CHECK(record("kouki").contributionRatio == "010");
    CHECK(record("kouki").symbol.empty());
    CHECK(record("nanajuu").elderly->validEnd < wireDate(civilDay(world.now)));
    CHECK(record("kodomo").preschool == "1");
    CHECK(record("takahashi").name == "●見本　●子");
    CHECK(record("kekkon").name == "旧見本　結子");
    CHECK(record("gaikoku").nameOfOther == "見本　マリア");
    CHECK(record("touseki").diseases.at(0).selfPay == "10000");
    CHECK(record("touseki").diseaseConsent.flag == "1");
    CHECK(record("teishotoku").limit->limitClass == "A05");
    CHECK(validity("nijuu") == Validity::Valid);
    CHECK(record("nijuu").insurerNumber == "06139992");
    CHECK(validity("ashita") == Validity::Invalid);
    CHECK(record("ashita").qualificationDate > wireDate(civilDay(world.now)));
    CHECK(validity("fujo") == Validity::ValidUnregistered);
    CHECK(record("fujo").tickets.size() == 1);
    CHECK(validity("dv") == Validity::Valid);
}

TEST_CASE("everybodyHasAHistory")
{
    CentralWorld world;

    for (const Persona& persona : world.people) {
        const auto answer = world.ask(world.card(persona.id), {}, true);
        CAPTURE(persona.id);
        REQUIRE(answer);
        CHECK(answer->eligibility.results.size() == 1);
    }
}

TEST_CASE("registrationThatArrivesLaterIsFoundLater")
{
    CentralWorld world;
    const auto today = world.ask(world.card("tenshoku"));
    world.now += 24h * 5;

    const auto later = world.ask(world.card("tenshoku"));

    REQUIRE(today);
    REQUIRE(later);
    CHECK(today->eligibility.validity == Validity::Invalid);
    CHECK(later->eligibility.validity == Validity::Valid);
    CHECK(later->eligibility.results.at(0).insurerNumber == "06139992");
}

TEST_CASE("genuineCardOfSomebodyUnknownHasNoQualification")
{
    CentralWorld world;

    const auto answer = world.ask(world.card("nobody"), {}, true);

    REQUIRE(answer);
    CHECK(answer->eligibility.validity == Validity::NotFound);
    CHECK(answer->eligibility.results.empty());
}

TEST_CASE("numberQuestionNeverOpensMedicalInformation")
{
    CentralWorld world;

    const auto answer = world.terminal->askByNumber(hanakoByNumber(world));

    REQUIRE(answer);
    CHECK(answer->validity == Validity::Valid);
    CHECK(answer->referenceClass == "2");
    const Qualification& q = answer->results.at(0);
    CHECK(q.medicines.flag.empty());
    CHECK(q.checkUps.flag.empty());
    CHECK_FALSE(q.limit);
}

TEST_CASE("limitClassByNumberNeedsItsConsent")
{
    CentralWorld world;
    QualificationRequest request = hanakoByNumber(world);
    request.limitConsent = true;

    const auto answer = world.terminal->askByNumber(request);

    REQUIRE(answer);
    REQUIRE(answer->results.at(0).limit);
    CHECK(answer->results.at(0).limit->limitClass == "A03");
}

TEST_CASE("wrongBirthdayLooksLikeNobody")
{
    CentralWorld world;
    QualificationRequest request = hanakoByNumber(world);
    request.birthdate = "19880413";

    const auto answer = world.terminal->askByNumber(request);

    REQUIRE(answer);
    CHECK(answer->validity == Validity::NotFound);
    CHECK(answer->results.empty());
}

TEST_CASE("twinsWithoutBranchAreSeveral")
{
    CentralWorld world;
    QualificationRequest request = hanakoByNumber(world);
    request.insurerNumber = "06138887";
    request.symbol = "20";
    request.number = "77";
    request.branch.clear();
    request.birthdate = "19960203";
    const auto without = world.terminal->askByNumber(request);
    request.branch = "03";

    const auto with = world.terminal->askByNumber(request);

    REQUIRE(without);
    CHECK(without->validity == Validity::Several);
    CHECK(without->results.empty());
    REQUIRE(with);
    CHECK(with->validity == Validity::Valid);
    CHECK(with->results.at(0).name == "練習　二葉");
}

TEST_CASE("referenceNumberComesBackWithTheNextAnswer")
{
    CentralWorld world;
    ReferenceNumberRegistration registration;
    registration.entries = {{"0001234", "06139992", "12", "345", "01"}};

    const auto registered = world.terminal->registerReferenceNumber(registration);
    const auto answer = world.ask(world.card("hanako"));

    REQUIRE(registered);
    CHECK(registered->segmentOfResult == "1");
    REQUIRE(answer);
    CHECK(answer->eligibility.results.at(0).referenceNumber == "0001234");
}

TEST_CASE("statusNamesWhatIsOffered")
{
    CentralWorld world;

    const auto services = world.terminal->services();

    REQUIRE(services);
    CHECK(std::count(services->begin(), services->end(), ServiceState{"eligibility-card", true}) == 1);
    CHECK(std::count(services->begin(), services->end(), ServiceState{"medical-information", false}) == 1);
}

TEST_CASE("terminalOfAnotherInstitutionMayNotAskInOurName")
{
    CentralWorld world;
    CentralConnection connection = world.connection();
    connection.institutionCode = "1318888888";
    auto impostor = HttpsCentral::open(connection);
    REQUIRE(impostor);

    const auto answer = (*impostor)->ask(world.query(world.card("hanako")));

    CHECK(codeOf(answer) == FaultCode::TerminalRefused);
}

TEST_CASE("troublesOfThePracticeCentralAreToldApart")
{
    CentralWorld world;

    SECTION("busy")
    {
        world.server->trouble({.kind = Trouble::Kind::Busy});
        CHECK(world.terminal->challenge().fault().code == FaultCode::CentralBusy);
    }
    SECTION("broken")
    {
        world.server->trouble({.kind = Trouble::Kind::Broken});
        CHECK(world.terminal->challenge().fault().code == FaultCode::CentralBusy);
    }
    SECTION("garbage")
    {
        world.server->trouble({.kind = Trouble::Kind::Garbage});
        CHECK(world.terminal->challenge().fault().code == FaultCode::CentralAnswerInvalid);
    }
    SECTION("silent")
    {
        CentralConnection impatient = world.connection();
        impatient.times.total = 300ms;
        const auto terminal = HttpsCentral::open(impatient);
        REQUIRE(terminal);
        world.server->trouble({.kind = Trouble::Kind::Silent});
        CHECK((*terminal)->challenge().fault().code == FaultCode::CentralTooSlow);
    }
    SECTION("by the file")
    {
        writeFile(world.folder.path / "central-trouble", "busy\n");
        CHECK(world.terminal->challenge().fault().code == FaultCode::CentralBusy);
        std::filesystem::remove(world.folder.path / "central-trouble");
        CHECK(world.terminal->challenge());
    }
    SECTION("gone") // last, because the world is without a server then
    {
        world.server.reset();
        CHECK(world.terminal->challenge().fault().code == FaultCode::LineDown);
    }
}
