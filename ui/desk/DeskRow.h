// SPDX-License-Identifier: Apache-2.0
// One visit as a row of the board: what happened, and what staff should do about it.
#pragma once

#include "bus/BoardMessages.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace madoguchi {

class DeskRow : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the board")
    Q_PROPERTY(int stage READ stage CONSTANT)
    Q_PROPERTY(Need need READ need CONSTANT)
    Q_PROPERTY(Todo todo READ todo CONSTANT)
    Q_PROPERTY(bool active READ active CONSTANT)
    Q_PROPERTY(bool received READ received CONSTANT)
    Q_PROPERTY(int method READ method CONSTANT)   ///< -1: not proven yet
    Q_PROPERTY(int minutes READ minutes CONSTANT) ///< since its last change
    Q_PROPERTY(bool hasFault READ hasFault CONSTANT)
    Q_PROPERTY(QString code READ code CONSTANT)
    Q_PROPERTY(QString headlineJa READ headlineJa CONSTANT)
    Q_PROPERTY(QString headlineEn READ headlineEn CONSTANT)
    Q_PROPERTY(QString adviceJa READ adviceJa CONSTANT)
    Q_PROPERTY(QString adviceEn READ adviceEn CONSTANT)

public:
    /// How much a row wants somebody; the board shows the highest first.
    enum Need { Done, Going, Calling };
    Q_ENUM(Need)

    /// What staff should do. The words stand in the table of texts.
    enum Todo {
        Nothing,
        Look,
        TypeNumber,
        Help,
        TakeCard,
        Speak,
        CallAdministrator,
        SendToCity,
        SeeAnswer,
        FixName
    };
    Q_ENUM(Todo)

    /// `called`: the patient has asked for staff, and nobody has come yet. `now`: CLOCK_BOOTTIME.
    DeskRow(BoardRow row, bool called, std::chrono::milliseconds now, QObject* parent = nullptr);

    [[nodiscard]] const std::string& tag() const { return row_.tag; }
    [[nodiscard]] int stage() const { return static_cast<int>(row_.status.stage); }
    [[nodiscard]] Need need() const { return need_; }
    [[nodiscard]] Todo todo() const { return todo_; }
    [[nodiscard]] bool active() const { return row_.ended.count() == 0; }
    [[nodiscard]] bool received() const { return row_.status.outcome == Outcome::Received; }
    [[nodiscard]] int method() const;
    [[nodiscard]] int minutes() const { return minutes_; }
    [[nodiscard]] bool hasFault() const { return row_.status.fault.has_value(); }
    [[nodiscard]] QString code() const;
    [[nodiscard]] QString headlineJa() const;
    [[nodiscard]] QString headlineEn() const;
    [[nodiscard]] QString adviceJa() const;
    [[nodiscard]] QString adviceEn() const;

    /// Whether nobody would see a difference.
    [[nodiscard]] bool looksLike(const DeskRow& other) const
    {
        return row_ == other.row_ && minutes_ == other.minutes_ && todo_ == other.todo_ &&
               need_ == other.need_;
    }

    /// When it last changed, CLOCK_BOOTTIME.
    [[nodiscard]] std::chrono::milliseconds changed() const;

private:
    [[nodiscard]] Todo todoWhileActive(bool called) const;
    [[nodiscard]] Todo todoAfterwards() const;
    [[nodiscard]] Need needAt(std::chrono::milliseconds now) const;

    BoardRow row_;
    int minutes_;
    Todo todo_;
    Need need_;
};

} // namespace madoguchi
