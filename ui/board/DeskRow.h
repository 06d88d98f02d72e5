// SPDX-License-Identifier: Apache-2.0
// One visit as a row of the board: what happened and, from the next-step table, what to say and do about it.
// It stays the same object while the visit goes on, so that a screen redraws what changed and nothing else.
#pragma once

#include "formats/status/BoardMessages.h"
#include "ui/staff/StepWords.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace madoguchi {

class DeskRow : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the board")
    Q_PROPERTY(int stage READ stage NOTIFY changed)
    Q_PROPERTY(Need need READ need NOTIFY changed)
    Q_PROPERTY(Who who READ who NOTIFY changed)
    Q_PROPERTY(bool active READ active NOTIFY changed)
    Q_PROPERTY(bool received READ received NOTIFY changed)
    Q_PROPERTY(int method READ method NOTIFY changed) ///< -1: not proven yet
    Q_PROPERTY(
        int reservation READ reservation NOTIFY changed) ///< Reservation; -1: not booked, or not known yet
    Q_PROPERTY(int minutes READ minutes NOTIFY changed)  ///< since its last change
    Q_PROPERTY(QString terminal READ terminal NOTIFY changed)
    Q_PROPERTY(madoguchi::StepWords step READ step NOTIFY changed)
    Q_PROPERTY(madoguchi::FaultWords fault READ fault NOTIFY changed)

public:
    /// How much a row wants somebody; the board shows the highest first.
    enum Need { Done, Going, Calling };
    Q_ENUM(Need)

    /// Who can do something about it.
    enum Who { Patient, Staff, Administrator, Municipality };
    Q_ENUM(Who)

    /// What the board knows of a visit.
    struct Facts {
        BoardRow row;
        int source{0};          ///< which terminal's board it stands on
        std::string terminal{}; ///< its name; empty when there is only one
        bool called{false};     ///< the patient has asked for staff, and nobody has opened the row
    };

    /// `now`: CLOCK_BOOTTIME.
    DeskRow(Facts facts, std::chrono::milliseconds now, QObject* parent = nullptr);

    /// What is known now; says `changed` when somebody would see a difference.
    void take(const DeskRow& newer);

    [[nodiscard]] const std::string& tag() const { return facts_.row.tag; }
    [[nodiscard]] int source() const { return facts_.source; }
    [[nodiscard]] bool sameVisit(const DeskRow& other) const
    {
        return tag() == other.tag() && source() == other.source();
    }
    [[nodiscard]] int stage() const { return static_cast<int>(status().stage); }
    [[nodiscard]] Need need() const { return need_; }
    [[nodiscard]] Who who() const;
    [[nodiscard]] bool active() const { return facts_.row.ended.count() == 0; }
    [[nodiscard]] bool received() const { return status().outcome == Outcome::Received; }
    [[nodiscard]] bool called() const { return facts_.called && active(); }
    [[nodiscard]] bool cardLeft() const { return active() && status().stage == Stage::CardLeftBehind; }
    [[nodiscard]] int method() const;
    [[nodiscard]] int reservation() const;
    [[nodiscard]] int minutes() const { return minutes_; }
    [[nodiscard]] QString terminal() const { return QString::fromStdString(facts_.terminal); }
    [[nodiscard]] StepWords step() const { return step_; }
    [[nodiscard]] FaultWords fault() const { return FaultWords{status().fault}; }

    /// When it last changed, CLOCK_BOOTTIME.
    [[nodiscard]] std::chrono::milliseconds changedAt() const;

signals:
    void changed();

private:
    [[nodiscard]] const VisitStatus& status() const { return facts_.row.status; }
    [[nodiscard]] Need needAt(std::chrono::milliseconds now) const;

    Facts facts_;
    StepWords step_;
    int minutes_;
    Need need_;
};

} // namespace madoguchi
