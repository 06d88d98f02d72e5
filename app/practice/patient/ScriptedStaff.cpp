// SPDX-License-Identifier: Apache-2.0
#include "practice/patient/ScriptedStaff.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

namespace madoguchi {
namespace {

using nlohmann::json;

Fault invalid()
{
    return {FaultCode::SettingsInvalid, FaultSpace::None, 0, "practice/staffScript"};
}

json objectOf(const NumberQuery& query)
{
    return {{"insurer", query.insurerNumber}, {"symbol", query.symbol}, {"number", query.number},
            {"branch", query.branch},         {"birth", query.birth},   {"limit", query.limitConsent}};
}

NumberQuery queryOf(const json& object)
{
    NumberQuery query;
    query.insurerNumber = object.value("insurer", "");
    query.symbol = object.value("symbol", "");
    query.number = object.value("number", "");
    query.branch = object.value("branch", "");
    query.birth = object.value("birth", "");
    query.limitConsent = object.value("limit", false);
    return query;
}

} // namespace

Result<void> saveStaffScript(const std::filesystem::path& file, const StaffScript& script)
{
    json queries = json::array();
    for (const auto& query : script.queries)
        queries.push_back(objectOf(query));
    std::ofstream stream{file};
    stream << json{{"queries", queries},
                   {"take", script.take},
                   {"undo", script.undo},
                   {"print", script.print}}
                  .dump(2)
           << '\n';
    return stream ? Result<void>{} : invalid();
}

Result<StaffScript> loadStaffScript(const std::filesystem::path& file)
{
    std::ifstream stream{file};
    const auto content = json::parse(stream, nullptr, false);
    try { // a value of the wrong type throws; what it says is not passed on
        StaffScript script;
        for (const auto& query : content.at("queries"))
            script.queries.push_back(queryOf(query));
        script.take = content.value("take", false);
        script.undo = content.value("undo", false);
        script.print = content.value("print", false);
        return script;
    } catch (const json::exception&) {
        return invalid();
    }
}

std::vector<PaneInput> ScriptedStaff::sees(const PaneView& view)
{
    std::vector<PaneInput> inputs;
    if (!view.shown)
        return inputs;
    if (!std::exchange(opened_, true))
        inputs.emplace_back(StaffInput{PaneOpened{}});
    if (view.status.mayBegin && !std::exchange(begun_, true))
        inputs.emplace_back(StaffInput{StaffBegan{}});
    type(view, inputs);
    compare(view, inputs);
    print(view, inputs);
    const bool handedOver = view.status.stage == Stage::Finished && !view.status.handOverFile.empty();
    const bool chartDone = (!script_.take || taken_) && (!script_.undo || undone_) &&
                           (!view.chart || view.chart->undo == (taken_ && !undone_));
    const bool pageDone = !script_.print || view.page.kept;
    done_ = handedOver && chartDone && pageDone;
    return inputs;
}

/// No printer is there in practice; what they await is that the page may go out.
void ScriptedStaff::print(const PaneView& view, std::vector<PaneInput>& inputs)
{
    constexpr std::uint32_t kTicket = 1;
    if (script_.print && view.record && view.status.stage == Stage::Finished &&
        !std::exchange(printed_, true))
        inputs.emplace_back(PageOrder{PageKind::QualificationSheet, kTicket});
}

/// Each question once, when the visit waits for it.
void ScriptedStaff::type(const PaneView& view, std::vector<PaneInput>& inputs)
{
    const bool waits = view.status.stage == Stage::WaitingForStaff && view.status.withoutCard;
    const bool again = waits && !std::exchange(waiting_, waits);
    waiting_ = waits;
    if (!again || asked_ == script_.queries.size())
        return;
    auto query = script_.queries[asked_++];
    query.day = view.today;
    inputs.emplace_back(StaffInput{NumberGiven{std::move(query)}});
}

void ScriptedStaff::compare(const PaneView& view, std::vector<PaneInput>& inputs)
{
    constexpr std::uint32_t kEverything = (1U << kChartFields) - 1;
    if (!view.chart || view.status.stage != Stage::Finished)
        return;
    if (script_.take && !std::exchange(taken_, true))
        inputs.emplace_back(ChartOrder{kEverything});
    else if (script_.undo && view.chart->undo && !std::exchange(undone_, true))
        inputs.emplace_back(ChartOrder{});
}

} // namespace madoguchi
