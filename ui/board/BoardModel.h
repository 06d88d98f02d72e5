// SPDX-License-Identifier: Apache-2.0
// The board as staff see it: the snapshots of one to three terminals in the order in which their visits want
// somebody, the row that is chosen, who is signed in, and what staff order. Knows no patient, and decides no
// right: what may be done is what the supervisor said.
#pragma once

#include "ui/board/BoardPort.h"
#include "ui/board/BookedToday.h"
#include "ui/board/RowList.h"
#include "ui/bridge/Wording.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <set>
#include <vector>

namespace madoguchi {

class BoardModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program that has the line to the supervisor")
    Q_PROPERTY(madoguchi::RowList* rows READ rowModel CONSTANT)       ///< of DeskRow, role "deskRow"
    Q_PROPERTY(madoguchi::DeskRow* chosen READ chosen NOTIFY changed) ///< null: no row
    Q_PROPERTY(int chosenIndex READ chosenIndex NOTIFY changed)
    Q_PROPERTY(madoguchi::BookedToday booked READ booked NOTIFY changed)
    Q_PROPERTY(bool connected READ connected NOTIFY changed) ///< to every terminal
    Q_PROPERTY(bool practice READ practice NOTIFY changed)
    // What the desk calls out, also while it is locked.
    Q_PROPERTY(bool helpCalled READ helpCalled NOTIFY changed)
    Q_PROPERTY(bool cardLeft READ cardLeft NOTIFY changed)
    Q_PROPERTY(QString callTerminal READ callTerminal NOTIFY changed) ///< where; empty when there is one only
    Q_PROPERTY(bool waiting READ waiting NOTIFY changed) ///< a terminal is ready and nobody is at it
    Q_PROPERTY(bool inService READ inService NOTIFY changed)
    Q_PROPERTY(bool auditFailing READ auditFailing NOTIFY changed)
    Q_PROPERTY(bool sealBroken READ sealBroken NOTIFY changed)
    Q_PROPERTY(QString terminal READ terminal NOTIFY changed)
    Q_PROPERTY(madoguchi::Wording findings READ findings NOTIFY changed) ///< one a line
    Q_PROPERTY(bool endAsked READ endAsked NOTIFY changed) ///< end() once more ends the chosen visit
    // Who sits here: of the first terminal that wants a sign-in, else of the first.
    Q_PROPERTY(Session session READ session NOTIFY changed)
    Q_PROPERTY(QString staff READ staff NOTIFY changed)
    Q_PROPERTY(int role READ role NOTIFY changed) ///< StaffRole; -1: nobody
    Q_PROPERTY(bool pinSet READ pinSet NOTIFY changed)
    Q_PROPERTY(int problem READ problem NOTIFY changed) ///< DeskProblem
    Q_PROPERTY(int waitSeconds READ waitSeconds NOTIFY changed)
    Q_PROPERTY(QString signInTerminal READ signInTerminal NOTIFY changed) ///< empty when there is one only
    Q_PROPERTY(bool mayOpen READ mayOpen NOTIFY changed)
    Q_PROPERTY(bool mayEnd READ mayEnd NOTIFY changed)
    Q_PROPERTY(bool mayRelease READ mayRelease NOTIFY changed)
    Q_PROPERTY(bool seesRows READ seesRows NOTIFY changed)

public:
    using FindingWords = std::function<TextId(int)>;
    static constexpr int kMostTerminals = 3;

    enum Session { SignedOut, Checking, Locked, Open };
    Q_ENUM(Session)
    enum Alarm { Help, CardLeft };
    Q_ENUM(Alarm)

    /// `ports` must outlive the model: one for each terminal. `words`: what a finding's number means.
    BoardModel(std::vector<BoardPort*> ports, FindingWords words, QObject* parent = nullptr);

    /// The terminal's board from now on. `now`: CLOCK_BOOTTIME.
    void show(BoardSnapshot board, std::chrono::milliseconds now, int source = 0);
    /// Time has passed: minutes and needs are reckoned anew, and bookings are those of `today`.
    void tick(std::chrono::milliseconds now, QDate today = QDate::currentDate());
    /// The supervisor is gone; what stood there is no longer known.
    void lose(int source = 0);

    [[nodiscard]] RowList* rowModel() { return &list_; }
    [[nodiscard]] const RowList::Rows& rows() const { return list_.rows(); }
    [[nodiscard]] DeskRow* chosen() const;
    [[nodiscard]] int chosenIndex() const;
    [[nodiscard]] BookedToday booked() const;
    [[nodiscard]] bool connected() const;
    [[nodiscard]] bool practice() const;
    [[nodiscard]] bool helpCalled() const { return anyCalls(BoardCall::Help); }
    [[nodiscard]] bool cardLeft() const { return anyCalls(BoardCall::CardLeft); }
    [[nodiscard]] QString callTerminal() const;
    [[nodiscard]] bool waiting() const;
    [[nodiscard]] bool inService() const;
    [[nodiscard]] bool auditFailing() const;
    [[nodiscard]] bool sealBroken() const;
    [[nodiscard]] QString terminal() const;
    /// One a line.
    [[nodiscard]] Wording findings() const
    {
        return Wording{[this](Language language) { return findingsIn(language); }};
    }
    [[nodiscard]] bool endAsked() const { return endAsked_; }
    [[nodiscard]] Session session() const { return static_cast<Session>(seat().session.state); }
    [[nodiscard]] QString staff() const { return QString::fromStdString(seat().session.staff); }
    [[nodiscard]] int role() const;
    [[nodiscard]] bool pinSet() const { return seat().session.pinSet; }
    [[nodiscard]] int problem() const { return static_cast<int>(seat().session.problem); }
    [[nodiscard]] int waitSeconds() const { return seat().session.waitSeconds; }
    [[nodiscard]] QString signInTerminal() const;
    [[nodiscard]] bool mayOpen() const { return may(DeskOperation::OpenPane); }
    [[nodiscard]] bool mayEnd() const { return may(DeskOperation::EndVisit); }
    [[nodiscard]] bool mayRelease() const { return may(DeskOperation::ReleaseStaff); }
    [[nodiscard]] bool seesRows() const { return may(DeskOperation::SeeBoard); }

    Q_INVOKABLE void signIn(const QString& name, const QString& password, const QString& code);
    Q_INVOKABLE void unlock(const QString& pin);
    Q_INVOKABLE void lock();
    Q_INVOKABLE void signOut();
    Q_INVOKABLE void release(const QString& name);
    /// A hand is at this desk: said to the terminals now and then.
    Q_INVOKABLE void touched();

    Q_INVOKABLE void choose(madoguchi::DeskRow* row);
    Q_INVOKABLE void chooseNext() { move(1); }
    Q_INVOKABLE void choosePrevious() { move(-1); }

    /// Opens the patient's window. A second press before the next tick is the same press.
    Q_INVOKABLE void open();
    /// First call: asks. Second call for the same row: ends the visit, once.
    Q_INVOKABLE void end();
    /// The chosen row's button.
    Q_INVOKABLE void act();
    /// Opens the window of a terminal that waits: where a number is typed. Of the chosen row's terminal, if
    /// it waits.
    Q_INVOKABLE void queryByNumber();

signals:
    void changed();
    /// Something that has to be heard: a call, once; a card left behind, again and again.
    void alarm(madoguchi::BoardModel::Alarm alarm);

private:
    struct Source {
        BoardPort* port;
        BoardSnapshot board{};
        bool connected{false};
    };
    using Visit = std::pair<int, std::string>; ///< of which terminal, and its tag

    [[nodiscard]] int seatIndex() const;
    [[nodiscard]] const BoardSnapshot& seat() const
    {
        return sources_[static_cast<std::size_t>(seatIndex())].board;
    }
    [[nodiscard]] bool may(DeskOperation operation) const;
    [[nodiscard]] RowList::Rows sortedRows() const;
    [[nodiscard]] QString findingsIn(Language language) const;
    [[nodiscard]] const BoardRow* idleVisit(int source) const;
    void tellSeat(const DeskMessage& message);
    void tellAll(const DeskMessage& message);
    void arrange();
    void sound();
    void move(int step);
    void openVisit(const Visit& visit, StaffOrder order = StaffOrder::OpenPane);
    [[nodiscard]] bool anyCalls(BoardCall call) const;

    std::vector<Source> sources_;
    FindingWords words_;
    std::chrono::milliseconds now_{}, toldTouched_{}, soundedCard_{};
    QDate today_{QDate::currentDate()};
    RowList list_;
    Visit chosen_{-1, {}};
    std::set<Visit> opening_, ending_;
    std::set<int> sounded_; ///< sources whose call for help has been heard
    bool endAsked_{false};
};

} // namespace madoguchi
