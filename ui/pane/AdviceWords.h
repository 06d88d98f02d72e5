// SPDX-License-Identifier: Apache-2.0
// What the next-step table says about one patient now, in the words of the staff's window: what happened, the
// sentence to say, what to do in order, and what to claim under.
#pragma once

#include "formats/record/PaneMessages.h"
#include "ui/staff/StepWords.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace madoguchi {

class AdviceWords : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("part of PaneModel")
    Q_PROPERTY(Tone tone READ tone NOTIFY changed)
    Q_PROPERTY(bool tellsFault READ tellsFault NOTIFY changed)
    Q_PROPERTY(madoguchi::StepWords step READ step NOTIFY changed)
    Q_PROPERTY(madoguchi::FaultWords fault READ fault NOTIFY changed)

public:
    enum Tone { Fine, Attention, Plain };
    Q_ENUM(Tone)

    explicit AdviceWords(QObject* parent = nullptr) : QObject{parent} {}

    void show(const PaneView& view);

    [[nodiscard]] Tone tone() const { return tone_; }
    [[nodiscard]] bool tellsFault() const { return tellsFault_; }
    [[nodiscard]] StepWords step() const { return step_; }
    [[nodiscard]] FaultWords fault() const { return fault_; }

signals:
    void changed();

private:
    StepWords step_;
    FaultWords fault_;
    Tone tone_{Plain};
    bool tellsFault_{false};
};

} // namespace madoguchi
