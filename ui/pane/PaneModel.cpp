// SPDX-License-Identifier: Apache-2.0
#include "ui/pane/PaneModel.h"

#include "domain/eligibility/NameMatch.h"

#include <QRandomGenerator>

#include <algorithm>
#include <limits>
#include <utility>

namespace madoguchi {
PaneModel::PaneModel(PanePort& port, int thisYear, bool hasPrinter, QObject* parent)
    : QObject{parent}, port_{port}, thisYear_{thisYear}, hasPrinter_{hasPrinter}
{
    digits_.reserve(kSecurityNumberDigits);
    connect(&form_, &NumberForm::typed, this, &PaneModel::keepTime);
}

PaneModel::~PaneModel()
{
    forgetDigits();
}

void PaneModel::show(PaneView view)
{
    const bool newQuestion = view.status.stage != view_.status.stage ||
                             view.status.securityNumberWanted != view_.status.securityNumberWanted;
    const bool newPhoto = view.photo != view_.photo;
    const bool newRecord = view.record != view_.record;
    const bool newChart = view.chart.has_value() != view_.chart.has_value();
    view_ = std::move(view);
    if (newPhoto)
        photo_ = QImage::fromData(view_.photo.data(), static_cast<int>(view_.photo.size()), "PGM");
    if (newRecord)
        correcting_ = false;
    if (newRecord && ticket_ == 0)
        printing_ = NotPrinted;
    if (newRecord || newChart)
        nameAsked_ = false;
    if (const auto today = parseCivilDate(view_.today))
        form_.setToday(*today);
    releasePage();
    record_.show(view_);
    advice_.show(view_);
    if (newQuestion) {
        answered_ = false;
        sameFace_ = false;
        forgetDigits();
    }
    emit changed();
}

PaneModel::Page PaneModel::page() const
{
    if (eyeWanted())
        return EyePage;
    if (numberWanted())
        return CardNumberPage;
    if (withoutCard() && (!record_.good() || correcting_))
        return FormPage;
    return record_.there() ? RecordPage : NothingPage;
}

bool PaneModel::canLook() const
{
    const auto stage = view_.status.stage;
    return stage == Stage::ChoosingMethod || stage == Stage::LookingAtFace || stage == Stage::EnteringPin;
}

bool PaneModel::nobodyHere() const
{
    return view_.status.stage == Stage::Idle || view_.status.stage == Stage::OutOfService;
}

bool PaneModel::canAskAgain() const
{
    if (answered_)
        return false;
    const bool typed = view_.status.stage == Stage::Finished || view_.status.stage == Stage::WaitingForStaff;
    return withoutCard() ? typed && form_.complete() : view_.status.mayAskAgain;
}

/// A name that only its kana confirm, or nothing at all, is asked for before anything is taken over.
bool PaneModel::nameSettled() const
{
    return nameAsked_ || (record_.nameVerdict() >= 0 && record_.nameVerdict() <= int(NameVerdict::Masked));
}

void PaneModel::setNameAsked(bool asked)
{
    nameAsked_ = asked && record_.chartThere();
    emit changed();
}

/// While staff type, the step starts anew; the visit's own clock does not.
void PaneModel::keepTime()
{
    constexpr qint64 kOften = 15'000;
    if (sinceMoreTime_.isValid() && sinceMoreTime_.elapsed() < kOften)
        return;
    sinceMoreTime_.start();
    port_.send(MoreTimeWanted{});
}

void PaneModel::look()
{
    if (canLook())
        answer(StaffLooks{});
}

void PaneModel::begin()
{
    if (canBegin())
        answer(StaffBegan{});
}

void PaneModel::ask()
{
    if (!withoutCard() || asking() || !form_.complete())
        return;
    correcting_ = false;
    port_.send(NumberGiven{form_.query()});
}

void PaneModel::askAgain()
{
    if (!canAskAgain())
        return;
    if (withoutCard())
        return ask();
    answer(QueryWanted{});
}

void PaneModel::correct()
{
    correcting_ = withoutCard();
    emit changed();
}

void PaneModel::take(int field)
{
    const auto bit = field >= 0 && field < static_cast<int>(kChartFields) ? 1U << field : 0U;
    if (nameSettled() && (record_.changedFields() & bit) != 0)
        port_.order(ChartOrder{bit});
}

void PaneModel::takeAll()
{
    if (nameSettled() && record_.changedFields() != 0)
        port_.order(ChartOrder{record_.changedFields()});
}

void PaneModel::undo()
{
    if (record_.undoable())
        port_.order(ChartOrder{});
}

void PaneModel::link()
{
    if (nameSettled() && record_.chartThere() && !record_.otherPerson() && record_.reference().isEmpty())
        port_.order(LinkOrder{});
}

bool PaneModel::canPrint() const
{
    return hasPrinter_ && record_.person() && printing_ != OnItsWay;
}

void PaneModel::print(const QString& title, const QString& headline, const QStringList& labels,
                      const QStringList& values, const QString& foot, const QString& practice)
{
    if (!canPrint() || labels.size() != values.size())
        return;
    waiting_ = {title, headline, {}, foot, practice};
    for (qsizetype i = 0; i < labels.size(); ++i)
        waiting_.rows.append({labels[i], values[i]});
    ticket_ = QRandomGenerator::system()->bounded(1U, std::numeric_limits<quint32>::max());
    printing_ = OnItsWay;
    emit changed();
    port_.order(PageOrder{PageKind::QualificationSheet, ticket_});
}

/// No page without its line in the audit log.
void PaneModel::releasePage()
{
    if (ticket_ == 0 || view_.page.ticket != ticket_)
        return;
    ticket_ = 0;
    const auto sheet = std::exchange(waiting_, {});
    if (view_.page.kept)
        port_.print(sheet);
    else
        printing_ = NotOnRecord;
}

void PaneModel::printed(bool taken)
{
    printing_ = taken ? Printed : PrintFailed;
    emit changed();
}

void PaneModel::setSameFace(bool same)
{
    sameFace_ = same && eyeWanted();
    emit changed();
}

void PaneModel::attest()
{
    if (eyeWanted() && sameFace_)
        answer(StaffAttested{});
}

void PaneModel::refuse()
{
    if (eyeWanted())
        answer(StaffRefused{});
}

void PaneModel::press(int digit)
{
    if (!numberWanted() || answered_ || digit < 0 || digit > 9 || digits_.size() == kSecurityNumberDigits)
        return;
    digits_.push_back(static_cast<char>('0' + digit));
    emit changed();
}

void PaneModel::takeBack()
{
    if (!digits_.empty())
        digits_.pop_back();
    emit changed();
}

void PaneModel::clear()
{
    forgetDigits();
    emit changed();
}

void PaneModel::giveNumber()
{
    if (!numberWanted() || check() != Plausible)
        return;
    answer(SecurityNumberGiven{digits_});
    clear();
}

void PaneModel::answer(const StaffInput& input)
{
    if (answered_)
        return;
    answered_ = true;
    port_.send(input);
    emit changed();
}

void PaneModel::forgetDigits()
{
    std::ranges::fill(digits_, '0');
    digits_.clear();
}

QString PaneModel::digits() const
{
    auto text = QString::fromStdString(digits_);
    for (const int gap : {10, 6}) // birth, expiry, code
        if (text.size() > gap)
            text.insert(gap, ' ');
    return text;
}

PaneModel::Check PaneModel::check() const
{
    return static_cast<Check>(checkSecurityNumber(digits_, thisYear_));
}

} // namespace madoguchi
