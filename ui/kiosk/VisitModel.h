// SPDX-License-Identifier: Apache-2.0
// One visit as its screen sees it: core's Screen as properties, the patient's answers as calls. Starts as an
// idle screen. Of two taps on the same question only the first is sent.
#pragma once

#include "domain/record/Screen.h"
#include "ui/bridge/Wording.h"
#include "ui/kiosk/PinEntry.h"
#include "ui/kiosk/ScreenPort.h"

#include <QList>
#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace madoguchi {

class VisitModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program that has the channel")
    Q_PROPERTY(int stage READ stage NOTIFY stageChanged)
    Q_PROPERTY(QList<int> methods READ methods NOTIFY offersChanged)
    Q_PROPERTY(bool faceOffered READ faceOffered NOTIFY offersChanged)
    Q_PROPERTY(bool pinOffered READ pinOffered NOTIFY offersChanged)
    Q_PROPERTY(bool staffOffered READ staffOffered NOTIFY offersChanged)
    Q_PROPERTY(QList<int> consentItems READ consentItems NOTIFY offersChanged)
    Q_PROPERTY(int language READ language NOTIFY changed) ///< of Languages
    Q_PROPERTY(bool practice READ practice NOTIFY changed)
    Q_PROPERTY(bool lineUp READ lineUp NOTIFY changed)
    Q_PROPERTY(bool withoutCard READ withoutCard NOTIFY changed)
    Q_PROPERTY(bool cancellable READ cancellable NOTIFY changed)
    Q_PROPERTY(bool staffCalled READ staffCalled NOTIFY changed)
    Q_PROPERTY(bool answered READ answered NOTIFY changed)
    Q_PROPERTY(madoguchi::PinEntry* pin READ pin CONSTANT)
    Q_PROPERTY(int pinTriesLeft READ pinTriesLeft NOTIFY changed) ///< -1: the card has not said yet
    Q_PROPERTY(bool confirmLastTry READ confirmLastTry NOTIFY changed)
    Q_PROPERTY(int guidance READ guidance NOTIFY changed) ///< -1: none yet
    Q_PROPERTY(int faceMisses READ faceMisses NOTIFY changed)
    Q_PROPERTY(int outcome READ outcome NOTIFY changed)
    Q_PROPERTY(QString maskedName READ maskedName NOTIFY changed)
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY changed) ///< 0: no limit shown
    Q_PROPERTY(bool certificateEndsSoon READ certificateEndsSoon NOTIFY changed)
    Q_PROPERTY(madoguchi::Wording certificateEnd READ certificateEnd NOTIFY changed)
    Q_PROPERTY(bool hasFault READ hasFault NOTIFY changed)
    Q_PROPERTY(madoguchi::FaultWords fault READ fault NOTIFY changed)

public:
    /// `port` must outlive the model.
    explicit VisitModel(ScreenPort& port, QObject* parent = nullptr);

    /// What to show from now on.
    void show(Screen screen);

    [[nodiscard]] int stage() const { return static_cast<int>(screen_.stage); }
    [[nodiscard]] QList<int> methods() const;
    [[nodiscard]] bool faceOffered() const { return offers(Method::Face); }
    [[nodiscard]] bool pinOffered() const { return offers(Method::Pin); }
    [[nodiscard]] bool staffOffered() const { return offers(Method::StaffEye); }
    [[nodiscard]] QList<int> consentItems() const;
    [[nodiscard]] int language() const { return static_cast<int>(screen_.language); }
    [[nodiscard]] bool practice() const { return screen_.practice; }
    [[nodiscard]] bool lineUp() const { return screen_.lineUp; }
    [[nodiscard]] bool withoutCard() const { return withoutCard_; }
    [[nodiscard]] bool cancellable() const;
    [[nodiscard]] bool staffCalled() const { return staffCalled_; }
    [[nodiscard]] bool answered() const { return answered_; }
    [[nodiscard]] PinEntry* pin() { return &pin_; }
    [[nodiscard]] int pinTriesLeft() const { return screen_.pinTriesLeft.value_or(-1); }
    [[nodiscard]] bool confirmLastTry() const { return screen_.confirmLastTry; }
    [[nodiscard]] int guidance() const;
    [[nodiscard]] int faceMisses() const { return screen_.faceMisses; }
    [[nodiscard]] int outcome() const { return static_cast<int>(screen_.outcome); }
    [[nodiscard]] QString maskedName() const { return QString::fromStdString(screen_.maskedName); }
    [[nodiscard]] int secondsLeft() const { return screen_.stepSecondsLeft; }
    [[nodiscard]] bool certificateEndsSoon() const { return screen_.certificateEndsSoon; }
    [[nodiscard]] Wording certificateEnd() const;
    [[nodiscard]] bool hasFault() const { return screen_.fault.has_value(); }
    [[nodiscard]] FaultWords fault() const { return FaultWords{screen_.fault}; }

    Q_INVOKABLE void chooseMethod(int method);
    Q_INVOKABLE void useLastTry();
    Q_INVOKABLE void submitPin();
    /// The items answered with yes; the others offered are a no.
    Q_INVOKABLE void giveConsents(const QList<int>& yes);
    Q_INVOKABLE void answerFirstUse(bool registerCard);
    Q_INVOKABLE void chooseLanguage(int language); ///< of Languages
    Q_INVOKABLE void wantMoreTime();
    Q_INVOKABLE void callStaff();
    Q_INVOKABLE void haveNoCard();
    Q_INVOKABLE void cancel();

signals:
    void changed();
    void stageChanged();
    void offersChanged();

private:
    [[nodiscard]] bool offers(Method method) const;
    [[nodiscard]] bool asksAnew(const Screen& screen) const;
    void answer(const PatientInput& input);

    ScreenPort& port_;
    Screen screen_{};
    PinEntry pin_;
    bool answered_{false}; ///< the question on the screen has been answered; further taps are echoes
    bool staffCalled_{false};
    bool withoutCard_{false};
    bool moreTimeWanted_{false}; ///< asked for since the count last moved
};

} // namespace madoguchi
