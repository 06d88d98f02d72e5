// SPDX-License-Identifier: Apache-2.0
#include "ui/pane/NumberForm.h"

#include "domain/eligibility/Era.h"
#include "domain/eligibility/InsurerNumber.h"
#include "domain/eligibility/MyNumber.h"
#include "domain/eligibility/NameKey.h"
#include "ui/staff/DayWords.h"

#include <algorithm>
#include <string_view>

namespace madoguchi {
namespace {

constexpr qsizetype kLongestField = 40;
constexpr std::string_view kEraLetters = " MTSHR"; // 0 is the western calendar

std::string folded(const QString& text)
{
    return foldWidth(text.trimmed().toStdString());
}

bool isDigits(std::string_view text, std::size_t count)
{
    return text.size() == count && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string wire(CivilDate day)
{
    auto text = isoDate(day);
    std::erase(text, '-');
    return text;
}

/// 不詳: what a claim names when nobody knows the insurer. Its own check digit does not hold.
bool isUnknownInsurer(std::string_view text)
{
    return isDigits(text, 8) && text.starts_with("7777777");
}

bool isMonthDay(std::string_view text)
{
    return isDigits(text, 4) && parseCivilDate("2000" + std::string{text}).has_value();
}

} // namespace

void NumberForm::setToday(CivilDate today)
{
    if (today == today_)
        return;
    today_ = today;
    day_ = QString::fromStdString(isoDate(today));
    emit changed();
}

void NumberForm::set(QString& field, const QString& text)
{
    if (text == field)
        return;
    refused_ = looksLikeMyNumber(text.toStdString());
    if (refused_) {
        field.fill(u' ');
        field.clear();
    } else {
        field = text.left(kLongestField);
    }
    emit changed();
    emit typed();
}

void NumberForm::setEra(int era)
{
    era_ = std::clamp(era, 0, static_cast<int>(kEraLetters.size()) - 1);
    emit changed();
}

void NumberForm::setLimitConsent(bool given)
{
    limitConsent_ = given;
    emit changed();
}

NumberForm::Insurer NumberForm::insurerState() const
{
    const auto check = checkInsurerNumber(insurer_.toStdString());
    if (!check.error)
        return InsurerGood;
    if (isUnknownInsurer(folded(insurer_)))
        return InsurerUnknown;
    return *check.error == InsurerError::Length && folded(insurer_).size() < 8 ? InsurerShort : InsurerWrong;
}

int NumberForm::insurerKind() const
{
    const auto check = checkInsurerNumber(insurer_.toStdString());
    const auto kind = check.error ? std::nullopt : madoguchi::insurerKind(check.padded);
    return kind ? static_cast<int>(*kind) : -1;
}

QString NumberForm::expectedDigit() const
{
    const auto check = checkInsurerNumber(insurer_.toStdString());
    return check.error == InsurerError::CheckDigit ? QString{QLatin1Char{check.expectedLast}} : QString{};
}

bool NumberForm::branchAsked() const
{
    return !(insurerState() == InsurerGood &&
             checkInsurerNumber(insurer_.toStdString()).padded.starts_with("39"));
}

bool NumberForm::branchTyped() const
{
    return branchAsked() && !branchDigits().empty();
}

/// Two digits; "1" means "01", and nothing is not "00".
std::string NumberForm::branchDigits() const
{
    auto text = folded(branch_);
    if (isDigits(text, 1))
        text.insert(0, 1, '0');
    return isDigits(text, 2) ? text : std::string{};
}

/// What was typed, with the era of the button before it where it needs one.
std::string NumberForm::birthText() const
{
    const auto text = folded(birth_);
    const bool bare = !text.empty() && text.front() >= '0' && text.front() <= '9';
    if (era_ == 0 || !bare)
        return text;
    const auto letter = std::string{kEraLetters[static_cast<std::size_t>(era_)]};
    return isDigits(text, 6) ? letter + text.substr(0, 2) + '.' + text.substr(2, 2) + '.' + text.substr(4)
                             : letter + text;
}

NumberForm::Birth NumberForm::birthState() const
{
    const auto typed = folded(birth_);
    if (isDigits(typed, 4))
        return !isMonthDay(typed) ? BirthWrong : branchTyped() ? BirthMonthDay : FullWanted;
    if (typed.size() < 6)
        return BirthShort;
    const auto date = parseEraDate(birthText(), DateRole::Birth);
    if (const auto* understood = std::get_if<EraDate>(&date))
        return understood->date <= today_ ? BirthFull : BirthWrong;
    if (isDigits(typed, 7)) // on the way to eight
        return BirthShort;
    return std::get<EraError>(date) == EraError::EraMissing ? EraWanted : BirthWrong;
}

QString NumberForm::birthWords() const
{
    if (birthState() != BirthFull)
        return {};
    return dayWords(std::get<EraDate>(parseEraDate(birthText(), DateRole::Birth)).date);
}

std::optional<CivilDate> NumberForm::askedDay() const
{
    const auto date = parseEraDate(folded(day_), DateRole::End);
    const auto* understood = std::get_if<EraDate>(&date);
    return understood && understood->date <= today_ ? std::optional{understood->date} : std::nullopt;
}

QString NumberForm::dayWordsText() const
{
    const auto asked = askedDay();
    return asked ? dayWords(*asked) : QString{};
}

bool NumberForm::complete() const
{
    const auto birth = birthState();
    const bool branchGood = !branchAsked() || folded(branch_).empty() || branchTyped();
    const bool insurerGood = insurerState() == InsurerGood || insurerState() == InsurerUnknown;
    return insurerGood && !folded(number_).empty() && branchGood && dayGood() &&
           (birth == BirthFull || birth == BirthMonthDay);
}

NumberQuery NumberForm::query() const
{
    NumberQuery query;
    if (!complete())
        return query;
    query.insurerNumber = insurerState() == InsurerUnknown
                              ? folded(insurer_)
                              : checkInsurerNumber(insurer_.toStdString()).padded;
    query.symbol = symbol_.trimmed().toStdString();
    query.number = number_.trimmed().toStdString();
    query.branch = branchTyped() ? branchDigits() : std::string{};
    query.birth = birthState() == BirthMonthDay
                      ? folded(birth_)
                      : wire(std::get<EraDate>(parseEraDate(birthText(), DateRole::Birth)).date);
    query.day = wire(*askedDay());
    query.limitConsent = limitConsent_;
    return query;
}

void NumberForm::clear()
{
    for (auto* field : {&insurer_, &symbol_, &number_, &branch_, &birth_}) {
        field->fill(u' ');
        field->clear();
    }
    refused_ = false;
    limitConsent_ = false;
    era_ = 0;
    day_ = QString::fromStdString(isoDate(today_));
    emit changed();
}

} // namespace madoguchi
