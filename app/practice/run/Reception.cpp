// SPDX-License-Identifier: Apache-2.0
#include "practice/run/Reception.h"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace madoguchi {
namespace {

constexpr std::chrono::seconds kStartWithin{30};

} // namespace

Reception::Reception(PracticeFolder folder, std::filesystem::path programs, PracticeSettings settings)
    : folder_{std::move(folder)}, programs_{std::move(programs)}, settings_{std::move(settings)}
{
    settings_.programs = programs_;
}

Helper::Options Reception::program(const std::string& name, std::vector<std::string> arguments) const
{
    return {programs_ / name, std::move(arguments), folder_.path() / "log" / (name + ".log")};
}

Result<void> Reception::open()
{
    if (const auto written = folder_.writeSettings(settings_); !written)
        return written;
    if (const auto laid = folder_.needCharts(); !laid)
        return laid;
    if (const auto started = startCentral(); !started)
        return started;
    if (const auto started = startDesk(); !started)
        return started;
    return startTerminal();
}

/// Before the terminal: the board finds it by itself, and again after each of its restarts.
Result<void> Reception::startDesk()
{
    if (settings_.window != PracticeWindow::Window)
        return {};
    auto started = Helper::start(program("madoguchi-desk", {"--settings", folder_.settings().string()}));
    if (!started)
        return started.fault();
    desk_ = *std::move(started);
    return {};
}

Result<void> Reception::startCentral()
{
    auto options = program("madoguchi-practice",
                           {"central", "--dir", folder_.path().string(), "--people",
                            folder_.peopleFile().string(), "--port", std::to_string(settings_.centralPort)});
    options.readyLine = "https://";
    auto started = Helper::start(options);
    if (!started)
        return started.fault();
    central_ = *std::move(started);
    return {};
}

Result<void> Reception::startTerminal()
{
    if (settings_.window == PracticeWindow::Offscreen) {
        setenv("QT_QPA_PLATFORM", "offscreen", 1);
        setenv("QT_QUICK_BACKEND", "software", 1);
    }
    auto started = Helper::start(program("madoguchi", {"--settings", folder_.settings().string()}));
    if (!started)
        return started.fault();
    terminal_ = *std::move(started);
    auto watch = VisitWatch::connect(folder_.path() / "run", kStartWithin);
    if (!watch)
        return watch.fault();
    watch_ = *std::move(watch);
    return watch_->untilReady(kStartWithin);
}

void Reception::stopTerminal()
{
    watch_.reset();
    terminal_.stop();
}

Result<void> Reception::layCard(const std::string& persona, const std::vector<std::string>& options)
{
    auto card = program("madoguchi-practice", {"card", "--persona", persona, "--dir", folder_.path().string(),
                                               "--people", folder_.peopleFile().string(), "--report"});
    card.arguments.insert(card.arguments.end(), options.begin(), options.end());
    card.readyLine = "card on the reader";
    auto started = Helper::start(card);
    if (!started)
        return started.fault();
    card_ = *std::move(started);
    return {};
}

LinkReport Reception::takeCard()
{
    LinkReport report;
    long long microseconds = 0;
    if (card_.running())
        ::kill(card_.pid(), SIGTERM);
    const auto printed = card_.rest();
    const auto line = printed.rfind("{\"apdus\"");
    if (line != std::string::npos)
        std::sscanf(printed.c_str() + line,
                    "{\"apdus\":%zu,\"command_bytes\":%zu,\"response_bytes\":%zu,\"link_us\":%lld",
                    &report.apdus, &report.commandBytes, &report.responseBytes, &microseconds);
    report.linkTime = std::chrono::microseconds{microseconds};
    card_.stop();
    return report;
}

Result<void> Reception::trouble(const std::string& words) const
{
    std::ofstream file{folder_.path() / "trouble"};
    file << words << '\n';
    return file ? Result<void>{}
                : Result<void>{Fault{FaultCode::SettingsInvalid, FaultSpace::None, 0, "practice/trouble"}};
}

} // namespace madoguchi
