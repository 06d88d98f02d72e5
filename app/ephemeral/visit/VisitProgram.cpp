// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/visit/VisitProgram.h"

#include "domain/visit/VisitRunner.h"
#include "drivers/face/ChipPicture.h"
#include "drivers/receipt/oqs/HandOverNames.h"
#include "ephemeral/visit/ChartDesk.h"
#include "ephemeral/visit/FrontEnd.h"
#include "ephemeral/visit/PageDesk.h"
#include "ephemeral/visit/Ports.h"
#include "ephemeral/visit/StaffPane.h"
#include "ephemeral/visit/SupervisorLink.h"
#include "foundation/base/CivilDate.h"
#include "foundation/base/SystemClock.h"
#include "foundation/base/Worker.h"
#include "foundation/picture/PreviewFrame.h"
#include "foundation/process/KillTimer.h"
#include "foundation/process/StartProgram.h"

#include <cstdio>
#include <unistd.h>
#include <vector>

namespace madoguchi {
namespace {

/// Ends the visit's process; its parent is the group's init, so the whole group goes with it.
[[noreturn]] void endGroup()
{
    _exit(0);
}

/// The kernel's timer, and the supervisor told about it, so that its second timer runs too.
class GroupErasure final : public ErasurePort {
public:
    GroupErasure(std::chrono::milliseconds cap, SupervisorLink& link) : timer_{cap}, cap_{cap}, link_{link} {}

    Result<void> arm(std::chrono::milliseconds within) override
    {
        auto armed = timer_.arm(within);
        if (armed)
            link_.armed(cap_);
        return armed;
    }
    void erase() override { timer_.erase(); }

private:
    KillTimer timer_;
    std::chrono::milliseconds cap_;
    SupervisorLink& link_;
};

/// Screens to every front end, status to the supervisor, and of both what staff need to their window.
class Observer final : public VisitObserver {
public:
    Observer(SupervisorLink& link, std::vector<std::unique_ptr<FrontEnd>>& frontEnds, StaffPane& pane,
             ChartDesk& charts, std::filesystem::path pictures)
        : link_{link}, frontEnds_{frontEnds}, pane_{pane}, charts_{charts}, pictures_{std::move(pictures)}
    {
    }

    void screenChanged(const Screen& screen) override
    {
        for (const auto& frontEnd : frontEnds_)
            frontEnd->show(screen);
        pane_.change([&screen](PaneView& view) {
            view.maskedName = screen.maskedName; // the rest of the screen is the patient's
        });
    }
    Result<void> statusChanged(const VisitStatus& status, const std::vector<AuditFact>& facts) override
    {
        auto recorded = link_.report(status, facts);
        if (recorded)
            pane_.change([&status](PaneView& view) { view.status = status; });
        return recorded;
    }
    void answered(const EligibilityAnswer& answer) override
    {
        pane_.change([&answer](PaneView& view) { view.record = paneRecord(answer); });
        charts_.answered(answer);
    }
    void portraitShown(const ChipPortrait& portrait) override
    {
        decoder_.add([this, jpeg2000 = portrait.jpeg2000](std::stop_token) {
            auto picture = jpeg2000.empty() ? Bytes{} : chipPicture(jpeg2000, pictures_);
            pane_.change([&picture](PaneView& view) { view.photo = std::move(picture); });
        });
    }

private:
    SupervisorLink& link_;
    std::vector<std::unique_ptr<FrontEnd>>& frontEnds_;
    StaffPane& pane_;
    ChartDesk& charts_;
    std::filesystem::path pictures_; // the program that makes them
    Worker decoder_;                 // last: it uses the others
};

std::vector<std::string> kioskArguments(const Settings& settings, int preview)
{
    std::vector<std::string> arguments{"--preview", std::to_string(preview), "--clinic",
                                       settings.institution.name};
    if (settings.practice)
        arguments.emplace_back("--practice");
    if (settings.kiosk.window == KioskWindow::Fullscreen)
        arguments.emplace_back("--fullscreen");
    else
        arguments.insert(arguments.end(), {"--width", std::to_string(settings.kiosk.width), "--height",
                                           std::to_string(settings.kiosk.height)});
    return arguments;
}

std::filesystem::path paneProgram(const Settings& settings)
{
    return programFolder() / (settings.practiceStaff.empty() ? "madoguchi-pane" : "madoguchi-practice");
}

std::vector<std::string> paneArguments(const Settings& settings)
{
    if (!settings.practiceStaff.empty())
        return {"staff", "--script", settings.practiceStaff.string()};
    if (settings.printing.printer.empty())
        return {};
    return {"--printer", settings.printing.printer, "--print-program", settings.printing.program.string()};
}

/// The kiosk, and in practice the scripted patient, if the settings name one.
Result<void> startFrontEnds(const Settings& settings, int preview, const FrontEnd::Sink& sink,
                            std::vector<std::unique_ptr<FrontEnd>>& frontEnds)
{
    if (settings.kiosk.window != KioskWindow::None) {
        const auto program =
            settings.kiosk.program.empty() ? programFolder() / "madoguchi-kiosk" : settings.kiosk.program;
        auto kiosk = FrontEnd::start(program, kioskArguments(settings, preview), {preview}, sink, endGroup);
        if (!kiosk)
            return kiosk.fault();
        frontEnds.push_back(*std::move(kiosk));
    }
    if (!settings.practiceScript.empty()) {
        auto patient =
            FrontEnd::start(programFolder() / "madoguchi-practice",
                            {"patient", "--script", settings.practiceScript.string()}, {}, sink, [] {});
        if (!patient)
            return patient.fault();
        frontEnds.push_back(*std::move(patient));
    }
    return {};
}

int complain(const Fault& fault)
{
    std::fprintf(stderr, "madoguchi-visit: %.*s failed (%lld)\n", static_cast<int>(fault.where.size()),
                 fault.where.data(), static_cast<long long>(fault.value));
    return 1;
}

/// The patient has left: as if they had pressed 「やめる」. A window that cannot be opened is said in the
/// log; the visit goes on, its patient can still use the other ways.
void obey(StaffOrder order, VisitRunner& runner, StaffPane& pane)
{
    switch (order) {
    case StaffOrder::EndVisit:
        return runner.post(PatientInput{Cancelled{}});
    case StaffOrder::OpenPane:
    case StaffOrder::TypeNumber:
        if (const auto opened = pane.open(); !opened)
            complain(opened.fault());
        else if (order == StaffOrder::TypeNumber)
            runner.post(StaffInput{StaffBegan{}});
    }
}

} // namespace

int runVisit(int channel, const Settings& settings)
{
    auto line = Channel::adopt(channel);
    if (!line)
        return complain(line.fault());
    const auto preview = createPreviewMemory();
    if (!preview)
        return complain(preview.fault());

    SystemClock clock;
    SupervisorLink link{*std::move(line), clock};
    GroupErasure erasure{settings.deadlines.cap, link};
    std::vector<std::unique_ptr<FrontEnd>> frontEnds;
    PortSet ports{settings, clock, preview->value()};
    ports.onReaderFound([&link](const ReaderFound& found) { link.readerFound(found); });
    VisitRunner* running{nullptr}; // the pane cannot be opened before the runner stands
    ChartDesk* charts{nullptr};
    PageDesk* pages{nullptr};
    StaffPane pane{paneProgram(settings), paneArguments(settings), [&](const PaneInput& input) {
                       if (const auto* said = std::get_if<StaffInput>(&input)) {
                           if (std::holds_alternative<PaneOpened>(*said))
                               link.paneOpened();
                           running->post(*said);
                       } else if (const auto* page = std::get_if<PageOrder>(&input)) {
                           pages->obey(*page);
                       } else {
                           charts->obey(input);
                       }
                   }};
    pane.change([&](PaneView& view) {
        view.practice = settings.practice;
        view.today = wireDate(civilDay(clock.wallTime()));
    });
    const auto show = [&pane](const std::function<void(PaneView&)>& edit) { pane.change(edit); };
    ChartDesk chartDesk{chartSources(settings), show};
    charts = &chartDesk;
    PageDesk pageDesk{[&link](PageKind page) { return link.pageWanted(page); }, show};
    pages = &pageDesk;
    Observer observer{link, frontEnds, pane, chartDesk, faceProgram(settings.face)};
    VisitRunner runner{ports.ports(clock, erasure), ports.abilities(), settings.deadlines.timings,
                       settings.practice, observer};
    running = &runner;

    const auto sink = [&runner](const PatientInput& input) { runner.post(input); };
    if (const auto started = startFrontEnds(settings, preview->value(), sink, frontEnds); !started)
        return complain(started.fault());

    if (settings.kiosk.window != KioskWindow::None)
        if (const auto warm = pane.warmUp(); !warm)
            complain(warm.fault());

    link.open({.activate =
                   [&](const Activate& order) {
                       ports.recall(order.readers);
                       runner.activate(order.cardLeft);
                   },
               .order = [&](StaffOrder order) { obey(order, runner, pane); },
               .end = endGroup});
    runner.run({});
    return 0;
}

} // namespace madoguchi
