// SPDX-License-Identifier: Apache-2.0
#include "ui/desk/PaneModel.h"

#include "core/FaultTable.h"

#include <algorithm>

namespace madoguchi {
namespace {

QString words(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

PaneModel::PaneModel(PanePort& port, int thisYear, QObject* parent)
    : QObject{parent}, port_{port}, thisYear_{thisYear}
{
    digits_.reserve(kSecurityNumberDigits);
}

PaneModel::~PaneModel()
{
    forgetDigits();
}

void PaneModel::show(PaneView view)
{
    const bool newQuestion = view.status.stage != view_.status.stage ||
                             view.status.securityNumberWanted != view_.status.securityNumberWanted;
    view_ = std::move(view);
    if (newQuestion) {
        answered_ = false;
        sameFace_ = false;
        forgetDigits();
    }
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

QString PaneModel::code() const
{
    return hasFault() ? words(faultRow(*view_.status.fault).supportCode) : QString{};
}

QString PaneModel::headlineJa() const
{
    return hasFault() ? words(faultRow(*view_.status.fault).headline.ja) : QString{};
}

QString PaneModel::headlineEn() const
{
    return hasFault() ? words(faultRow(*view_.status.fault).headline.en) : QString{};
}

} // namespace madoguchi
