// SPDX-License-Identifier: Apache-2.0
// The board as staff see it: the supervisor's snapshot in the order in which it wants somebody, the row that
// is chosen, and what staff order for it. Knows no patient.
#pragma once

#include "ui/desk/DeskPort.h"
#include "ui/desk/DeskRow.h"
#include "core/FaultTable.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <memory>
#include <set>
#include <vector>

namespace madoguchi {

class BoardModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program that has the line to the supervisor")
    Q_PROPERTY(QVariantList rows READ rowList NOTIFY changed)         ///< of DeskRow
    Q_PROPERTY(madoguchi::DeskRow* chosen READ chosen NOTIFY changed) ///< null: no row
    Q_PROPERTY(int chosenIndex READ chosenIndex NOTIFY changed)
    Q_PROPERTY(bool connected READ connected NOTIFY changed)
    Q_PROPERTY(bool practice READ practice NOTIFY changed)
    Q_PROPERTY(bool waiting READ waiting NOTIFY changed) ///< the terminal is ready and nobody is at it
    Q_PROPERTY(bool inService READ inService NOTIFY changed)
    Q_PROPERTY(bool auditFailing READ auditFailing NOTIFY changed)
    Q_PROPERTY(QString terminal READ terminal NOTIFY changed)
    Q_PROPERTY(QString findingsJa READ findingsJa NOTIFY changed)
    Q_PROPERTY(QString findingsEn READ findingsEn NOTIFY changed)
    Q_PROPERTY(bool endAsked READ endAsked NOTIFY changed) ///< end() once more ends the chosen visit

public:
    using FindingWords = std::function<Text(int)>;

    /// `port` must outlive the model. `words`: what a finding's number means.
    BoardModel(BoardPort& port, FindingWords words, QObject* parent = nullptr);

    /// The board from now on. `now`: CLOCK_BOOTTIME.
    void show(BoardSnapshot board, std::chrono::milliseconds now);
    /// Time has passed: minutes and needs are reckoned anew.
    void tick(std::chrono::milliseconds now);
    /// The supervisor is gone; what stood there is no longer known.
    void lose();

    [[nodiscard]] QList<DeskRow*> rows() const;
    [[nodiscard]] QVariantList rowList() const;
    [[nodiscard]] DeskRow* chosen() const;
    [[nodiscard]] int chosenIndex() const { return static_cast<int>(rows().indexOf(chosen())); }
    [[nodiscard]] bool connected() const { return connected_; }
    [[nodiscard]] bool practice() const { return board_.practice; }
    [[nodiscard]] bool waiting() const;
    [[nodiscard]] bool inService() const { return board_.inService; }
    [[nodiscard]] bool auditFailing() const { return board_.auditFailing; }
    [[nodiscard]] QString terminal() const { return QString::fromStdString(board_.terminal); }
    [[nodiscard]] QString findingsJa() const { return findings(&Text::ja); } ///< one a line
    [[nodiscard]] QString findingsEn() const { return findings(&Text::en); }
    [[nodiscard]] bool endAsked() const { return endAsked_; }

    Q_INVOKABLE void choose(madoguchi::DeskRow* row);
    Q_INVOKABLE void chooseNext() { move(1); }
    Q_INVOKABLE void choosePrevious() { move(-1); }

    /// Opens the patient's window. A second press before the next tick is the same press.
    Q_INVOKABLE void open();
    /// First call: asks. Second call for the same row: ends the visit, once.
    Q_INVOKABLE void end();

signals:
    void changed();

private:
    [[nodiscard]] std::vector<std::unique_ptr<DeskRow>> sortedRows() const;
    [[nodiscard]] QString findings(std::string_view Text::*language) const;
    void arrange();
    void move(int step);
    void give(StaffOrder order);
    void noteCalls();

    BoardPort& port_;
    FindingWords words_;
    BoardSnapshot board_;
    std::chrono::milliseconds now_{};
    std::vector<std::unique_ptr<DeskRow>> rows_, retired_;
    std::string chosen_;
    std::set<std::string> called_, opening_, ending_;
    bool connected_{false};
    bool endAsked_{false};
};

} // namespace madoguchi
