// SPDX-License-Identifier: Apache-2.0
#include "ui/pane/RecordWords.h"

#include "domain/eligibility/Age.h"
#include "domain/eligibility/BurdenRatio.h"
#include "domain/eligibility/LimitClass.h"
#include "domain/eligibility/NameKey.h"
#include "domain/eligibility/NameMatch.h"
#include "ui/bridge/Wording.h"
#include "ui/staff/DayWords.h"

#include <algorithm>

namespace madoguchi {
namespace {

BurdenRatio ratioOf(const PaneRecord& r)
{
    const auto birth = parseCivilDate(r.birth);
    const auto day = parseCivilDate(r.confirmedFor);
    if (!birth || !day)
        return {std::nullopt, RatioReason::Absent};
    RatioQuestion question{r.insurerNumber, *birth, *day, r.ratio, std::nullopt};
    if (r.elderly)
        question.elderly =
            ElderlyRatio{r.elderlyRatio, parseCivilDate(r.elderlyStart), parseCivilDate(r.elderlyEnd)};
    return burdenRatio(question);
}

/// Whether two values of a chart's field mean the same.
bool same(ChartField field, const std::string& before, const std::string& now)
{
    switch (field) {
    case ChartField::Name:
        return nameKey(before) == nameKey(now);
    case ChartField::Kana:
        return kanaKey(before) == kanaKey(now);
    case ChartField::Symbol:
    case ChartField::Number:
    case ChartField::PostNumber:
        return symbolKey(before) == symbolKey(now);
    case ChartField::Address:
        return foldWidth(before) == foldWidth(now);
    case ChartField::Birth:
    case ChartField::Sex:
    case ChartField::Insurer:
    case ChartField::Branch:
        return before == now;
    }
    return before == now;
}

/// Empty never overwrites, and ● is nobody's name.
bool takeable(const std::string& now)
{
    return !now.empty() && now.find("●") == std::string::npos;
}

} // namespace

void RecordWords::show(const PaneView& view)
{
    record_ = view.record;
    chart_ = view.chart;
    emit changed();
}

QString RecordWords::text(std::string PaneRecord::*member) const
{
    return record_ ? QString::fromStdString((*record_).*member) : QString{};
}

bool RecordWords::good() const
{
    return record_ && record_->processed &&
           (record_->validity == Validity::Valid || record_->validity == Validity::ValidUnregistered);
}

QString RecordWords::kana() const
{
    return record_ ? QString::fromStdString(foldWidth(record_->nameKana)) : QString{};
}

QString RecordWords::birth() const
{
    return record_ ? dayWords(record_->birth) : QString{};
}

int RecordWords::age() const
{
    const auto born = record_ ? parseCivilDate(record_->birth) : std::nullopt;
    const auto day = record_ ? parseCivilDate(record_->confirmedFor) : std::nullopt;
    return born && day ? everydayAge(*born, *day) : -1;
}

int RecordWords::sex() const
{
    return record_ && !record_->sex.empty() ? record_->sex.front() - '0' : 0;
}

QString RecordWords::insurer() const
{
    return record_ ? QString::fromStdString(record_->insurerNumber + "　" + record_->insurerName) : QString{};
}

QString RecordWords::number() const
{
    return record_ ? QString::fromStdString(record_->symbol + (record_->symbol.empty() ? "" : "・") +
                                            record_->number)
                   : QString{};
}

int RecordWords::relation() const
{
    return record_ && (record_->personalFamily == "1" || record_->personalFamily == "2")
               ? record_->personalFamily.front() - '0'
               : 0;
}

QString RecordWords::address() const
{
    const auto post = text(&PaneRecord::postNumber);
    return (post.isEmpty() ? post : u'〒' + post + u'　') + text(&PaneRecord::address);
}

QString RecordWords::day() const
{
    return record_ ? dayWords(record_->confirmedFor) : QString{};
}

QString RecordWords::start() const
{
    return record_ ? dayWords(record_->start) : QString{};
}

QString RecordWords::end() const
{
    const auto loss = record_ ? parseCivilDate(record_->loss) : std::nullopt;
    if (loss)
        return dayWords(plusDays(*loss, -1));
    return record_ ? dayWords(record_->validTo) : QString{};
}

int RecordWords::percent() const
{
    return person() ? ratioOf(*record_).percent.value_or(-1) : -1;
}

int RecordWords::ratioReason() const
{
    return person() ? static_cast<int>(ratioOf(*record_).reason) : 0;
}

/// Only where the ratio comes from it: 後期高齢者医療 has a ratio of its own.
QString RecordWords::elderlyPeriod() const
{
    if (!record_ || !record_->elderly || !record_->ratio.empty() || percent() < 0)
        return {};
    return dayWords(record_->elderlyStart) + QStringLiteral(" – ") + dayWords(record_->elderlyEnd);
}

QString RecordWords::limitLabel() const
{
    const auto day = record_ ? parseCivilDate(record_->confirmedFor) : std::nullopt;
    if (!day || record_->limitClass.empty())
        return {};
    const auto ceiling = ceilingFor(record_->limitClass, day->year() / day->month(), 0);
    return ceiling ? words(madoguchi::text(ceiling->label, Language::Japanese))
                   : QString::fromStdString(record_->limitClass);
}

QList<int> RecordWords::consents() const
{
    QList<int> list;
    for (std::size_t item = 0; item < kConsentItems; ++item) {
        const auto flag = record_ ? record_->consents[item] : std::string{};
        list.push_back(flag == "0" ? 0 : flag == "1" ? 1 : flag == "2" ? 2 : 3);
    }
    return list;
}

ChartValues RecordWords::received() const
{
    if (!record_)
        return {};
    const auto& r = *record_;
    return {r.name,   r.nameKana, r.birth,  r.sex,        r.insurerNumber,
            r.symbol, r.number,   r.branch, r.postNumber, r.address};
}

std::uint32_t RecordWords::changedFields() const
{
    if (!chart_ || !record_ || otherPerson())
        return 0;
    const auto now = received();
    std::uint32_t fields = 0;
    for (std::size_t i = 0; i < kChartFields; ++i)
        if (takeable(now[i]) && !same(static_cast<ChartField>(i), chart_->chart.values[i], now[i]))
            fields |= 1U << i;
    return fields;
}

namespace {

/// As the desk reads it: a day in both calendars.
QString shown(ChartField field, const std::string& value)
{
    const auto day = field == ChartField::Birth ? dayWords(value) : QString{};
    return day.isEmpty() ? QString::fromStdString(value) : day;
}

} // namespace

/// What differs comes first, so that nobody has to look for it.
QVariantList RecordWords::diffs() const
{
    QVariantList differing, equal;
    if (!chart_ || !record_)
        return {};
    const auto now = received();
    const auto fields = changedFields();
    for (std::size_t i = 0; i < kChartFields; ++i) {
        const auto field = static_cast<ChartField>(i);
        const auto& before = chart_->chart.values[i];
        const bool differs = !now[i].empty() && !same(field, before, now[i]);
        (differs ? differing : equal)
            .push_back(QVariantMap{{"field", static_cast<int>(i)},
                                   {"before", shown(field, before)},
                                   {"now", shown(field, now[i])},
                                   {"differs", differs},
                                   {"takeable", (fields >> i & 1U) != 0}});
    }
    return differing + equal;
}

QString RecordWords::chartNumber() const
{
    return chart_ ? QString::fromStdString(chart_->chart.patientNumber) : QString{};
}

namespace {

NameMatch matchOf(const PaneChart& chart, const PaneRecord& record)
{
    return matchNames(
        {chart.chart[ChartField::Name], record.name, chart.chart[ChartField::Kana], record.nameKana});
}

} // namespace

bool RecordWords::otherPerson() const
{
    return chart_ && record_ && !isSamePerson(chart_->chart, received());
}

/// The chart's spelling where it is the same name; else what came, if every character of it can be read.
QString RecordWords::printName() const
{
    const bool charts = nameVerdict() >= 0 && nameVerdict() <= static_cast<int>(NameVerdict::Masked);
    const auto name = charts && !otherPerson() ? QString::fromStdString(chart_->chart[ChartField::Name])
                                               : text(&PaneRecord::name);
    return name.contains(u'●') ? QString{} : name;
}

int RecordWords::nameVerdict() const
{
    return chart_ && record_ ? static_cast<int>(matchOf(*chart_, *record_).verdict) : -1;
}

int RecordWords::maskedCharacters() const
{
    return chart_ && record_ ? matchOf(*chart_, *record_).masked : 0;
}

} // namespace madoguchi
