// SPDX-License-Identifier: Apache-2.0
// A row of the next-step table as QML reads it, for the board and for the pane: what happened, the sentence
// to say, what to do in order, its one button, and what to claim under.
#pragma once

#include "domain/advice/NextStep.h"
#include "ui/bridge/Wording.h"

#include <QList>

namespace madoguchi {

class StepWords {
    Q_GADGET
    QML_VALUE_TYPE(stepWords)
    Q_PROPERTY(madoguchi::Wording headline READ headline CONSTANT)
    Q_PROPERTY(madoguchi::Wording say READ say CONSTANT) ///< to the patient
    Q_PROPERTY(madoguchi::Wording claim READ claim CONSTANT)
    Q_PROPERTY(madoguchi::Wording action READ action CONSTANT) ///< on its one button
    Q_PROPERTY(bool hasAction READ hasAction CONSTANT)
    Q_PROPERTY(bool wantsNumber READ wantsNumber CONSTANT)          ///< its button: query by number
    Q_PROPERTY(bool wantsLook READ wantsLook CONSTANT)              ///< its button: confirm by eye
    Q_PROPERTY(QList<madoguchi::Wording> steps READ steps CONSTANT) ///< in this order

public:
    StepWords() = default;
    /// `date`: of which the headline speaks, where it has a place for one.
    explicit StepWords(const NextStep& row, std::optional<CivilDate> date = {}) : row_{row}, date_{date} {}

    [[nodiscard]] NextAction nextAction() const { return row_.action; }
    [[nodiscard]] Wording headline() const
    {
        return Wording{
            [this](Language language) { return QString::fromStdString(headlineOn(row_, language, date_)); }};
    }
    [[nodiscard]] Wording say() const { return Wording{row_.say}; }
    [[nodiscard]] Wording claim() const { return Wording{row_.claim}; }
    [[nodiscard]] Wording action() const { return Wording{label(row_.action)}; }
    [[nodiscard]] bool hasAction() const { return row_.action != NextAction::None; }
    [[nodiscard]] bool wantsNumber() const { return row_.action == NextAction::TypeInsuredNumber; }
    [[nodiscard]] bool wantsLook() const { return row_.action == NextAction::LookAtFace; }
    [[nodiscard]] QList<Wording> steps() const
    {
        QList<Wording> list;
        for (const auto step : row_.steps())
            list.push_back(Wording{step});
        return list;
    }

private:
    NextStep row_{madoguchi::nextStep(Situation::Going)};
    std::optional<CivilDate> date_;
};

} // namespace madoguchi
