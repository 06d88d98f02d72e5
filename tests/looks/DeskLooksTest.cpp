// SPDX-License-Identifier: Apache-2.0
// The staff's windows, drawn at the smallest size they are used at, with rows a practice morning could have.
#include <catch2/catch.hpp>

#include "ContactSheet.h"
#include "TextAudit.h"
#include "ui/desk/BoardModel.h"
#include "ui/desk/PaneModel.h"

#include <QDateTime>
#include <QDir>
#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QtQml/qqmlextensionplugin.h>

#include <functional>
#include <memory>

Q_IMPORT_QML_PLUGIN(Madoguchi_DeskModelsPlugin)
Q_IMPORT_QML_PLUGIN(Madoguchi_DeskPlugin)

namespace madoguchi {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;

constexpr QSize kSmallestDesk{1366, 768};
constexpr QSize kPaneWindow{960, 720};
constexpr milliseconds kNow{minutes{600}};

struct NobodyBehind : BoardPort, PanePort {
    void send(const DeskOrder&) override {}
    void send(const StaffInput&) override {}
};

BoardRow ended(const char* tag, VisitStatus status, minutes ago)
{
    return {.tag = tag, .status = std::move(status), .begun = kNow - ago - minutes{1}, .ended = kNow - ago};
}

BoardSnapshot morning(VisitStatus active)
{
    BoardSnapshot board{.terminal = "uketsuke-1", .practice = true, .inService = true, .spareWarm = true};
    board.rows = {
        {.tag = "a0000001",
         .status = std::move(active),
         .begun = kNow - minutes{3},
         .since = kNow - minutes{2}},
        ended("b0000002", {.stage = Stage::Finished, .outcome = Outcome::SeeReception, .proof = Method::Pin},
              minutes{4}),
        ended("c0000003",
              {.stage = Stage::Finished,
               .outcome = Outcome::Received,
               .proof = Method::Face,
               .kanjiNameOmitted = true},
              minutes{7}),
        ended("d0000004", {.stage = Stage::Finished, .outcome = Outcome::Received, .proof = Method::StaffEye},
              minutes{11}),
        ended("e0000005", {.stage = Stage::Failed, .fault = FaultCode::CardRemoved}, minutes{15})};
    return board;
}

struct BoardScene {
    const char* name;
    std::function<void(BoardModel&)> arrange;
};

std::vector<BoardScene> boardScenes()
{
    return {{"board-staff", [](BoardModel& b) { b.show(morning({.stage = Stage::WaitingForStaff}), kNow); }},
            {"board-fault",
             [](BoardModel& b) {
                 b.show(morning({.stage = Stage::Failed, .fault = FaultCode::PinLocked}), kNow);
             }},
            {"board-notices",
             [](BoardModel& b) {
                 auto board = morning({.stage = Stage::LookingAtFace, .securityNumberWanted = true});
                 board.auditFailing = true;
                 board.findings = {0, 1};
                 b.show(board, kNow);
                 b.end();
             }},
            {"board-empty",
             [](BoardModel& b) {
                 BoardSnapshot board{.terminal = "uketsuke-1", .practice = true, .inService = true};
                 board.rows = {{.tag = "a0000001", .status = {}, .begun = kNow}};
                 b.show(board, kNow);
             }},
            {"board-lost", [](BoardModel& b) { b.lose(); }}};
}

struct PaneScene {
    const char* name;
    PaneView view;
    std::string_view typed{};
    bool ticked{false};
};

std::vector<PaneScene> paneScenes()
{
    const VisitStatus waiting{.stage = Stage::WaitingForStaff, .fault = FaultCode::FaceNotConfirmed};
    const VisitStatus number{.stage = Stage::LookingAtFace, .securityNumberWanted = true};
    return {{"pane-eye", {waiting, "", true}},
            {"pane-eye-ticked", {{.stage = Stage::WaitingForStaff}, "", true}, {}, true},
            {"pane-number", {number, "", true}, "60042320311234"},
            {"pane-number-wrong", {number, "", true}, "601332"},
            {"pane-nothing", {{.stage = Stage::Consenting}, "練● 花●", true}}};
}

Text findingWords(int)
{
    return {"解放されたメモリーが消去されません。init_on_free=1 を加えてください。",
            "Freed memory is not cleared. Add init_on_free=1."};
}

/// One window in one language.
class DeskStand {
public:
    DeskStand(QObject& model, const char* property, const char* file, QSize size, bool english)
    {
        view_.engine()->addImportPath(":/qt/qml");
        QVariantMap properties;
        if (auto* board = qobject_cast<BoardModel*>(&model))
            properties = {{property, QVariant::fromValue(board)},
                          {"now", QDateTime{QDate{2026, 11, 20}, QTime{9, 12}}}};
        if (auto* patient = qobject_cast<PaneModel*>(&model))
            properties = {{property, QVariant::fromValue(patient)}};
        view_.setInitialProperties(properties);
        view_.setResizeMode(QQuickView::SizeRootObjectToView);
        view_.resize(size);
        view_.setSource(QUrl{QString{"qrc:/qt/qml/Madoguchi/Desk/"} + file});
        REQUIRE(view_.status() == QQuickView::Ready);
        speak(english);
        view_.show();
        for (int turn = 0; turn < 3; ++turn) // layouts inside layouts settle one turn later
            QCoreApplication::processEvents();
    }

    void photograph(const QString& name, ContactSheet& sheet)
    {
        const auto picture = view_.grabWindow();
        sheet.add(name, picture);
        CHECK(picture.save(QDir{MADO_LOOKS_DIR}.filePath(name + ".png")));
        for (const auto& finding : auditTexts(*view_.rootObject())) {
            INFO(name.toStdString() << ": " << finding);
            CHECK(finding.empty());
        }
    }

private:
    void speak(bool english)
    {
        QQmlComponent texts{view_.engine()};
        texts.setData("import QtQml; import Madoguchi.Desk; QtObject { property QtObject texts: Texts }", {});
        const std::unique_ptr<QObject> found{texts.create()};
        REQUIRE(found);
        found->property("texts").value<QObject*>()->setProperty("english", english);
    }

    QQuickView view_;
};

TEST_CASE("everyWordOfTheStaffsWindowsIsSeenWhole")
{
    REQUIRE(QDir{}.mkpath(MADO_LOOKS_DIR));
    ContactSheet sheet{4};
    NobodyBehind nobody;

    for (const bool english : {false, true}) {
        const QString language = english ? ".en" : ".ja";
        for (const auto& scene : boardScenes()) {
            BoardModel board{nobody, findingWords};
            scene.arrange(board);
            DeskStand{board, "board", "Board.qml", kSmallestDesk, english}.photograph(scene.name + language,
                                                                                      sheet);
        }
        for (const auto& scene : paneScenes()) {
            PaneModel patient{nobody, 2026};
            patient.show(scene.view);
            patient.setSameFace(scene.ticked);
            for (const char digit : scene.typed)
                patient.press(digit - '0');
            DeskStand{patient, "patient", "Pane.qml", kPaneWindow, english}.photograph(scene.name + language,
                                                                                       sheet);
        }
    }

    CHECK(sheet.save(QDir{MADO_LOOKS_DIR}.filePath("desk-contact-sheet.png")));
}

} // namespace
} // namespace madoguchi
