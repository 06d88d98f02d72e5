// SPDX-License-Identifier: Apache-2.0
// The staff's board by keys alone, through the real window: sign-in, rows, number entry, lock, language.
#include <catch2/catch.hpp>

#include "ui/board/BoardModel.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>

namespace madoguchi {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;

constexpr milliseconds kNow{minutes{60}};

struct Supervisor : BoardPort {
    void send(const DeskMessage& message) override
    {
        if (!std::holds_alternative<StillHere>(message))
            messages.push_back(message);
    }
    /// The last message, which has to be of this kind.
    template<typename Message>
    Message last() const
    {
        REQUIRE_FALSE(messages.empty());
        REQUIRE(std::holds_alternative<Message>(messages.back()));
        return std::get<Message>(messages.back());
    }
    std::vector<DeskMessage> messages;
};

class KeyedDesk {
public:
    /// `chosen`: which row is, before the window opens.
    explicit KeyedDesk(BoardSnapshot snapshot, int chosen = 0)
    {
        show(std::move(snapshot));
        for (int i = 0; i < chosen; ++i)
            board.chooseNext();
        view.engine()->addImportPath(":/qt/qml");
        view.setInitialProperties({{"board", QVariant::fromValue(&board)}});
        view.resize(1366, 768);
        view.setSource(QUrl{"qrc:/qt/qml/Madoguchi/Board/Board.qml"});
        REQUIRE(view.status() == QQuickView::Ready);
        view.show();
        view.requestActivate();
        draw();
    }

    void show(BoardSnapshot snapshot)
    {
        snapshot.terminal = "uketsuke-1";
        board.show(std::move(snapshot), kNow);
        draw();
    }
    /// A list takes its rows in when a frame is drawn.
    void draw()
    {
        QCoreApplication::processEvents();
        if (view.isVisible())
            static_cast<void>(view.grabWindow());
    }
    void press(std::initializer_list<int> keys)
    {
        for (const auto key : keys) {
            const auto text = key < 0x100 ? QString{QChar{key}}.toLower() : QString{};
            QKeyEvent down{QEvent::KeyPress, key, Qt::NoModifier, text};
            QCoreApplication::sendEvent(&view, &down);
            QKeyEvent up{QEvent::KeyRelease, key, Qt::NoModifier, text};
            QCoreApplication::sendEvent(&view, &up);
        }
        draw();
    }

    Supervisor supervisor;
    BoardModel board{{&supervisor}, [](int) { return TextId::None; }};
    QQuickView view;
};

BoardSnapshot signedIn(std::vector<BoardRow> rows)
{
    using enum DeskOperation;
    return {.inService = true,
            .rows = std::move(rows),
            .session = {.state = SessionState::Open,
                        .staff = "tanaka",
                        .role = StaffRole::Reception,
                        .pinSet = true,
                        .may = {SeeBoard, OpenPane, EndVisit}}};
}

BoardRow rowAt(const char* tag, Stage stage, milliseconds ended = {})
{
    return {.tag = tag, .status = {.stage = stage}, .begun = kNow - minutes{5}, .ended = ended};
}

TEST_CASE("aSignInIsTypedFromFieldToField")
{
    KeyedDesk desk{{}};

    desk.press({Qt::Key_T, Qt::Key_A, Qt::Key_Return, Qt::Key_P, Qt::Key_W, Qt::Key_Return, Qt::Key_1,
                Qt::Key_2, Qt::Key_Return});

    const auto said = desk.supervisor.last<SignIn>();
    CHECK(said.name == "ta");
    CHECK(said.password == "pw");
    CHECK(said.code == "12");
}

TEST_CASE("aLockedDeskTakesAPinAndEscapeGivesItAway")
{
    auto locked = signedIn({});
    locked.session.state = SessionState::Locked;
    locked.session.may.clear();
    KeyedDesk desk{locked};

    desk.press({Qt::Key_2, Qt::Key_5, Qt::Key_8, Qt::Key_0, Qt::Key_Return});
    CHECK(desk.supervisor.last<Unlock>().pin == "2580");
    desk.press({Qt::Key_Escape});
    desk.supervisor.last<SignOut>();
}

TEST_CASE("rowsAreChosenByArrowsAndOpenedByEnter")
{
    KeyedDesk desk{signedIn(
        {rowAt("a0000001", Stage::EnteringPin), rowAt("b0000002", Stage::Finished, kNow - minutes{3})})};
    REQUIRE(desk.board.chosenIndex() == 0);

    desk.press({Qt::Key_Down});
    CHECK(desk.board.chosenIndex() == 1);
    desk.press({Qt::Key_Up, Qt::Key_Return});

    CHECK(desk.supervisor.last<DeskOrder>().order == StaffOrder::OpenPane);
    CHECK(desk.supervisor.last<DeskOrder>().tag == "a0000001");
}

TEST_CASE("aNumberWithoutACardIsOneKeyAway")
{
    KeyedDesk desk{
        signedIn({rowAt("a0000001", Stage::Idle), rowAt("b0000002", Stage::Finished, kNow - minutes{3})})};

    desk.press({Qt::Key_F2});

    CHECK(desk.supervisor.last<DeskOrder>().order == StaffOrder::TypeNumber);
    CHECK(desk.supervisor.last<DeskOrder>().tag == "a0000001"); // the group that waits
}

TEST_CASE("whileSomebodyIsAtTheReaderNoNumberIsAskedFor")
{
    KeyedDesk desk{signedIn({rowAt("a0000001", Stage::EnteringPin)})};

    desk.press({Qt::Key_F2});

    CHECK(desk.supervisor.messages.empty());
}

TEST_CASE("theRowsOwnButtonAndItsEndHaveKeys")
{
    KeyedDesk desk{signedIn({rowAt("a0000001", Stage::WaitingForStaff)})};

    desk.press({Qt::Key_F5});
    CHECK(desk.supervisor.last<DeskOrder>().order == StaffOrder::OpenPane);
    desk.press({Qt::Key_F8});
    CHECK(desk.supervisor.messages.size() == 1); // asked first
    desk.press({Qt::Key_F8});
    CHECK(desk.supervisor.last<DeskOrder>().order == StaffOrder::EndVisit);
}

TEST_CASE("whoeverComesToTheTopIsSeenThere")
{
    std::vector<BoardRow> rows;
    for (int i = 0; i < 20; ++i)
        rows.push_back(
            rowAt(("c00000" + std::to_string(10 + i)).c_str(), Stage::Finished, kNow - minutes{20 + i}));
    KeyedDesk desk{signedIn(rows)};
    auto* list = desk.view.rootObject()->findChild<QQuickItem*>("rows");
    REQUIRE(list);
    const auto above = [list] {
        return list->property("contentY").toReal() - list->property("originY").toReal();
    };
    const auto comes = [&](const char* tag) {
        rows.insert(rows.begin(), rowAt(tag, Stage::WaitingForStaff));
        rows.front().since = kNow;
        desk.show(signedIn(rows));
        rows.front() = rowAt(tag, Stage::Finished, kNow - minutes{15});
    };

    comes("a0000001");
    CHECK(above() == 0);
    CHECK(desk.board.rows().front()->tag() == "a0000001");

    for (int i = 0; i < 15; ++i)
        desk.press({Qt::Key_Down});
    const auto lookedAt = above();
    CHECK(lookedAt > 0); // staff look at an older row: it is not taken away from them
    comes("b0000002");
    CHECK(above() > 0);
    for (int i = 0; i < 20; ++i)
        desk.press({Qt::Key_Up});
    CHECK(above() == 0);
    comes("d0000003");
    CHECK(above() == 0);
}

TEST_CASE("aBoardOpensAtItsTopWhateverIsChosen")
{
    std::vector<BoardRow> rows;
    for (int i = 0; i < 20; ++i)
        rows.push_back(
            rowAt(("c00000" + std::to_string(10 + i)).c_str(), Stage::Finished, kNow - minutes{20 + i}));

    KeyedDesk desk{signedIn(rows), 3}; // as after a lock

    const auto* list = desk.view.rootObject()->findChild<QQuickItem*>("rows");
    REQUIRE(list);
    CHECK(desk.board.chosenIndex() == 3);
    CHECK(list->property("atYBeginning").toBool());
}

TEST_CASE("theDeskIsLockedByAKey")
{
    KeyedDesk desk{signedIn({})};

    desk.press({Qt::Key_F12});

    desk.supervisor.last<LockDesk>();
}

TEST_CASE("anAdministratorReleasesAColleagueByKeys")
{
    auto administrator = signedIn({});
    administrator.session.role = StaffRole::Administrator;
    administrator.session.may = {DeskOperation::ReleaseStaff};
    KeyedDesk desk{administrator};

    desk.press({Qt::Key_I, Qt::Key_S, Qt::Key_Return});

    CHECK(desk.supervisor.last<ReleaseStaff>().name == "is");
    desk.press({Qt::Key_F2});
    CHECK(desk.supervisor.messages.size() == 1); // there is nothing of patients here, not even a key
}

} // namespace
} // namespace madoguchi
