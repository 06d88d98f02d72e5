// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "RecordingPort.h"
#include "domain/status/FaultTable.h"
#include "ui/kiosk/VisitModel.h"

namespace madoguchi {
namespace {

struct Kiosk {
    RecordingPort port;
    VisitModel visit{port};

    void typePin(std::initializer_list<int> digits)
    {
        for (const auto digit : digits)
            visit.pin()->press(digit);
    }
};

TEST_CASE("beforeAnyMessageTheScreenIsIdle")
{
    Kiosk kiosk;

    CHECK(kiosk.visit.stage() == static_cast<int>(Stage::Idle));
    CHECK_FALSE(kiosk.visit.hasFault());
}

TEST_CASE("aDoubleTapIsOneAnswer")
{
    Kiosk kiosk;
    kiosk.visit.show(screenAt(Stage::ChoosingMethod));

    kiosk.visit.chooseMethod(static_cast<int>(Method::Face));
    kiosk.visit.chooseMethod(static_cast<int>(Method::Pin));

    REQUIRE(kiosk.port.inputs.size() == 1);
    CHECK(std::get<MethodChosen>(kiosk.port.inputs[0]).method == Method::Face);
}

TEST_CASE("aSecondPassingIsNotANewQuestion")
{
    Kiosk kiosk;
    auto screen = screenAt(Stage::LookingAtFace);
    screen.stepSecondsLeft = 20;
    kiosk.visit.show(screen);
    kiosk.visit.chooseMethod(static_cast<int>(Method::Pin));

    screen.stepSecondsLeft = 19;
    screen.guidance = Guidance::Closer;
    screen.lineUp = false;
    kiosk.visit.show(screen);
    kiosk.visit.chooseMethod(static_cast<int>(Method::Pin));

    CHECK(kiosk.port.count<MethodChosen>() == 1);
}

TEST_CASE("theNextQuestionCanBeAnsweredAgain")
{
    Kiosk kiosk;
    kiosk.visit.show(screenAt(Stage::ChoosingMethod));
    kiosk.visit.chooseMethod(static_cast<int>(Method::Face));

    kiosk.visit.show(screenAt(Stage::LookingAtFace));
    kiosk.visit.chooseMethod(static_cast<int>(Method::StaffEye));

    CHECK(kiosk.port.count<MethodChosen>() == 2);
}

TEST_CASE("aMethodThatDoesNotExistIsNotSent")
{
    Kiosk kiosk;
    kiosk.visit.show(screenAt(Stage::ChoosingMethod));

    kiosk.visit.chooseMethod(77);

    CHECK(kiosk.port.inputs.empty());
}

TEST_CASE("aPinWaitsUntilTheCardHasSaidHowManyTriesAreLeft")
{
    Kiosk kiosk;
    kiosk.visit.show(pinScreen(std::nullopt));
    kiosk.typePin({1, 2, 3, 4});

    kiosk.visit.submitPin();
    const auto before = kiosk.port.inputs.size();
    kiosk.visit.show(pinScreen(3));
    kiosk.visit.submitPin();

    CHECK(before == 0);
    REQUIRE(kiosk.port.inputs.size() == 1);
    CHECK(std::get<PinEntered>(kiosk.port.inputs[0]).pin == "1234");
    CHECK(kiosk.visit.pin()->count() == 0);
}

TEST_CASE("aPinIsSentOnceHoweverOftenItIsConfirmed")
{
    Kiosk kiosk;
    kiosk.visit.show(pinScreen(3));
    kiosk.typePin({1, 2, 3, 4});
    kiosk.visit.submitPin();

    kiosk.typePin({1, 2, 3, 4});
    kiosk.visit.submitPin();

    CHECK(kiosk.port.count<PinEntered>() == 1);
}

TEST_CASE("aWrongPinShowsItsWordsTheTriesLeftAndAnEmptyPad")
{
    Kiosk kiosk;
    kiosk.visit.show(pinScreen(3));
    kiosk.typePin({1, 2, 3, 4});
    kiosk.visit.submitPin();
    kiosk.visit.show(screenAt(Stage::CheckingPin));

    auto again = pinScreen(2);
    again.fault = FaultCode::PinWrong;
    kiosk.visit.show(again);

    const auto& row = faultRow(FaultCode::PinWrong);
    CHECK(kiosk.visit.pinTriesLeft() == 2);
    CHECK(kiosk.visit.fault().headline().in(Language::Japanese).toStdString() ==
          text(row.headline, Language::Japanese));
    CHECK(kiosk.visit.fault().code().toStdString() == row.supportCode);
    CHECK(kiosk.visit.pin()->count() == 0);
    CHECK_FALSE(kiosk.visit.answered());
}

TEST_CASE("typedDigitsDoNotOutliveTheirQuestion")
{
    Kiosk kiosk;
    kiosk.visit.show(pinScreen(3));
    kiosk.typePin({1, 2});

    kiosk.visit.show(screenAt(Stage::Failed));

    CHECK(kiosk.visit.pin()->count() == 0);
}

TEST_CASE("onlyAnOfferedItemCanBeAYes")
{
    Kiosk kiosk;
    auto pharmacy = screenAt(Stage::Consenting);
    pharmacy.consentItems = {ConsentItem::Medicines, ConsentItem::Surgery};
    kiosk.visit.show(pharmacy);

    kiosk.visit.giveConsents(
        {static_cast<int>(ConsentItem::Surgery), static_cast<int>(ConsentItem::CheckUps), -1, 99});

    REQUIRE(kiosk.port.inputs.size() == 1);
    const auto& consents = std::get<ConsentsGiven>(kiosk.port.inputs[0]).consents;
    CHECK(consents.count() == 1);
    CHECK(allows(consents, ConsentItem::Surgery));
}

TEST_CASE("staffAreCalledOnceAVisit")
{
    Kiosk kiosk;
    kiosk.visit.show(screenAt(Stage::Consenting));

    kiosk.visit.callStaff();
    kiosk.visit.callStaff();

    CHECK(kiosk.port.count<HelpWanted>() == 1);
    CHECK(kiosk.visit.staffCalled());
}

TEST_CASE("manyTouchesAskForMoreTimeOnceASecond")
{
    Kiosk kiosk;
    auto screen = screenAt(Stage::Consenting);
    screen.stepSecondsLeft = 30;
    kiosk.visit.show(screen);
    kiosk.visit.wantMoreTime();
    kiosk.visit.wantMoreTime();

    screen.stepSecondsLeft = 29;
    kiosk.visit.show(screen);
    kiosk.visit.wantMoreTime();

    CHECK(kiosk.port.count<MoreTimeWanted>() == 2);
}

TEST_CASE("withoutALimitNoTimeIsAskedFor")
{
    Kiosk kiosk;

    kiosk.visit.wantMoreTime();

    CHECK(kiosk.port.inputs.empty());
}

TEST_CASE("cancelIsSentOnlyWhereItIsOffered")
{
    Kiosk kiosk;
    kiosk.visit.cancel();
    kiosk.visit.show(screenAt(Stage::AskingCentral));
    kiosk.visit.cancel();
    const auto before = kiosk.port.inputs.size();

    kiosk.visit.show(screenAt(Stage::Consenting));
    kiosk.visit.cancel();

    CHECK(before == 0);
    CHECK(kiosk.port.count<Cancelled>() == 1);
}

TEST_CASE("withoutACardTheReceptionScreenIsShownUntilIdle")
{
    Kiosk kiosk;
    kiosk.visit.haveNoCard();
    kiosk.visit.show(screenAt(Stage::WaitingForStaff));
    const auto waiting = kiosk.visit.withoutCard();

    kiosk.visit.show(screenAt(Stage::Idle));

    CHECK(waiting);
    CHECK_FALSE(kiosk.visit.withoutCard());
    CHECK(kiosk.port.count<NoCardHere>() == 1);
}

TEST_CASE("theCertificateEndIsADateInBothLanguages")
{
    Kiosk kiosk;
    auto screen = screenAt(Stage::Finished);
    screen.certificateEnd = "2027-01-19";

    kiosk.visit.show(screen);

    CHECK(kiosk.visit.certificateEnd().in(Language::Japanese).toStdString() == "2027年1月19日");
    CHECK(kiosk.visit.certificateEnd().in(Language::English).toStdString() == "19 January 2027");
}

TEST_CASE("theOtherLanguageIsAskedForAndShownWhenTheVisitSaysSo")
{
    Kiosk kiosk;

    kiosk.visit.chooseLanguage(static_cast<int>(Language::English));

    REQUIRE(kiosk.port.inputs.size() == 1);
    CHECK(std::get<LanguageChosen>(kiosk.port.inputs[0]).language == Language::English);
    CHECK(kiosk.visit.language() == static_cast<int>(Language::Japanese));
}

} // namespace
} // namespace madoguchi
