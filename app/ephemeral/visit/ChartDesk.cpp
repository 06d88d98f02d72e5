// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/visit/ChartDesk.h"

#include <utility>

namespace madoguchi {
namespace {

/// ● stands for a character nobody knows: such a name is never taken over.
bool isMasked(const std::string& text)
{
    return text.find("●") != std::string::npos;
}

} // namespace

Chart takenOver(Chart chart, const ChartValues& received, std::uint32_t fields)
{
    for (std::size_t i = 0; i < kChartFields; ++i)
        if ((fields >> i & 1U) != 0 && !received[i].empty() && !isMasked(received[i]))
            chart.values[i] = received[i];
    return chart;
}

ChartDesk::ChartDesk(ChartSources sources, Show show) : sources_{std::move(sources)}, show_{std::move(show)}
{
    show_([this](PaneView& view) {
        view.charts = sources_.charts != nullptr;
        view.linkable = static_cast<bool>(sources_.reference);
    });
}

void ChartDesk::answered(const EligibilityAnswer& answer)
{
    auto received = answer.results.empty() ? std::optional<Qualification>{} : answer.results.front();
    worker_.add([this, received = std::move(received)](std::stop_token) {
        received_ = received;
        chart_.reset();
        before_.reset();
        if (received_ && sources_.charts)
            lookUp();
        show();
    });
}

/// By the number the insurers hold, else by the link of this terminal, else by birth date and kana.
void ChartDesk::lookUp()
{
    auto asked = *received_;
    if (asked.referenceNumber.empty() && sources_.links)
        if (auto known = sources_.links->find(asked))
            asked.referenceNumber = *std::move(known);
    const auto found = sources_.charts->candidates(asked);
    if (!found || found->empty())
        return;
    chart_ = PaneChart{found->front(), static_cast<int>(found->size()) - 1, false, !found.ok()};
    if (received_->referenceNumber.empty() && found->size() == 1 &&
        found->front().patientNumber == asked.referenceNumber)
        renewReference();
}

/// The insurer changed and took the number with it: the new one gets it again.
void ChartDesk::renewReference()
{
    if (sources_.reference && sources_.reference(chart_->chart, *received_).ok())
        received_->referenceNumber = chart_->chart.patientNumber;
}

void ChartDesk::obey(const PaneInput& input)
{
    if (const auto* order = std::get_if<ChartOrder>(&input)) {
        const auto fields = order->fields;
        worker_.add([this, fields](std::stop_token) { fields == 0 ? undo() : take(fields); });
    } else if (std::holds_alternative<LinkOrder>(input)) {
        worker_.add([this](std::stop_token) { link(); });
    }
}

void ChartDesk::take(std::uint32_t fields)
{
    if (!received_ || !chart_ || !sources_.charts || !isSamePerson(chart_->chart, chartValues(*received_)))
        return;
    auto changed = takenOver(chart_->chart, chartValues(*received_), fields);
    chart_->failed = !sources_.charts->write(changed).ok();
    if (!chart_->failed) {
        before_ = std::exchange(chart_->chart, std::move(changed));
        chart_->undo = true;
    }
    show();
}

void ChartDesk::undo()
{
    if (!before_ || !chart_)
        return;
    chart_->failed = !sources_.charts->write(*before_).ok();
    if (!chart_->failed) {
        chart_->chart = *std::exchange(before_, std::nullopt);
        chart_->undo = false;
    }
    show();
}

void ChartDesk::link()
{
    if (!received_ || !chart_ || !sources_.reference || !isSamePerson(chart_->chart, chartValues(*received_)))
        return;
    chart_->failed = !sources_.reference(chart_->chart, *received_).ok();
    if (!chart_->failed) {
        received_->referenceNumber = chart_->chart.patientNumber;
        if (sources_.links) // without it the number is only lost at the next change of insurer
            chart_->failed = !sources_.links->keep(*received_, chart_->chart.patientNumber).ok();
    }
    show();
}

void ChartDesk::show()
{
    show_([this](PaneView& view) {
        view.chart = chart_;
        if (view.record && received_)
            view.record->referenceNumber = received_->referenceNumber;
    });
}

} // namespace madoguchi
