// SPDX-License-Identifier: Apache-2.0
// madoguchi-lab visit: one visit through the real stacks, without windows, and what it cost.
#include "domain/status/FaultTable.h"
#include "drivers/sim/people/Attacks.h"
#include "foundation/process/StartProgram.h"
#include "practice/enclosure/Enclosure.h"
#include "practice/enclosure/Namespaces.h"
#include "practice/run/ScriptedVisit.h"
#include "tool/lab/LabSubcommands.h"
#include "tool/lab/OpenScRun.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <map>
#include <memory>
#include <numeric>

namespace madoguchi {
namespace {

using nlohmann::ordered_json;
using std::chrono::milliseconds;

constexpr std::chrono::seconds kNextWithin{30};

struct VisitOptions {
    std::string folder{"practice"};
    std::string models{"models"};
    std::string programs; ///< empty: beside this one
    std::string persona{"hanako"};
    Method method{Method::Pin};
    HeadTurnRule headTurn{HeadTurnRule::Doubt};
    std::string attack; ///< empty: the persona themselves
    int linkKbps{424};
    bool json{false};
    bool compareOpenSc{false};
};

/// One row of the comparison.
struct CardUse {
    std::string program;
    bool worked{false};
    milliseconds wall{};
    LinkReport link;
};

int complain(const std::string& what, const Fault& fault)
{
    std::cerr << "madoguchi-lab visit: " << what << " (" << fault.where << ' ' << fault.value << ")\n";
    return 1;
}

double inMilliseconds(std::chrono::microseconds time)
{
    return static_cast<double>(time.count() / 100) / 10;
}

milliseconds whole(const ScriptedVisit& visit)
{
    const auto steps = stepTimes(visit.stages);
    return std::accumulate(steps.begin(), steps.end(), milliseconds{0},
                           [](milliseconds sum, const StepTime& step) { return sum + step.second; });
}

ordered_json json(const LinkReport& link)
{
    return {{"apdus", link.apdus},
            {"command_bytes", link.commandBytes},
            {"response_bytes", link.responseBytes},
            {"link_ms", inMilliseconds(link.linkTime)}};
}

ordered_json json(const ScriptedVisit& visit, const VisitOptions& options)
{
    ordered_json line{{"visit", visit.finished ? "ok" : "failed"},
                      {"method", options.method == Method::Face ? "face" : "pin"},
                      {"persona", options.persona},
                      {"link_kbps", options.linkKbps}};
    if (!visit.finished)
        line["stage"] = name(visit.row.status.stage);
    if (const auto fault = visit.row.status.fault)
        line["fault"] = faultRow(*fault).supportCode;
    line["step_ms"] = ordered_json::object();
    for (const auto& [stage, time] : stepTimes(visit.stages))
        line["step_ms"][std::string{name(stage)}] = time.count();
    line["total_ms"] = whole(visit).count();
    if (const auto delay = answerOnBoard(visit.stages))
        line["answer_on_board_ms"] = delay->count();
    line.update(json(visit.link));
    return line;
}

ordered_json json(const std::vector<CardUse>& uses)
{
    auto rows = ordered_json::array();
    for (const auto& use : uses) {
        ordered_json row{{"program", use.program}, {"worked", use.worked}, {"wall_ms", use.wall.count()}};
        row.update(json(use.link));
        rows.push_back(std::move(row));
    }
    return rows;
}

void printTable(const ScriptedVisit& visit, const std::vector<CardUse>& uses)
{
    for (const auto& [stage, time] : stepTimes(visit.stages))
        std::printf("%-16s %8lld ms\n", std::string{name(stage)}.c_str(),
                    static_cast<long long>(time.count()));
    std::printf("\n%-24s %6s %9s %9s %9s %9s\n", "", "APDUs", "to card", "from card", "link ms", "wall ms");
    for (const auto& use : uses)
        std::printf("%-24s %6zu %9zu %9zu %9.1f %9lld%s\n", use.program.c_str(), use.link.apdus,
                    use.link.commandBytes, use.link.responseBytes, inMilliseconds(use.link.linkTime),
                    static_cast<long long>(use.wall.count()), use.worked ? "" : "  FAILED");
}

std::map<std::string, HeadTurnRule> headTurnWords()
{
    return {{"never", HeadTurnRule::Never}, {"doubt", HeadTurnRule::Doubt}, {"always", HeadTurnRule::Always}};
}

/// The patient's plan, and for the face the patient before the camera.
Result<void> prepare(const PracticeFolder& folder, const VisitOptions& options)
{
    if (options.method == Method::Face) {
        if (const auto faces = folder.needFaces({options.persona}); !faces)
            return faces;
        const auto who = options.attack.empty() ? Result<std::string>{options.persona}
                                                : folder.needAttack(options.persona, options.attack);
        if (!who)
            return who.fault();
        if (const auto stands = folder.standBeforeCamera(*who); !stands)
            return stands;
    }
    PatientPlan plan;
    plan.persona = options.persona;
    plan.method = options.method;
    return folder.writePatient(plan);
}

/// The terminal's visit does more than OpenSC's two tools: it also asks the central system and writes the
/// receipt computer's file, and both are in its wall time.
Result<std::vector<CardUse>> compare(Reception& reception, const ScriptedVisit& visit,
                                     const VisitOptions& options)
{
    std::vector<CardUse> uses{{"madoguchi, whole visit", visit.finished, whole(visit), visit.link}};
    if (!options.compareOpenSc)
        return uses;
    const auto* persona = findPersona(reception.folder().people(), options.persona);
    for (const std::string driver : {"jpki", ""}) {
        const auto run = runOpenSc(reception, *persona, options.linkKbps, driver);
        if (!run)
            return run.fault();
        uses.push_back(
            {driver.empty() ? "opensc, default" : "opensc, " + driver, run->worked, run->wall, run->link});
    }
    return uses;
}

int visitInside(const VisitOptions& options)
{
    if (const auto problem = tryVisitNamespaces(); !problem.empty()) {
        std::cerr << "madoguchi-lab visit: " << problem << '\n';
        return Enclosure::kNotBuilt;
    }
    auto folder = PracticeFolder::open(options.folder);
    if (!folder)
        return complain("the practice folder cannot be made", folder.fault());
    if (findPersona(folder->people(), options.persona) == nullptr) {
        std::cerr << "madoguchi-lab visit: nobody is called " << options.persona << '\n';
        return 2;
    }
    if (const auto prepared = prepare(*folder, options); !prepared)
        return complain("the practice folder cannot be made ready", prepared.fault());
    PracticeSettings settings;
    settings.models = options.models;
    settings.face = options.method == Method::Face;
    settings.headTurn = options.headTurn;
    Reception reception{*std::move(folder), options.programs, settings};
    if (const auto opened = reception.open(); !opened)
        return complain("the reception did not open; see its log folder", opened.fault());
    const auto visit = serveVisit(reception, options.persona, options.linkKbps);
    if (!visit)
        return complain("the card could not be laid down", visit.fault());
    // Served means that pcscd has seen the card leave: the next one cannot be taken for it.
    if (const auto served = reception.watch().untilServed(kNextWithin); !served)
        return complain("the next patient was not served", served.fault());
    reception.stopTerminal(); // from here on the reader is OpenSC's alone
    reception.stopCentral();

    const auto uses = compare(reception, *visit, options);
    if (!uses)
        return complain("OpenSC could not use the card", uses.fault());
    if (options.json) {
        auto line = json(*visit, options);
        if (options.compareOpenSc)
            line["compared"] = json(*uses);
        std::cout << line.dump() << std::endl;
    } else {
        printTable(*visit, *uses);
    }
    const bool allWorked =
        std::all_of(uses->begin(), uses->end(), [](const CardUse& use) { return use.worked; });
    return allWorked ? 0 : 1;
}

} // namespace

void addVisit(CLI::App& program, Job& chosen)
{
    auto options = std::make_shared<VisitOptions>();
    options->programs = programFolder().string();
    auto* command = program.add_subcommand("visit", "One practice visit without windows, and what it cost");
    const std::map<std::string, Method> methods{{"face", Method::Face}, {"pin", Method::Pin}};
    command->add_option("--method", options->method, "face or pin")
        ->transform(CLI::CheckedTransformer(methods));
    command->add_option("--persona", options->persona, "Who comes; see resources/personas/people.toml");
    command->add_option("--head-turn", options->headTurn, "[face] head_turn: never, doubt or always")
        ->transform(CLI::CheckedTransformer(headTurnWords()));
    command->add_option("--attack", options->attack, "Somebody else comes with a picture of the persona")
        ->check(CLI::IsMember(std::vector<std::string>{kAttackSpecies.begin(), kAttackSpecies.end()}));
    command->add_option("--link-kbps", options->linkKbps, "The card link takes as long as at this rate")
        ->check(CLI::IsMember({106, 212, 424, 848}));
    command->add_flag("--json", options->json, "One line of JSON instead of a table");
    command->add_flag("--compare-opensc", options->compareOpenSc,
                      "Let OpenSC's tools read and sign with the same card over the same link");
    command->add_option("--dir", options->folder, "The practice folder");
    command->add_option("--models", options->models, "Folder filled by packaging/fetch-models");
    command->add_option("--programs", options->programs,
                        "Folder of the product's programs, if not this one's");
    command->callback([options, &chosen] {
        chosen = [options] { return Enclosure{}.run([&] { return visitInside(*options); }); };
    });
}

} // namespace madoguchi
