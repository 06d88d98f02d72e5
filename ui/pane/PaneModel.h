// SPDX-License-Identifier: Apache-2.0
// One patient as staff see them in the pane, and what staff do: look and attest, type 照合番号B from the card
// or the numbers of a paper, take an answer over into the chart. Each question is answered once.
#pragma once

#include "formats/record/PaneMessages.h"
#include "ui/pane/NumberCheck.h"
#include "ui/pane/PanePort.h"

#include "ui/pane/AdviceWords.h"
#include "ui/pane/NumberForm.h"
#include "ui/pane/RecordWords.h"

#include <QElapsedTimer>
#include <QImage>
#include <QObject>
#include <QString>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

namespace madoguchi {

class PaneModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program that has the line to the visit")
    Q_PROPERTY(int stage READ stage NOTIFY changed)
    Q_PROPERTY(bool turnedAway READ turnedAway NOTIFY changed) ///< over, and not received
    Q_PROPERTY(QString maskedName READ maskedName NOTIFY changed)
    Q_PROPERTY(bool practice READ practice NOTIFY changed)
    Q_PROPERTY(bool eyeWanted READ eyeWanted NOTIFY changed)
    Q_PROPERTY(bool numberWanted READ numberWanted NOTIFY changed)
    Q_PROPERTY(bool answered READ answered NOTIFY changed)
    Q_PROPERTY(bool sameFace READ sameFace WRITE setSameFace NOTIFY changed) ///< the first of the two taps
    Q_PROPERTY(QString digits READ digits NOTIFY changed)                    ///< grouped as on the card
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(Check check READ check NOTIFY changed)
    Q_PROPERTY(Page page READ page NOTIFY changed)
    Q_PROPERTY(bool canLook READ canLook NOTIFY changed)   ///< staff may confirm this patient by eye instead
    Q_PROPERTY(bool canBegin READ canBegin NOTIFY changed) ///< staff may type a number now
    Q_PROPERTY(bool nobodyHere READ nobodyHere NOTIFY changed)
    Q_PROPERTY(bool canAskAgain READ canAskAgain NOTIFY changed) ///< 再照会 by one tap
    Q_PROPERTY(bool canPrint READ canPrint NOTIFY changed)
    Q_PROPERTY(bool hasPrinter READ hasPrinter CONSTANT) ///< the settings name one
    Q_PROPERTY(Printing printing READ printing NOTIFY changed)
    Q_PROPERTY(madoguchi::FaultWords notOnRecord READ notOnRecord CONSTANT) ///< why a page was not printed
    Q_PROPERTY(bool nameSettled READ nameSettled NOTIFY changed) ///< the names agree, or staff have asked
    Q_PROPERTY(bool nameAsked READ nameAsked WRITE setNameAsked NOTIFY changed)
    Q_PROPERTY(bool asking READ asking NOTIFY changed)
    Q_PROPERTY(bool withoutCard READ withoutCard NOTIFY changed)
    Q_PROPERTY(bool linkable READ linkable NOTIFY changed) ///< 照会番号 is offered here
    Q_PROPERTY(bool charts READ charts NOTIFY changed)
    Q_PROPERTY(QVariant photo READ photo NOTIFY changed) ///< from the chip; null when there is none
    Q_PROPERTY(bool hasPhoto READ hasPhoto NOTIFY changed)
    Q_PROPERTY(madoguchi::NumberForm* form READ form CONSTANT)
    Q_PROPERTY(madoguchi::RecordWords* record READ record CONSTANT)
    Q_PROPERTY(madoguchi::AdviceWords* advice READ advice CONSTANT)
    Q_PROPERTY(bool hasFault READ hasFault NOTIFY changed)
    Q_PROPERTY(madoguchi::FaultWords fault READ fault NOTIFY changed)

public:
    enum Check {
        TooShort = int(NumberCheck::TooShort),
        BirthImpossible = int(NumberCheck::BirthImpossible),
        ExpiryImpossible = int(NumberCheck::ExpiryImpossible),
        Plausible = int(NumberCheck::Plausible)
    };
    Q_ENUM(Check)

    enum Printing { NotPrinted, OnItsWay, Printed, PrintFailed, NotOnRecord };
    Q_ENUM(Printing)

    enum Page { NothingPage, EyePage, CardNumberPage, FormPage, RecordPage };
    Q_ENUM(Page)

    /// `port` must outlive the model. `thisYear`: against which an expiry is plausible.
    /// `hasPrinter`: the settings name one.
    PaneModel(PanePort& port, int thisYear, bool hasPrinter = false, QObject* parent = nullptr);
    ~PaneModel() override;

    void show(PaneView view);

    [[nodiscard]] int stage() const { return static_cast<int>(view_.status.stage); }
    [[nodiscard]] bool turnedAway() const
    {
        return view_.status.stage == Stage::Finished && view_.status.outcome != Outcome::Received;
    }
    [[nodiscard]] QString maskedName() const { return QString::fromStdString(view_.maskedName); }
    [[nodiscard]] bool practice() const { return view_.practice; }
    [[nodiscard]] bool eyeWanted() const
    {
        return view_.status.stage == Stage::WaitingForStaff && !view_.status.withoutCard;
    }
    [[nodiscard]] Page page() const;
    [[nodiscard]] bool canLook() const;
    [[nodiscard]] bool canBegin() const { return view_.status.mayBegin; }
    [[nodiscard]] bool nobodyHere() const;
    [[nodiscard]] bool canAskAgain() const;
    [[nodiscard]] bool hasPrinter() const { return hasPrinter_; }
    [[nodiscard]] bool canPrint() const;
    [[nodiscard]] Printing printing() const { return printing_; }
    [[nodiscard]] static FaultWords notOnRecord() { return FaultWords{FaultCode::RecordNotKept}; }
    /// The spooler has the page, or has not.
    void printed(bool taken);
    [[nodiscard]] bool nameSettled() const;
    [[nodiscard]] bool nameAsked() const { return nameAsked_; }
    void setNameAsked(bool asked);
    [[nodiscard]] bool asking() const { return view_.status.stage == Stage::AskingCentral; }
    [[nodiscard]] bool withoutCard() const { return view_.status.withoutCard; }
    [[nodiscard]] bool linkable() const { return view_.linkable; }
    [[nodiscard]] bool charts() const { return view_.charts; }
    [[nodiscard]] QVariant photo() const { return photo_; }
    [[nodiscard]] bool hasPhoto() const { return !photo_.isNull(); }
    [[nodiscard]] NumberForm* form() { return &form_; }
    [[nodiscard]] RecordWords* record() { return &record_; }
    [[nodiscard]] AdviceWords* advice() { return &advice_; }
    [[nodiscard]] bool numberWanted() const { return view_.status.securityNumberWanted; }
    [[nodiscard]] bool answered() const { return answered_; }
    [[nodiscard]] bool sameFace() const { return sameFace_; }
    void setSameFace(bool same);
    [[nodiscard]] QString digits() const;
    [[nodiscard]] int count() const { return static_cast<int>(digits_.size()); }
    [[nodiscard]] Check check() const;
    [[nodiscard]] bool hasFault() const { return view_.status.fault.has_value(); }
    [[nodiscard]] FaultWords fault() const { return FaultWords{view_.status.fault}; }

    /// 「本人です」. Nothing without the first tap (sameFace).
    Q_INVOKABLE void attest();
    /// 「ちがう・わからない」.
    Q_INVOKABLE void refuse();

    Q_INVOKABLE void press(int digit);
    Q_INVOKABLE void takeBack();
    Q_INVOKABLE void clear();
    /// Sends the number when it is plausible; it is no longer here afterwards.
    Q_INVOKABLE void giveNumber();

    /// One tap: this one patient is confirmed by eye.
    Q_INVOKABLE void look();
    /// Somebody without a card stands at the desk, or the card did not help.
    Q_INVOKABLE void begin();
    /// Puts the typed question.
    Q_INVOKABLE void ask();
    /// 再照会: the typed question once more, or the card's.
    Q_INVOKABLE void askAgain();
    /// Back to the typed fields.
    Q_INVOKABLE void correct();
    /// Takes one field of the answer over into the chart, or all that differ.
    Q_INVOKABLE void take(int field);
    Q_INVOKABLE void takeAll();
    Q_INVOKABLE void undo();
    /// Registers the chart's number with the insurers (照会番号).
    Q_INVOKABLE void link();

    /// The answer on paper, once the audit log has the act. `labels` and `values` belong together.
    Q_INVOKABLE void print(const QString& title, const QString& headline, const QStringList& labels,
                           const QStringList& values, const QString& foot, const QString& practice);

signals:
    void changed();

private:
    void answer(const StaffInput& input);
    void forgetDigits();
    void keepTime();
    void releasePage();

    PanePort& port_;
    int thisYear_;
    bool hasPrinter_;
    Printing printing_{NotPrinted};
    PrintSheet waiting_;      ///< for its act to be on record
    std::uint32_t ticket_{0}; ///< of the page that waits; 0 = none does
    PaneView view_;
    SecurityNumber digits_;
    NumberForm form_;
    RecordWords record_;
    AdviceWords advice_;
    QImage photo_;
    QElapsedTimer sinceMoreTime_;
    bool correcting_{false};
    bool sameFace_{false};
    bool nameAsked_{false};
    bool answered_{false};
};

} // namespace madoguchi
