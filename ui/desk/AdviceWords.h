// SPDX-License-Identifier: Apache-2.0
// What the next-step table says about one patient now, in the words of the staff's window: what happened, the
// sentence to say, what to do in order, and what to claim under.
#pragma once

#include "bus/PaneMessages.h"
#include "eligibility/NextStep.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace madoguchi {

class AdviceWords : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of PaneModel")
    Q_PROPERTY(Tone tone READ tone NOTIFY changed)
    Q_PROPERTY(bool tellsFault READ tellsFault NOTIFY changed)
    Q_PROPERTY(bool wantsNumber READ wantsNumber NOTIFY changed) ///< its button: query by number
    Q_PROPERTY(bool wantsLook READ wantsLook NOTIFY changed)     ///< its button: confirm by eye
    Q_PROPERTY(QString code READ code NOTIFY changed)            ///< for support; empty without a fault
    Q_PROPERTY(QString headlineJa READ headlineJa NOTIFY changed)
    Q_PROPERTY(QString headlineEn READ headlineEn NOTIFY changed)
    Q_PROPERTY(QString sayJa READ sayJa NOTIFY changed)
    Q_PROPERTY(QString sayEn READ sayEn NOTIFY changed)
    Q_PROPERTY(QString claimJa READ claimJa NOTIFY changed)
    Q_PROPERTY(QString claimEn READ claimEn NOTIFY changed)
    Q_PROPERTY(QStringList stepsJa READ stepsJa NOTIFY changed)
    Q_PROPERTY(QStringList stepsEn READ stepsEn NOTIFY changed)

public:
    enum Tone { Fine, Attention, Plain };
    Q_ENUM(Tone)

    explicit AdviceWords(QObject* parent = nullptr) : QObject{parent} {}

    void show(const PaneView& view);

    [[nodiscard]] Tone tone() const { return tone_; }
    [[nodiscard]] bool tellsFault() const { return tellsFault_; }
    [[nodiscard]] bool wantsNumber() const { return row_.action == NextAction::TypeInsuredNumber; }
    [[nodiscard]] bool wantsLook() const { return row_.action == NextAction::LookAtFace; }
    [[nodiscard]] QString code() const { return code_; }
    [[nodiscard]] QString headlineJa() const { return headline(&Text::ja); }
    [[nodiscard]] QString headlineEn() const { return headline(&Text::en); }
    [[nodiscard]] QString sayJa() const;
    [[nodiscard]] QString sayEn() const;
    [[nodiscard]] QString claimJa() const;
    [[nodiscard]] QString claimEn() const;
    [[nodiscard]] QStringList stepsJa() const { return steps(&Text::ja); }
    [[nodiscard]] QStringList stepsEn() const { return steps(&Text::en); }

signals:
    void changed();

private:
    [[nodiscard]] QString headline(std::string_view Text::*language) const;
    [[nodiscard]] QStringList steps(std::string_view Text::*language) const;

    NextStep row_{nextStep(Situation::Going)};
    std::optional<CivilDate> date_; ///< of which the headline speaks
    QString code_;
    Tone tone_{Plain};
    bool tellsFault_{false};
};

} // namespace madoguchi
