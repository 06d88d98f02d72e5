// SPDX-License-Identifier: Apache-2.0
// One patient as staff see them in the pane, and what staff answer: by eye, or by typing 照合番号B from the
// card. Each question is answered once.
#pragma once

#include "bus/PaneMessages.h"
#include "ui/desk/DeskPort.h"
#include "ui/desk/SecurityNumberCheck.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace madoguchi {

class PaneModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program that has the line to the visit")
    Q_PROPERTY(int stage READ stage NOTIFY changed)
    Q_PROPERTY(QString maskedName READ maskedName NOTIFY changed)
    Q_PROPERTY(bool practice READ practice NOTIFY changed)
    Q_PROPERTY(bool eyeWanted READ eyeWanted NOTIFY changed)
    Q_PROPERTY(bool numberWanted READ numberWanted NOTIFY changed)
    Q_PROPERTY(bool answered READ answered NOTIFY changed)
    Q_PROPERTY(bool sameFace READ sameFace WRITE setSameFace NOTIFY changed) ///< the first of the two taps
    Q_PROPERTY(QString digits READ digits NOTIFY changed)                    ///< grouped as on the card
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(Check check READ check NOTIFY changed)
    Q_PROPERTY(bool hasFault READ hasFault NOTIFY changed)
    Q_PROPERTY(QString code READ code NOTIFY changed)
    Q_PROPERTY(QString headlineJa READ headlineJa NOTIFY changed)
    Q_PROPERTY(QString headlineEn READ headlineEn NOTIFY changed)

public:
    enum Check {
        TooShort = int(NumberCheck::TooShort),
        BirthImpossible = int(NumberCheck::BirthImpossible),
        ExpiryImpossible = int(NumberCheck::ExpiryImpossible),
        Plausible = int(NumberCheck::Plausible)
    };
    Q_ENUM(Check)

    /// `port` must outlive the model. `thisYear`: against which an expiry is plausible.
    PaneModel(PanePort& port, int thisYear, QObject* parent = nullptr);
    ~PaneModel() override;

    void show(PaneView view);

    [[nodiscard]] int stage() const { return static_cast<int>(view_.status.stage); }
    [[nodiscard]] QString maskedName() const { return QString::fromStdString(view_.maskedName); }
    [[nodiscard]] bool practice() const { return view_.practice; }
    [[nodiscard]] bool eyeWanted() const { return view_.status.stage == Stage::WaitingForStaff; }
    [[nodiscard]] bool numberWanted() const { return view_.status.securityNumberWanted; }
    [[nodiscard]] bool answered() const { return answered_; }
    [[nodiscard]] bool sameFace() const { return sameFace_; }
    void setSameFace(bool same);
    [[nodiscard]] QString digits() const;
    [[nodiscard]] int count() const { return static_cast<int>(digits_.size()); }
    [[nodiscard]] Check check() const;
    [[nodiscard]] bool hasFault() const { return view_.status.fault.has_value(); }
    [[nodiscard]] QString code() const;
    [[nodiscard]] QString headlineJa() const;
    [[nodiscard]] QString headlineEn() const;

    /// 「本人です」. Nothing without the first tap (sameFace).
    Q_INVOKABLE void attest();
    /// 「ちがう・わからない」.
    Q_INVOKABLE void refuse();

    Q_INVOKABLE void press(int digit);
    Q_INVOKABLE void takeBack();
    Q_INVOKABLE void clear();
    /// Sends the number when it is plausible; it is no longer here afterwards.
    Q_INVOKABLE void giveNumber();

signals:
    void changed();

private:
    void answer(const StaffInput& input);
    void forgetDigits();

    PanePort& port_;
    int thisYear_;
    PaneView view_;
    SecurityNumber digits_;
    bool sameFace_{false};
    bool answered_{false};
};

} // namespace madoguchi
