// SPDX-License-Identifier: Apache-2.0
// The staff's windows, drawn at the smallest size they are used at, with rows a practice morning could have.
#include <catch2/catch.hpp>

#include "Complaints.h"
#include "ContactSheet.h"
#include "TextAudit.h"
#include "services/staff/Rights.h"
#include "tests/SampleAnswer.h"
#include "tests/ui/pane/RecordingPane.h"
#include "ui/board/BoardModel.h"
#include "ui/pane/PaneModel.h"

#include <QDateTime>
#include <QDir>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QtQml/qqmlextensionplugin.h>

#include <functional>
#include <memory>

Q_IMPORT_QML_PLUGIN(Madoguchi_BoardPlugin)
Q_IMPORT_QML_PLUGIN(Madoguchi_PanePlugin)
Q_IMPORT_QML_PLUGIN(Madoguchi_StaffPlugin)

namespace madoguchi {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;

constexpr QSize kSmallestDesk{1366, 768};
constexpr QSize kPaneWindow{1280, 720}; ///< fits beside the panels of a 1366x768 screen
constexpr milliseconds kNow{minutes{600}};

struct NobodyBehind : BoardPort, RecordingPane {
    using RecordingPane::send;
    void send(const DeskMessage&) override {}
};

const QDate kToday{2026, 11, 20};
constexpr BookedCounts kBooked{20261120, 31, 2, 1};

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
                         .proof = Method::Pin,
                         .reservation = Reservation::WasInvalid,
                         .booked = kBooked},
                        minutes{4}),
                  ended("c0000003",
                        {.stage = Stage::Finished,
                         .outcome = Outcome::Received,
                         .proof = Method::Face,
                         .reservation = Reservation::Changed,
                         .booked = kBooked,
                         .kanjiNameOmitted = true},
                        minutes{7}),
                  ended("d0000004",
                        {.stage = Stage::Finished,
                         .outcome = Outcome::Received,
                         .proof = Method::StaffEye,
                         .reservation = Reservation::Confirmed,
                         .booked = kBooked},
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
            {"board-flagged",
             [](BoardModel& b) {
                 b.show(morning({.stage = Stage::Finished,
                                 .outcome = Outcome::SeeReception,
                                 .reason = ResolutionReason::EndsSoon,
                                 .proof = Method::StaffEye,
                                 .reservation = Reservation::Changed}),
                        kNow);
             }},
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
            {"board-three-terminals",
             [](BoardModel& b) {
                 for (int source = 0; source < 3; ++source) {
                     auto board = morning({.stage = source == 1 ? Stage::OutOfService : Stage::Consenting});
                     board.terminal = "uketsuke-madoguchi-" + std::to_string(source + 1);
                     for (auto& row : board.rows)
                         row.tag.back() = static_cast<char>('1' + source);
                     b.show(board, kNow, source);
                 }
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
            {"desk-locked-call",
             [](BoardModel& b) {
                 auto session = signedIn();
                 session.state = SessionState::Locked;
                 session.may.clear();
                 auto board = atTheDoor(session);
                 board.call = BoardCall::Help;
                 b.show(board, kNow);
             }},
            {"desk-seal-broken",
             [](BoardModel& b) {
                 auto board = atTheDoor({});
                 board.sealBroken = true;
                 b.show(board, kNow);
             }},
            {"desk-sign-in-card",
             [](BoardModel& b) {
                 auto board = atTheDoor({});
                 board.call = BoardCall::CardLeft;
                 b.show(board, kNow);
             }},
            {"desk-administrator",
             [](BoardModel& b) { b.show(atTheDoor(signedIn(StaffRole::Administrator)), kNow); }}};
}

/// One terminal, or as many as a board can have.
std::vector<BoardPort*> terminalsOf(const BoardScene& scene, NobodyBehind& nobody)
{
    const bool several = std::string_view{scene.name} == "board-three-terminals";
    return std::vector<BoardPort*>(several ? BoardModel::kMostTerminals : 1, &nobody);
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
                                                  .proof = proof,
                                                  .reservation = Reservation::Changed}),
                                         kNow);
                              }});
    for (const auto& fault : faultTable())
        scenes.push_back({"", [code = fault.code](BoardModel& b) {
                              b.show(morning({.stage = Stage::Failed, .fault = code}), kNow);
                          }});
    for (int i = 0; i <= static_cast<int>(Reservation::ListUnreadable); ++i)
        scenes.push_back({"", [i](BoardModel& b) {
                              b.show(morning({.stage = Stage::Finished,
                                              .outcome = Outcome::SeeReception,
                                              .reason = ResolutionReason::EndsSoon,
                                              .proof = Method::StaffEye,
                                              .reservation = static_cast<Reservation>(i)}),
                                     kNow);
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
    std::vector<QString> form{}; ///< insurer, symbol, number, branch, birth, day
    bool printer{true};
    bool unrecorded{false}; ///< a page was wanted, and the audit log could not take it
};

EligibilityAnswer answer(const char* insurer, const char* birth)
{
    auto answer = sample::validAnswer(sample::masked());
    auto& q = answer.results.front();
    q.birthdate = birth;
    q.insurerNumber = insurer;
    q.insurerName = "みなと区国民健康保険";
    q.symbol = "みな12";
    q.number = "3456789";
    q.branch = "02";
    q.qualificationDate = "20200401";
    q.postNumber = "105-0001";
    q.address = "東京都みなと区うみべ一丁目2番3号 みなとハイツ405";
    q.limit = LimitCertificate{"01", "A03", "", "20260401", "20270331", ""};
    sample::answerConsents(q);
    return answer;
}

PaneChart chart(bool undo)
{
    Chart chart{"00123", chartValues(answer("06139992", "19700102").results.front())};
    chart.values[0] = "髙橋　花子";
    chart.values[9] = "東京都みなと区やまて5-6";
    return {std::move(chart), undo ? 1 : 0, undo, undo};
}

PaneView recordView(const EligibilityAnswer& answer, ResolutionReason reason, bool byNumber)
{
    PaneView view{
        .status = {.stage = Stage::Finished, .reason = reason}, .practice = true, .today = "20261120"};
    view.maskedName = "●橋　花●";
    view.record = paneRecord(answer);
    view.record->byNumber = byNumber;
    const bool valid = answer.validity == Validity::Valid || answer.validity == Validity::ValidUnregistered;
    view.status.outcome = valid ? Outcome::Received : Outcome::SeeReception;
    view.status.withoutCard = byNumber;
    if (!byNumber)
        view.status.proof = Method::Pin;
    view.status.mayAskAgain = !byNumber;
    view.status.mayBegin = !byNumber && !valid;
    return view;
}

PaneView found(bool undo)
{
    auto view = recordView(answer("00138016", "19700102"), ResolutionReason::Ok, undo);
    view.charts = view.linkable = true;
    view.chart = chart(undo);
    return view;
}

PaneView elderlyWithoutRatio()
{
    auto given = answer("00138016", "19530304");
    given.processingMessage = "電子証明書の有効期限は20270110です";
    return recordView(given, ResolutionReason::EndsSoon, false);
}

PaneView formView(std::optional<Validity> validity = {}, ResolutionReason reason = ResolutionReason::Ok)
{
    PaneView view{.status = {.stage = Stage::WaitingForStaff, .withoutCard = true}, .practice = true};
    view.today = "20261120";
    if (!validity)
        return view;
    EligibilityAnswer none;
    none.segmentOfResult = none.processingStatus = "1";
    none.referenceClass = "2";
    none.validity = validity;
    view.record = paneRecord(none);
    view.status.reason = reason;
    view.status.outcome = Outcome::SeeReception;
    return view;
}

/// What is over, in its own words: the old coverage, what to do, no chart.
PaneView lostByCard()
{
    auto given = answer("00138016", "19700102");
    given.validity = Validity::Invalid;
    given.results.front().disqualificationDate = "20261001";
    return recordView(given, ResolutionReason::Lost, false);
}

PaneView notFoundByCard()
{
    EligibilityAnswer none;
    none.segmentOfResult = none.processingStatus = "1";
    none.referenceClass = "1";
    none.validity = Validity::NotFound;
    auto view = recordView(none, ResolutionReason::NoMatch, false);
    view.maskedName.clear();
    return view;
}

/// Another name in the chart: nothing is taken before somebody has asked.
PaneView renamed(bool otherPerson)
{
    auto view = recordView(answer("00138016", "19700102"), ResolutionReason::Ok, false);
    view.record->name = "鈴木　花子";
    view.record->nameOfOther = "リー　ハナコ";
    view.record->nameKana = "ｽｽﾞｷ ﾊﾅｺ";
    view.record->personalFamily = "1";
    view.charts = view.linkable = true;
    view.chart = chart(false);
    if (otherPerson)
        view.chart->chart.values[2] = "19700103";
    return view;
}

PaneView notHandedOver()
{
    auto view = found(false);
    view.status.fault = FaultCode::HandOverFolderFull;
    return view;
}

PaneView onTheWay(Stage stage, std::optional<FaultCode> fault)
{
    PaneView view{.status = {.stage = stage, .fault = fault}, .practice = true};
    view.status.mayBegin = stage == Stage::Idle || stage == Stage::OutOfService;
    return view;
}

PaneView lost()
{
    auto given = answer("00138016", "19700102");
    given.validity = Validity::Invalid;
    given.results.front().disqualificationDate = "20261001";
    auto view = recordView(given, ResolutionReason::Lost, true);
    view.status.stage = Stage::WaitingForStaff;
    return view;
}

/// A face that is nobody's: a grey oval, as PGM.
Bytes drawnPhoto()
{
    const std::string head = "P5 240 320 255\n";
    Bytes picture{head.begin(), head.end()};
    for (int y = 0; y < 320; ++y)
        for (int x = 0; x < 240; ++x) {
            const int dx = (x - 120) * 4, dy = (y - 150) * 3;
            picture.push_back(dx * dx + dy * dy < 110'000 ? 150 : 220);
        }
    return picture;
}

PaneView eyeView()
{
    PaneView view{.status = {.stage = Stage::WaitingForStaff}, .practice = true};
    view.photo = drawnPhoto();
    return view;
}

/// The line broke after the question: it can be put again as it was.
PaneView unanswered()
{
    auto view = onTheWay(Stage::Failed, FaultCode::LineDown);
    view.status.outcome = Outcome::SeeReception;
    view.status.proof = Method::Pin;
    view.status.mayAskAgain = view.status.mayBegin = true;
    return view;
}

PaneView formLineDown()
{
    auto view = formView();
    view.status.fault = FaultCode::LineDown;
    return view;
}

/// Every outcome and every fault of the next-step table as staff's window shows it.
std::vector<PaneView> everyOutcome()
{
    std::vector<PaneView> views;
    for (int i = 0; i <= static_cast<int>(ResolutionReason::Unregistered); ++i) {
        const auto reason = static_cast<ResolutionReason>(i);
        const bool valid = reason == ResolutionReason::Ok || reason == ResolutionReason::Overlap ||
                           reason == ResolutionReason::EndsSoon || reason == ResolutionReason::Unregistered;
        for (const bool byNumber : {true, false}) {
            auto given = answer("00138016", "19700102");
            given.validity = valid ? Validity::Valid : Validity::Invalid;
            given.results.front().disqualificationDate = "20261201";
            views.push_back(recordView(given, reason, byNumber));
            views.back().charts = views.back().linkable = true;
            views.back().chart = chart(true);
        }
        auto typed = formView(Validity::NotFound, reason);
        views.push_back(typed);
        auto withCard = notFoundByCard();
        withCard.status.reason = reason;
        views.push_back(withCard);
    }
    for (const auto& fault : faultTable())
        for (auto view :
             {unanswered(), formLineDown(), onTheWay(Stage::ChoosingMethod, {}), eyeView(), found(true)}) {
            view.status.fault = fault.code;
            views.push_back(view);
        }
    for (const auto stage : {Stage::CardLeftBehind, Stage::OutOfService, Stage::Consenting, Stage::Finished})
        for (const bool called : {false, true}) {
            views.push_back(onTheWay(stage, {}));
            views.back().status.staffCalled = called;
        }
    return views;
}

std::vector<PaneScene> paneScenes()
{
    const VisitStatus waiting{.stage = Stage::WaitingForStaff, .fault = FaultCode::FaceNotConfirmed};
    const VisitStatus number{.stage = Stage::LookingAtFace, .securityNumberWanted = true};
    return {{"pane-eye", {waiting, "", true}},
            {"pane-eye-ticked", {{.stage = Stage::WaitingForStaff}, "", true}, {}, true},
            {"pane-number", {number, "", true}, "60042320311234"},
            {"pane-number-wrong", {number, "", true}, "601332"},
            {"pane-photo", eyeView()},
            {"pane-idle", onTheWay(Stage::Idle, {})},
            {"pane-out-of-service", onTheWay(Stage::OutOfService, FaultCode::ReaderMissing)},
            {"pane-choosing", onTheWay(Stage::ChoosingMethod, FaultCode::FaceNotConfirmed)},
            {"pane-failed", unanswered()},
            {"pane-form-line-down", formLineDown()},
            {"pane-form", formView()},
            {"pane-form-wrong", formView(), {}, false, {"06139999", "みな12", "3456789", "", "0102"}},
            {"pane-form-good", formView(), {}, false, {"06139992", "みな12", "3456789", "02", "0102"}},
            {"pane-form-late", formView(), {}, false, {"39131016", "", "12345678", "", "S15.4.1"}},
            {"pane-form-twelve", formView(), {}, false, {"", "", "123456789018", "", ""}},
            {"pane-form-twins",
             formView(Validity::Several, ResolutionReason::Multiple),
             {},
             false,
             {"06139992", "みな12", "3456789", "", "19700102"}},
            {"pane-form-none",
             formView(Validity::NotFound, ResolutionReason::NoMatch),
             {},
             false,
             {"06139992", "みな12", "3456789", "02", "19700102"}},
            {"pane-form-lost", lost(), {}, false, {"00138016", "みな12", "3456789", "02", "19700102"}},
            {"pane-form-tomorrow", formView(), {}, false, {"77777777", "", "12", "1", "0102", "2026-11-21"}},
            {"pane-record", found(false)},
            {"pane-record-no-printer", found(false), {}, false, {}, false},
            {"pane-record-not-on-record", found(false), {}, false, {}, true, true},
            {"pane-record-lost", lostByCard()},
            {"pane-record-none", notFoundByCard()},
            {"pane-record-renamed", renamed(false)},
            {"pane-record-other-person", renamed(true)},
            {"pane-record-not-handed-over", notHandedOver()},
            {"pane-record-undo", found(true)},
            {"pane-record-ratio", elderlyWithoutRatio()},
            {"pane-nothing", {{.stage = Stage::Consenting}, "練● 花●", true}}};
}

TextId findingWords(int)
{
    return TextId::checksFreedMemoryKept;
}

/// Japanese, English, and English drawn out by 40 % as another language might be.
struct Tongue {
    QString suffix;
    Language language{Language::Japanese};
};
const std::vector<Tongue> kTongues{
    {".ja", Language::Japanese}, {".en", Language::English}, {".long", Language::Pseudo}};

void fill(NumberForm& form, const std::vector<QString>& typed)
{
    if (typed.empty())
        return;
    form.setInsurer(typed[0]);
    form.setSymbol(typed[1]);
    form.setNumber(typed[2]);
    form.setBranch(typed[3]);
    form.setBirth(typed[4]);
    if (typed.size() > 5)
        form.setDay(typed[5]);
}

/// Somebody presses 印刷, and the audit log does not take it.
void wantPage(PaneModel& patient, PaneView view, const RecordingPane& visit)
{
    patient.print("", "", {}, {}, "", "");
    view.page = visit.lastPage(false);
    patient.show(view);
}

/// One window in one language.
class DeskStand {
public:
    DeskStand(QObject& model, const char* property, const char* file, QSize size, const Tongue& tongue)
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
        view_.setSource(QUrl{QString{"qrc:/qt/qml/Madoguchi/"} + file});
        INFO((view_.errors().isEmpty() ? QString{} : view_.errors().back().toString()).toStdString());
        REQUIRE(view_.status() == QQuickView::Ready);
        speak(tongue);
        view_.show();
        for (int turn = 0; turn < 12; ++turn) // each layout inside a layout settles one turn later
            QCoreApplication::processEvents();
    }

    void photograph(const QString& name, ContactSheet& sheet)
    {
        const auto picture = view_.grabWindow();
        sheet.add(name, picture);
        CHECK(picture.save(QDir{MADO_LOOKS_DIR}.filePath(name + ".png")));
        read(name);
    }

    void press(Qt::Key key)
    {
        QKeyEvent down{QEvent::KeyPress, key, Qt::NoModifier};
        QCoreApplication::sendEvent(&view_, &down);
    }

    /// Layouts are done when a frame is drawn; what lies inside another one turn later. The last is the
    /// picture.
    QImage settle(int turns = 2)
    {
        QImage picture;
        for (int turn = 0; turn < turns; ++turn) {
            QCoreApplication::processEvents();
            picture = view_.grabWindow();
        }
        return picture;
    }

    /// What is laid out in the item of this name fits into it.
    void fits(const QString& name, const char* item)
    {
        const auto* found = view_.rootObject()->findChild<QQuickItem*>(item);
        REQUIRE(found != nullptr);
        INFO(name.toStdString() << ": " << item);
        CHECK(found->implicitHeight() <= found->height());
    }

    void read(const QString& name)
    {
        for (const auto& complaint : takeComplaints()) {
            INFO(name.toStdString() << ": " << complaint);
            CHECK(complaint.empty());
        }
        for (const auto& finding : auditTexts(*view_.rootObject())) {
            INFO(name.toStdString() << ": " << finding);
            CHECK(finding.empty());
        }
    }

private:
    void speak(const Tongue& tongue)
    {
        QQmlComponent texts{view_.engine()};
        texts.setData("import QtQml; import Madoguchi.Staff; QtObject { property QtObject texts: Texts }",
                      {});
        const std::unique_ptr<QObject> found{texts.create()};
        INFO(texts.errorString().toStdString());
        REQUIRE(found);
        auto* all = found->property("texts").value<QObject*>();
        all->setProperty("language", static_cast<int>(tongue.language));
    }

    QQuickView view_;
};

TEST_CASE("everyWordOfTheStaffsWindowsIsSeenWhole")
{
    REQUIRE(QDir{}.mkpath(MADO_LOOKS_DIR));
    ContactSheet sheet{4};
    NobodyBehind nobody;

    for (const auto& tongue : kTongues) {
        for (const auto& scene : boardScenes()) {
            BoardModel board{terminalsOf(scene, nobody), findingWords};
            board.tick(kNow, kToday);
            scene.arrange(board);
            DeskStand{board, "board", "Board/Board.qml", kSmallestDesk, tongue}.photograph(
                scene.name + tongue.suffix, sheet);
        }
    }
    CHECK(sheet.save(QDir{MADO_LOOKS_DIR}.filePath("desk-contact-sheet.png")));
}

TEST_CASE("theBoardIsSeenWholeOnLargerScreensToo")
{
    NobodyBehind nobody;
    ContactSheet sheet{4};
    for (const auto& size : {QSize{1920, 1080}, QSize{2560, 1440}})
        for (const auto& scene : boardScenes()) {
            BoardModel board{terminalsOf(scene, nobody), findingWords};
            board.tick(kNow, kToday);
            scene.arrange(board);
            DeskStand{board, "board", "Board/Board.qml", size, kTongues.front()}.photograph(
                scene.name + QString{".ja-%1"}.arg(size.width()), sheet);
        }
}

TEST_CASE("everyWordOfThePaneIsSeenWhole")
{
    REQUIRE(QDir{}.mkpath(MADO_LOOKS_DIR));
    ContactSheet sheet{3};
    NobodyBehind nobody;

    for (const auto& scene : paneScenes()) {
        for (const auto& tongue : kTongues) {
            PaneModel patient{nobody, 2026, scene.printer};
            patient.show(scene.view);
            patient.setSameFace(scene.ticked);
            fill(*patient.form(), scene.form);
            for (const char digit : scene.typed)
                patient.press(digit - '0');
            if (scene.unrecorded)
                wantPage(patient, scene.view, nobody);
            DeskStand{patient, "patient", "Pane/Pane.qml", kPaneWindow, tongue}.photograph(
                scene.name + tongue.suffix, sheet);
        }
    }

    CHECK(sheet.save(QDir{MADO_LOOKS_DIR}.filePath("pane-contact-sheet.png")));
}

TEST_CASE("thePrintedPageHoldsTheAnswerAndNoNameWithHoles")
{
    NobodyBehind nobody;
    ContactSheet pictures{3};
    for (const auto& scene : std::vector<PaneScene>{{"print-record", found(false)},
                                                    {"print-lost", lostByCard()},
                                                    {"print-ratio", elderlyWithoutRatio()},
                                                    {"print-renamed", renamed(false)}})
        for (const auto& tongue : kTongues) {
            PaneModel patient{nobody, 2026, true};
            patient.show(scene.view);
            DeskStand pane{patient, "patient", "Pane/Pane.qml", kPaneWindow, tongue};
            pane.press(Qt::Key_F12);
            auto recorded = scene.view;
            recorded.page = nobody.lastPage(true);
            patient.show(recorded);
            REQUIRE(nobody.sheets.size() == 1);
            const auto sheet = nobody.sheets.front();
            nobody.sheets.clear();
            CHECK(patient.printing() == PaneModel::OnItsWay);

            for (const auto& [label, value] : sheet.rows)
                CHECK_FALSE(value.contains(u'●'));
            QImage picture{744, 1052, QImage::Format_RGB32};
            picture.fill(Qt::white);
            QPainter painter{&picture};
            paint(sheet, painter, picture.width(), picture.height());
            painter.end();
            pictures.add(scene.name + tongue.suffix, picture);
            CHECK(picture.save(QDir{MADO_LOOKS_DIR}.filePath(scene.name + tongue.suffix + ".png")));
            const auto pdf = pdfOf(sheet);
            CHECK(pdf.startsWith("%PDF-"));
            CHECK(pdf.contains("/Count 1"));
        }
    CHECK(pictures.save(QDir{MADO_LOOKS_DIR}.filePath("print-contact-sheet.png")));
}

TEST_CASE("everyNextStepFitsIntoThePane")
{
    NobodyBehind nobody;
    for (const auto& tongue : kTongues) {
        PaneModel patient{nobody, 2026, true};
        DeskStand pane{patient, "patient", "Pane/Pane.qml", kPaneWindow, tongue};
        for (const auto& view : everyOutcome()) {
            patient.show(view);
            pane.settle(5);
            pane.read(patient.advice()->step().headline().in(Language::Japanese) +
                      QString{", page %1"}.arg(patient.page()) + tongue.suffix);
        }
    }
}

TEST_CASE("everyNextStepFitsIntoTheSmallestDesk")
{
    REQUIRE(QDir{}.mkpath(MADO_LOOKS_DIR));
    NobodyBehind nobody;
    const auto scenes = nextStepScenes();
    for (const auto& tongue : kTongues) {
        BoardModel board{{&nobody}, findingWords};
        board.show(morning({}), kNow);
        DeskStand desk{board, "board", "Board/Board.qml", kSmallestDesk, tongue};
        ContactSheet sheet{6};
        for (std::size_t i = 0; i < scenes.size(); ++i) {
            board.tick(kNow, kToday);
            scenes[i].arrange(board);
            board.choose(board.rows().front().get());
            for (const auto& row : board.rows())
                if (row->active())
                    board.choose(row.get());
            const auto* row = board.chosen();
            REQUIRE(row != nullptr);
            constexpr int kLabel = 15; // characters, the width of a picture
            const auto name = row->fault().code() == ""
                                  ? row->step().headline().in(Language::Japanese).left(kLabel)
                                  : row->fault().code();
            sheet.add(name, desk.settle());
            desk.read(name + tongue.suffix);
            desk.fits(name + tongue.suffix, "advice");
        }
        CHECK(sheet.save(QDir{MADO_LOOKS_DIR}.filePath("next-steps-contact-sheet" + tongue.suffix + ".png")));
    }
}

} // namespace
} // namespace madoguchi
