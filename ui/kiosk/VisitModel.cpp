// SPDX-License-Identifier: Apache-2.0
#include "ui/kiosk/VisitModel.h"

#include <QDate>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace madoguchi {
namespace {

template<typename Enum>
QList<int> numbers(const std::vector<Enum>& values)
{
    QList<int> list;
    std::transform(values.begin(), values.end(), std::back_inserter(list),
                   [](Enum value) { return static_cast<int>(value); });
    return list;
}

QDate dateOf(const Screen& screen)
{
    return QDate::fromString(QString::fromStdString(screen.certificateEnd), Qt::ISODate);
}

} // namespace

VisitModel::VisitModel(ScreenPort& port, QObject* parent) : QObject{parent}, port_{port} {}

void VisitModel::show(Screen screen)
{
    const bool newStage = screen.stage != screen_.stage;
    const bool newOffers = screen.methods != screen_.methods || screen.consentItems != screen_.consentItems;
    if (asksAnew(screen)) {
        answered_ = false;
        pin_.clear();
    }
    if (screen.stage == Stage::Idle) {
        withoutCard_ = false;
        staffCalled_ = false;
    }
    if (newStage || screen.stepSecondsLeft != screen_.stepSecondsLeft)
        moreTimeWanted_ = false;
    withoutCard_ = withoutCard_ || screen.withoutCard;
    screen_ = std::move(screen);
    if (newOffers)
        emit offersChanged();
    emit changed();
    if (newStage)
        emit stageChanged();
}

/// A new question, as opposed to the same one a second later, with another hint or with the light changed.
bool VisitModel::asksAnew(const Screen& screen) const
{
    return screen.stage != screen_.stage || screen.methods != screen_.methods ||
           screen.confirmLastTry != screen_.confirmLastTry ||
           (screen_.pinTriesLeft && screen.pinTriesLeft != screen_.pinTriesLeft) ||
           screen.fault != screen_.fault || screen.faceMisses != screen_.faceMisses;
}

QList<int> VisitModel::methods() const
{
    return numbers(screen_.methods);
}

bool VisitModel::offers(Method method) const
{
    return std::find(screen_.methods.begin(), screen_.methods.end(), method) != screen_.methods.end();
}

QList<int> VisitModel::consentItems() const
{
    return numbers(screen_.consentItems);
}

bool VisitModel::cancellable() const
{
    return screen_.mayCancel;
}

int VisitModel::guidance() const
{
    return screen_.guidance ? static_cast<int>(*screen_.guidance) : -1;
}

Wording VisitModel::certificateEnd() const
{
    const auto date = dateOf(screen_);
    return Wording{[&date](Language language) {
        const QLocale locale{words(code(language))};
        return locale.toString(date, words(text(TextId::kioskCertificateDay, language)));
    }};
}

void VisitModel::answer(const PatientInput& input)
{
    if (std::exchange(answered_, true))
        return;
    port_.send(input);
    emit changed();
}

void VisitModel::chooseMethod(int method)
{
    const auto chosen = static_cast<Method>(method);
    const bool known = chosen == Method::Face || chosen == Method::Pin || chosen == Method::StaffEye;
    if (known)
        answer(MethodChosen{chosen});
}

void VisitModel::useLastTry()
{
    answer(LastTryConfirmed{});
}

void VisitModel::submitPin()
{
    // Until the card has said how many tries are left nobody knows what this one costs.
    if (screen_.stage == Stage::EnteringPin && screen_.pinTriesLeft && pin_.complete() && !answered_)
        answer(PinEntered{pin_.take()});
}

void VisitModel::giveConsents(const QList<int>& yes)
{
    if (screen_.stage != Stage::Consenting)
        return;
    ConsentsGiven given;
    for (const auto item : screen_.consentItems)
        given.consents.set(static_cast<std::size_t>(item), yes.contains(static_cast<int>(item)));
    answer(given);
}

void VisitModel::answerFirstUse(bool registerCard)
{
    if (screen_.stage == Stage::Registering)
        answer(FirstUseAnswered{registerCard});
}

void VisitModel::chooseLanguage(int language)
{
    if (language >= 0 && language < static_cast<int>(kOfferedLanguages))
        port_.send(LanguageChosen{static_cast<Language>(language)});
}

void VisitModel::wantMoreTime()
{
    if (screen_.stepSecondsLeft > 0 && !std::exchange(moreTimeWanted_, true))
        port_.send(MoreTimeWanted{});
}

void VisitModel::callStaff()
{
    if (std::exchange(staffCalled_, true))
        return;
    port_.send(HelpWanted{});
    emit changed();
}

void VisitModel::haveNoCard()
{
    if (screen_.stage != Stage::Idle || answered_)
        return;
    withoutCard_ = true;
    answer(NoCardHere{});
}

void VisitModel::cancel()
{
    if (cancellable())
        answer(Cancelled{});
}

} // namespace madoguchi
