// SPDX-License-Identifier: Apache-2.0
#include "domain/visit/VisitDiagram.h"

#include "domain/visit/Rows.h"

#include <map>
#include <tuple>

namespace madoguchi {
namespace {

constexpr auto kDeadline = indexOf<VisitTimedOut>();

/// A row, and where it can be the answer: an earlier one may have the event at some of its stages always.
struct Effective {
    const Row* row;
    Stages from;
    bool becomesByNumber;
};

std::vector<Effective> rowsOf(Kind kind)
{
    std::vector<Effective> rows;
    std::map<std::size_t, Stages> taken;
    for (const auto& part : tableOf(kind))
        for (const auto& row : part) {
            auto& before = taken[row.event];
            rows.push_back({&row, row.from.without(before), part.data() == numberBeginRows().data()});
            if (row.unconditional)
                before = before.with(row.from);
        }
    return rows;
}

template<typename Use>
void eachOf(Stages stages, Use use)
{
    for (std::size_t i = 0; i < kStageCount; ++i)
        if (stages.has(static_cast<Stage>(i)))
            use(static_cast<Stage>(i));
}

std::size_t sizeOf(Stages stages)
{
    std::size_t size = 0;
    eachOf(stages, [&](Stage) { ++size; });
    return size;
}

/// The stages that a visit of this kind can come to.
Stages reachableBy(Kind kind, const std::vector<Effective>& rows)
{
    Stages reached = kind == Kind::ByCard ? Stages{Stage::Idle} : Stages{Stage::WaitingForStaff};
    for (std::size_t size = 0; size != sizeOf(reached);) {
        size = sizeOf(reached);
        for (const auto& [row, from, becomesByNumber] : rows)
            if (!becomesByNumber && sizeOf(from) != sizeOf(from.without(reached)))
                reached = reached.with(row->to);
    }
    return reached;
}

std::string line(std::string_view from, std::string_view to, const std::set<std::string_view>& words)
{
    std::string text = "    " + std::string{from} + " --> " + std::string{to} + ": ";
    std::string_view separator;
    for (const auto word : words) {
        text += std::string{separator} + std::string{word};
        separator = ", ";
    }
    return text + '\n';
}

bool nobodyIsHere(Stage stage)
{
    return kNobodyHere.has(stage);
}

/// How a visit by number comes about: at an idle terminal, or out of a visit by card.
std::string beginningByNumber()
{
    std::map<std::string_view, std::set<std::string_view>> words;
    for (const auto& arrow : arrowsOf(Kind::ByCard))
        if (arrow.becomesByNumber)
            words[nobodyIsHere(arrow.from) ? name(arrow.from) : "ByCard"].insert(arrow.words.begin(),
                                                                                 arrow.words.end());
    std::string text;
    for (const auto& [from, said] : words)
        text += line(from, name(Stage::WaitingForStaff), said);
    return text;
}

} // namespace

std::vector<Arrow> arrowsOf(Kind kind)
{
    std::map<std::tuple<Stage, bool, Stage>, std::set<std::string_view>> arrows;
    const auto rows = rowsOf(kind);
    const auto reachable = reachableBy(kind, rows);
    for (const auto& [row, from, becomesByNumber] : rows)
        eachOf(from, [&, drawn = row, into = becomesByNumber](Stage start) {
            eachOf(drawn->to, [&](Stage end) {
                if (reachable.has(start) && start != end && drawn->event != kDeadline)
                    arrows[{start, into, end}].insert(drawn->words);
            });
        });

    std::vector<Arrow> list;
    for (const auto& [ends, words] : arrows)
        list.push_back({std::get<0>(ends), std::get<2>(ends), std::get<1>(ends), words});
    return list;
}

std::vector<Stage> stagesWithDeadline(Kind kind)
{
    std::vector<Stage> stages;
    const auto rows = rowsOf(kind);
    const auto reachable = reachableBy(kind, rows);
    for (const auto& [row, from, becomesByNumber] : rows)
        if (row->event == kDeadline)
            eachOf(from, [&](Stage stage) {
                if (reachable.has(stage))
                    stages.push_back(stage);
            });
    return stages;
}

std::string visitDiagram(Kind kind)
{
    std::string diagram = "stateDiagram-v2\n    [*] --> Idle\n";
    if (kind == Kind::ByNumber)
        diagram += beginningByNumber();
    for (const auto& arrow : arrowsOf(kind))
        diagram += line(name(arrow.from), arrow.becomesByNumber ? "ByNumber" : name(arrow.to), arrow.words);
    diagram += "    Erasing --> [*]: the process group dies\n    note right of Erasing\n";
    diagram += "        The visit's own deadline leads here from each of the " +
               std::to_string(stagesWithDeadline(kind).size()) +
               " stages\n        at which somebody is here.\n";
    return diagram + "    end note\n";
}

std::string_view heading(Kind kind)
{
    return kind == Kind::ByCard ? "### A visit by card" : "### A visit by number";
}

} // namespace madoguchi
