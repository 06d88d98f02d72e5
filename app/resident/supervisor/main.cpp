// SPDX-License-Identifier: Apache-2.0
// madoguchi: the terminal's long-lived process.
#include "domain/status/FaultTable.h"
#include "domain/text/Texts.h"
#include "foundation/base/SystemClock.h"
#include "foundation/process/ProcessHardening.h"
#include "foundation/process/ProcessLimits.h"
#include "foundation/process/StartProgram.h"
#include "resident/supervisor/RuntimeFolder.h"
#include "resident/supervisor/Supervisor.h"
#include "services/selfcheck/SelfCheck.h"
#include "services/settings/Settings.h"

#include <sys/signalfd.h>

#include <CLI/CLI.hpp>

#include <array>
#include <csignal>
#include <iostream>
#include <utility>

namespace madoguchi {

namespace {

constexpr int kCannotRun = 2;

void log(std::string_view what, const Fault& fault)
{
    std::cerr << "madoguchi: " << what << " (" << faultRow(fault.code).supportCode << ' ' << fault.where
              << ' ' << fault.value << ")\n";
}

int failed(std::string_view what, const Fault& fault)
{
    log(what, fault);
    return kCannotRun;
}

/// Says what the machine lacks, and returns it for the board.
std::vector<int> announceFindings()
{
    std::vector<int> numbers;
    for (const auto finding : selfCheck(readMachineFacts())) {
        std::cerr << "madoguchi: warning: " << text(words(finding), Language::English) << '\n';
        numbers.push_back(static_cast<int>(finding));
    }
    return numbers;
}

/// Ends by SIGTERM and SIGINT become readable, like everything else the loop waits for.
UniqueFd endSignals()
{
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    ::sigprocmask(SIG_BLOCK, &ends, nullptr);
    return UniqueFd{::signalfd(-1, &ends, SFD_CLOEXEC | SFD_NONBLOCK)};
}

UserNamespace userNamespaces(const Settings& settings)
{
    return settings.practice ? UserNamespace::Allowed : UserNamespace::Refused;
}

GroupCommand groupOf(const Settings& settings, const char* program)
{
    return {programFolder() / program, {"--settings", settings.file.string()}, userNamespaces(settings)};
}

GroupCommand exchangeOf(const Settings& settings)
{
    return settings.handOff.req.empty() ? GroupCommand{} : groupOf(settings, "madoguchi-exchange");
}

constexpr std::array kMissing{
    std::pair{std::string_view{"supervisor/ownProc"},
              "a patient's processes cannot have a /proc of their own, so that they would see everybody "
              "else's. In a "
              "container, let it mount proc; on a machine, start by madoguchi.service"},
    std::pair{
        std::string_view{"supervisor/spawnGroup"},
        "a patient's processes must have namespaces of their own, which is how they are erased. That needs "
        "CAP_SYS_ADMIN, which madoguchi.service gives and takes away again before any of them runs"},
};

/// Whether patients' processes can be started here as they have to be; if not, why.
Result<void> tryGroups(const Settings& settings)
{
    const auto tried = tryGroup(userNamespaces(settings));
    if (tried)
        return tried;
    for (const auto& [where, words] : kMissing)
        if (where == tried.fault().where)
            std::cerr << "madoguchi: " << words << ".\n";
    return tried;
}

int supervise(const Settings& settings, bool once)
{
    const SystemClock clock;
    if (const auto tried = tryGroups(settings); !tried)
        return failed("no visit could be erased here", tried.fault());
    if (const auto prepared = prepareRuntimeFolder(settings.runtimeFolder); !prepared)
        return failed("the runtime folder cannot be used", prepared.fault());
    auto audit = AuditLog::open(settings.audit.folder, settings.terminal, settings.audit.headEvery, clock);
    if (!audit)
        return failed("the audit log cannot be opened", audit.fault());

    std::signal(SIGXFSZ, SIG_IGN); // a log that may not grow is a fault to be told, not our end
    EventLoop loop;
    SupervisorPlan plan{.visit = groupOf(settings, "madoguchi-visit"),
                        .cap = settings.deadlines.cap,
                        .exchange = exchangeOf(settings),
                        .once = once,
                        .staffFolder = settings.staff.folder,
                        .staffRules = {.codeRequired = !settings.practice}};
    Supervisor supervisor{
        std::move(plan), loop,  Board{settings.terminal, settings.practice, announceFindings()},
        *audit,          clock, log};
    const UniqueFd ends = endSignals();
    if (const auto watched = loop.watch(ends.value(), [&] { supervisor.shutDown(); }); !watched)
        return failed("signals cannot be received", watched.fault());
    if (const auto started = supervisor.start(settings.runtimeFolder / kBoardSocket); !started)
        return failed("the board cannot be offered", started.fault());
    loop.run();
    return !once || supervisor.lastOutcome() == Outcome::Received ? 0 : 1;
}

int run(const std::string& file, bool once)
{
    if (const auto hardened = hardenProcess(); !hardened)
        return failed("this process cannot be protected", hardened.fault());
    if (const auto limited = limitProcess(kSupervisorLimits); !limited)
        return failed("this process cannot be limited", limited.fault());
    const auto loaded = loadSettings(file);
    for (const auto& problem : loaded.problems)
        std::cerr << problem.text() << '\n';
    return loaded.settings ? supervise(*loaded.settings, once) : kCannotRun;
}

} // namespace

} // namespace madoguchi

int main(int argc, char** argv)
{
    CLI::App app{"Madoguchi, the terminal of a reception desk"};
    std::string settings = "/etc/madoguchi/terminal.toml";
    bool once = false;
    app.add_option("--settings", settings, "The terminal's settings")->capture_default_str();
    app.add_flag("--once", once, "End with the first visit that had a patient; 0 when it was received");
    CLI11_PARSE(app, argc, argv);
    return madoguchi::run(settings, once);
}
