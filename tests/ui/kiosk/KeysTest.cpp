// SPDX-License-Identifier: Apache-2.0
// The whole flow by keys alone, through the real screens.
#include <catch2/catch.hpp>

#include "RecordingPort.h"
#include "ui/kiosk/VisitModel.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>

namespace madoguchi {
namespace {

class KeyedKiosk {
public:
    explicit KeyedKiosk(const Screen& screen) : visit{port}
    {
        visit.show(screen);
        view.engine()->addImportPath(":/qt/qml");
        view.setInitialProperties({{"visit", QVariant::fromValue(&visit)}});
        view.resize(1280, 800);
        view.setSource(QUrl{"qrc:/qt/qml/Madoguchi/Kiosk/KioskView.qml"});
        view.show();
        view.requestActivate();
        QCoreApplication::processEvents();
    }

    void press(std::initializer_list<int> keys)
    {
        for (const auto key : keys) {
            QKeyEvent down{QEvent::KeyPress, key, Qt::NoModifier};
            QCoreApplication::sendEvent(&view, &down);
            QKeyEvent up{QEvent::KeyRelease, key, Qt::NoModifier};
            QCoreApplication::sendEvent(&view, &up);
        }
    }

    void show(const Screen& screen)
    {
        visit.show(screen);
        QCoreApplication::processEvents();
    }

    RecordingPort port;
    VisitModel visit;
    QQuickView view;
};

TEST_CASE("escapeCancels")
{
    KeyedKiosk kiosk{screenAt(Stage::ChoosingMethod)};

    kiosk.press({Qt::Key_Escape});

    CHECK(kiosk.port.count<Cancelled>() == 1);
}

TEST_CASE("aNumberKeyGivesTheAnswerOfThatPlace")
{
    KeyedKiosk kiosk{screenAt(Stage::ChoosingMethod)};

    kiosk.press({Qt::Key_2});

    REQUIRE(kiosk.port.inputs.size() == 1);
    CHECK(std::get<MethodChosen>(kiosk.port.inputs[0]).method == Method::Pin);
}

TEST_CASE("digitsAndEnterConfirmAPin")
{
    KeyedKiosk kiosk{pinScreen(3)};

    kiosk.press({Qt::Key_7, Qt::Key_0, Qt::Key_9, Qt::Key_Backspace, Qt::Key_3, Qt::Key_1, Qt::Key_Return});

    REQUIRE(kiosk.port.inputs.size() == 1);
    CHECK(std::get<PinEntered>(kiosk.port.inputs[0]).pin == "7031");
}

TEST_CASE("theLastTryIsAskedForBeforeThePadOpens")
{
    auto screen = pinScreen(1);
    screen.confirmLastTry = true;
    KeyedKiosk kiosk{screen};

    kiosk.press({Qt::Key_3});

    CHECK(kiosk.port.count<LastTryConfirmed>() == 1);
    CHECK(kiosk.visit.pin()->count() == 0);
}

TEST_CASE("everyScreenGivesItsHeadingTheFocus")
{
    KeyedKiosk kiosk{screenAt(Stage::Idle)};

    for (std::size_t stage = 0; stage < kStageCount; ++stage) {
        kiosk.show(screenAt(static_cast<Stage>(stage)));
        INFO(name(static_cast<Stage>(stage)));
        const auto* focused = kiosk.view.activeFocusItem();
        REQUIRE(focused);
        CHECK(std::string{focused->metaObject()->className()}.starts_with("Heading"));
    }
}

TEST_CASE("tabReachesTheFirstAnswerAndEnterGivesIt")
{
    KeyedKiosk kiosk{screenAt(Stage::Registering)};

    kiosk.press({Qt::Key_Tab, Qt::Key_Return});

    REQUIRE(kiosk.port.inputs.size() == 1);
    CHECK(std::get<FirstUseAnswered>(kiosk.port.inputs[0]).registerCard);
}

TEST_CASE("consentIsGivenOnlyForWhatWasAnswered")
{
    auto screen = screenAt(Stage::Consenting);
    screen.consentItems = {ConsentItem::Medicines, ConsentItem::Visits};
    KeyedKiosk kiosk{screen};

    kiosk.press({Qt::Key_3});
    const auto beforeAnswers = kiosk.port.inputs.size();
    kiosk.press({Qt::Key_Tab, Qt::Key_Return});                           // yes to the first
    kiosk.press({Qt::Key_Tab, Qt::Key_Tab, Qt::Key_Tab, Qt::Key_Return}); // no to the second
    kiosk.press({Qt::Key_3});

    CHECK(beforeAnswers == 0);
    REQUIRE(kiosk.port.inputs.size() == 1);
    CHECK(std::get<ConsentsGiven>(kiosk.port.inputs[0]).consents.to_ulong() == 1);
}

} // namespace
} // namespace madoguchi
