// SPDX-License-Identifier: Apache-2.0
// madoguchi-practice run: the whole reception, with windows or by itself.
#include "domain/status/FaultTable.h"
#include "foundation/process/StartProgram.h"
#include "practice/enclosure/Enclosure.h"
#include "practice/enclosure/Namespaces.h"
#include "practice/program/PracticeCommands.h"
#include "practice/run/ScriptedVisit.h"
#include "practice/run/VisitProof.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <iostream>
#include <map>

namespace madoguchi {
namespace {

using nlohmann::ordered_json;

struct RunOptions {
    std::string folder{"practice"};
    std::string models{"models"};
    std::string persona{"hanako"};
    Method method{Method::Pin};
    HeadTurnRule headTurn{HeadTurnRule::Doubt};
    int linkKbps{0};
    bool headless{false};
    bool once{false};
};

std::string wordOf(Method method)
{
    return method == Method::Face ? "face" : "pin";
}

int complain(const std::string& what, const Fault& fault)
{
    std::cerr << "madoguchi-practice run: " << what << " (" << fault.where << ' ' << fault.value << ")\n";
    return 1;
}

bool displayIsThere()
{
    return std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr;
}

/// Milliseconds by the names of the stages.
ordered_json inMilliseconds(const std::vector<StepTime>& steps)
{
    ordered_json times = ordered_json::object();
    for (const auto& [stage, time] : steps)
        times[std::string{name(stage)}] = time.count();
    return times;
}

/// Everything the last line says; "visit" is "ok" only if nothing was wrong.
class VisitReportLine {
public:
    explicit VisitReportLine(const RunOptions& options)
    {
        line_["visit"] = "failed";
        line_["method"] = wordOf(options.method);
        line_["persona"] = options.persona;
    }

    template<typename Value>
    void set(const char* key, Value value)
    {
        line_[key] = std::move(value);
    }
    int fail(const std::string& step)
    {
        line_["failed_step"] = step;
        return print(1);
    }
    int succeed()
    {
        line_["visit"] = "ok";
        return print(0);
    }

private:
    int print(int code)
    {
        std::cout << line_.dump() << std::endl;
        return code;
    }
    ordered_json line_;
};

/// One scripted visit, watched from outside from card to erasure.
int visitOnce(Reception& reception, const RunOptions& options)
{
    VisitReportLine line{options};
    auto& watch = reception.watch();
    const auto* persona = findPersona(reception.folder().people(), options.persona);

    const auto visit = serveVisit(reception, options.persona, options.linkKbps);
    if (!visit)
        return complain("the card could not be laid down", visit.fault()), line.fail("card");
    line.set("receipt_file", watch.row().status.handOverFile);
    line.set("apdus", visit->link.apdus);
    line.set("card_bytes", visit->link.commandBytes + visit->link.responseBytes);
    line.set("step_ms", inMilliseconds(stepTimes(visit->stages)));
    if (!visit->finished) {
        line.set("stage", std::string{name(watch.row().status.stage)});
        if (const auto fault = watch.row().status.fault)
            line.set("fault", std::string{faultRow(*fault).supportCode});
        return line.fail("visit");
    }
    if (!fileIsAbout(reception.folder().received() / watch.row().status.handOverFile, *persona))
        return line.fail("receipt file");
    if (!watch.untilServed(std::chrono::seconds{30}))
        return line.fail("next patient");
    line.set("next_ready_ms", (watch.board().rows.front().begun - watch.row().ended).count());

    reception.stopCentral(); // it knows its people; it is not the terminal
    const auto search = searchEverywhere(needlesOf(*persona, reception.folder()), reception.folder());
    line.set("canaries", search.total());
    line.set("searched",
             ordered_json{{"processes", search.processes}, {"files", search.files}, {"bytes", search.bytes}});
    for (const auto& [where, count] : search.found)
        std::cerr << "left behind: " << where << " (" << count << ")\n";
    if (search.total() != 0 || search.processes == 0)
        return line.fail("erasure");
    return line.succeed();
}

/// Stays until the windows are closed or somebody stops it; a line on standard input changes the scene.
int stayOpen(Reception& reception)
{
    std::cout << "The reception is open. Type: card NAME | take | camera NAME | turn left|right|back | "
                 "trouble WORDS "
                 "| people | quit\n";
    for (std::string word; reception.terminal().running() && std::cin >> word && word != "quit";) {
        std::string argument;
        if (word == "card" && std::cin >> argument) {
            static_cast<void>(reception.folder().standBeforeCamera(argument));
            if (!reception.layCard(argument))
                std::cout << "There is no card of " << argument << ".\n";
        } else if (word == "take") {
            reception.takeCard();
        } else if (word == "camera" && std::cin >> argument) {
            static_cast<void>(reception.folder().standBeforeCamera(argument));
        } else if (word == "turn" && std::cin >> argument) {
            static_cast<void>(reception.folder().turn(argument == "left"    ? Facing::TheirLeft
                                                      : argument == "right" ? Facing::TheirRight
                                                                            : Facing::Camera));
        } else if (word == "trouble" && std::getline(std::cin, argument)) {
            static_cast<void>(reception.trouble(argument));
        } else if (word == "people") {
            for (const auto& persona : reception.folder().people())
                std::cout << persona.id << "  " << persona.name << "  PIN " << persona.pin << '\n';
        } else {
            std::cout
                << "card NAME | take | camera NAME | turn left|right|back | trouble WORDS | people | quit\n";
        }
    }
    return 0;
}

int runInside(const RunOptions& options)
{
    if (const auto problem = tryVisitNamespaces(); !problem.empty()) {
        std::cerr << "madoguchi-practice run: " << problem << '\n';
        return Enclosure::kNotBuilt;
    }
    auto folder = PracticeFolder::open(options.folder);
    if (!folder)
        return complain("the practice folder cannot be made", folder.fault());
    if (findPersona(folder->people(), options.persona) == nullptr) {
        std::cerr << "madoguchi-practice run: nobody is called " << options.persona << '\n';
        return 2;
    }
    if (const auto faces = folder->needFaces({options.persona}); !faces)
        return complain("the faces cannot be rendered", faces.fault());
    static_cast<void>(folder->standBeforeCamera(options.persona));

    PracticeSettings settings;
    settings.models = options.models;
    settings.headTurn = options.headTurn;
    settings.scripted = options.headless || options.once;
    settings.window = options.headless ? PracticeWindow::Offscreen : PracticeWindow::Window;
    PatientPlan plan;
    plan.persona = options.persona;
    plan.method = options.method;
    if (const auto written = folder->writePatient(plan); !written)
        return complain("the patient's plan cannot be written", written.fault());

    Reception reception{*std::move(folder), programFolder(), settings};
    if (const auto opened = reception.open(); !opened)
        return complain("the reception did not open; see its log folder", opened.fault());
    return options.once ? visitOnce(reception, options) : stayOpen(reception);
}

} // namespace

void addRun(CLI::App& program, Job& chosen)
{
    auto options = std::make_shared<RunOptions>();
    auto* command = program.add_subcommand("run", "Open a whole practice reception around the real terminal");
    command->add_option("--dir", options->folder, "The practice folder");
    command->add_option("--models", options->models, "Folder filled by packaging/fetch-models");
    command->add_option("--persona", options->persona, "Who comes; see resources/personas/people.toml");
    const std::map<std::string, Method> methods{{"face", Method::Face}, {"pin", Method::Pin}};
    command->add_option("--method", options->method, "face or pin")
        ->transform(CLI::CheckedTransformer(methods));
    const std::map<std::string, HeadTurnRule> turns{
        {"never", HeadTurnRule::Never}, {"doubt", HeadTurnRule::Doubt}, {"always", HeadTurnRule::Always}};
    command->add_option("--head-turn", options->headTurn, "[face] head_turn: never, doubt or always")
        ->transform(CLI::CheckedTransformer(turns));
    command->add_option("--link-kbps", options->linkKbps, "The card link takes as long as at this rate")
        ->check(CLI::IsMember({106, 212, 424, 848}));
    command->add_flag("--headless", options->headless, "No windows: the patient follows a script");
    command->add_flag("--once", options->once, "One visit, then a JSON line and the end");
    command->callback([options, &chosen] {
        options->headless = options->headless || !displayIsThere();
        options->once = options->once || options->headless;
        chosen = [options] { return Enclosure{}.run([&] { return runInside(*options); }); };
    });
}

} // namespace madoguchi
