// SPDX-License-Identifier: Apache-2.0
// The staff's windows, drawn at the smallest size they are used at, with rows a practice morning could have.
#include <catch2/catch.hpp>

#include "ContactSheet.h"
#include "TextAudit.h"
#include "staff/Rights.h"
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
    void send(const DeskMessage&) override {}
    void send(const StaffInput&) override {}
};

BoardRow ended(const char* tag, VisitStatus status, minutes ago)
{
    return {.tag = tag, .status = std::move(status), .begun = kNow - ago - minutes{1}, .ended = kNow - ago};
}

DeskSession signedIn(StaffRole role = StaffRole::Reception)
{
    return {.state = SessionState::Open,
            .staff = "uketsuke",
            .role = role,
            .pinSet = true,
            .may = rightsOf(role)};
}

BoardSnapshot atTheDoor(DeskSession session)
{
    BoardSnapshot board{.terminal = "uketsuke-1", .practice = true, .inService = true, .spareWarm = true};
    board.session = std::move(session);
    return board;
}

BoardSnapshot morning(VisitStatus active)
{
    BoardSnapshot board{.terminal = "uketsuke-1", .practice = true, .inService = true, .spareWarm = true};
    board.session = signedIn();
    board.rows = {{.tag = "a0000001",
                   .status = std::move(active),
                   .begun = kNow - minutes{3},
                   .since = kNow - minutes{2}},
                  ended("b0000002",
                        {.stage = Stage::Finished,
                         .outcome = Outcome::SeeReception,
                         .reason = ResolutionReason::NoMatch,
                         .proof = Method::Pin},
                        minutes{4}),
                  ended("c0000003",
                        {.stage = Stage::Finished,
                         .outcome = Outcome::Received,
                         .proof = Method::Face,
                         .kanjiNameOmitted = true},
                        minutes{7}),
                  ended("d0000004",
                        {.stage = Stage::Finished, .outcome = Outcome::Received, .proof = Method::StaffEye},
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
                 board.session = signedIn();
                 board.rows = {{.tag = "a0000001", .status = {}, .begun = kNow}};
                 b.show(board, kNow);
             }},
            {"board-lost", [](BoardModel& b) { b.lose(); }},
            {"desk-sign-in", [](BoardModel& b) { b.show(atTheDoor({}), kNow); }},
            {"desk-sign-in-wait",
             [](BoardModel& b) {
                 b.show(atTheDoor({.problem = DeskProblem::SignInWait, .waitSeconds = 960}), kNow);
             }},
            {"desk-locked",
             [](BoardModel& b) {
                 auto session = signedIn();
                 session.state = SessionState::Locked;
                 session.may.clear();
                 session.problem = DeskProblem::PinWrong;
                 b.show(atTheDoor(session), kNow);
             }},
            {"desk-administrator",
             [](BoardModel& b) { b.show(atTheDoor(signedIn(StaffRole::Administrator)), kNow); }}};
}

/// One board for each outcome and fault of the next-step table, as its chosen row.
std::vector<BoardScene> nextStepScenes()
{
    std::vector<BoardScene> scenes;
    for (int i = 0; i <= static_cast<int>(ResolutionReason::Unregistered); ++i)
        for (const auto proof : {std::optional{Method::Pin}, std::optional<Method>{}})
            scenes.push_back({"", [i, proof](BoardModel& b) {
                                  b.show(morning({.stage = Stage::Finished,
                                                  .outcome = Outcome::SeeReception,
                                                  .reason = static_cast<ResolutionReason>(i),
                                                  .proof = proof}),
                                         kNow);
                              }});
    for (const auto& fault : faultTable())
        scenes.push_back({"", [code = fault.code](BoardModel& b) {
                              b.show(morning({.stage = Stage::Failed, .fault = code}), kNow);
                          }});
    for (const auto stage :
         {Stage::CardLeftBehind, Stage::OutOfService, Stage::WaitingForStaff, Stage::Consenting})
        scenes.push_back({"", [stage](BoardModel& b) {
                              b.show(morning({.stage = stage, .staffCalled = stage == Stage::Consenting}),
                                     kNow);
                          }});
    return scenes;
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
    DeskStand(QObject& model, const char* property, const char* file, QSize size, bool english,
              bool drawnOut = false)
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
        speak(english, drawnOut);
        view_.show();
        for (int turn = 0; turn < 3; ++turn) // layouts inside layouts settle one turn later
            QCoreApplication::processEvents();
    }

    void photograph(const QString& name, ContactSheet& sheet)
    {
        const auto picture = view_.grabWindow();
        sheet.add(name, picture);
        CHECK(picture.save(QDir{MADO_LOOKS_DIR}.filePath(name + ".png")));
        read(name);
    }

    /// Layouts are done when a frame is drawn.
    void settle()
    {
        for (int turn = 0; turn < 2; ++turn) {
            QCoreApplication::processEvents();
            static_cast<void>(view_.grabWindow());
        }
    }

    void read(const QString& name)
    {
        for (const auto& finding : auditTexts(*view_.rootObject())) {
            INFO(name.toStdString() << ": " << finding);
            CHECK(finding.empty());
        }
    }

private:
    void speak(bool english, bool drawnOut)
    {
        QQmlComponent texts{view_.engine()};
        texts.setData("import QtQml; import Madoguchi.Desk; QtObject { property QtObject texts: Texts }", {});
        const std::unique_ptr<QObject> found{texts.create()};
        REQUIRE(found);
        auto* spoken = found->property("texts").value<QObject*>();
        spoken->setProperty("english", english);
        spoken->setProperty("pseudo", drawnOut);
    }

    QQuickView view_;
};

TEST_CASE("everyWordOfTheStaffsWindowsIsSeenWhole")
{
    REQUIRE(QDir{}.mkpath(MADO_LOOKS_DIR));
    ContactSheet sheet{4};
    NobodyBehind nobody;

    for (const QString language : {".ja", ".en", ".long"}) {
        const bool english = language != ".ja";
        for (const auto& scene : boardScenes()) {
            BoardModel board{{&nobody}, findingWords};
            scene.arrange(board);
            DeskStand{board, "board", "Board.qml", kSmallestDesk, english, language == ".long"}.photograph(
                scene.name + language, sheet);
        }
        if (language == ".long")
            continue;
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

TEST_CASE("everyNextStepFitsIntoTheSmallestDesk")
{
    NobodyBehind nobody;
    const auto scenes = nextStepScenes();
    for (const QString language : {".ja", ".en", ".long"}) {
        BoardModel board{{&nobody}, findingWords};
        board.show(morning({}), kNow);
        DeskStand desk{board, "board", "Board.qml", kSmallestDesk, language != ".ja", language == ".long"};
        for (std::size_t i = 0; i < scenes.size(); ++i) {
            scenes[i].arrange(board);
            board.choose(board.rows().front().get());
            for (const auto& row : board.rows())
                if (row->active())
                    board.choose(row.get());
            desk.settle();
            const auto* row = board.chosen();
            desk.read((row != nullptr ? row->headlineJa() : QString{"-"}) + language);
        }
    }
}

} // namespace
} // namespace madoguchi
