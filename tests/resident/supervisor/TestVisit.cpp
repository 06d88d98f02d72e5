// SPDX-License-Identifier: Apache-2.0
// A visit without a patient: does what the word in the file beside the settings says (".behaviour"). A desk's
// OpenPane stands for the patient's coming, EndVisit for the end.
#include "formats/status/VisitMessages.h"
#include "foundation/base/SystemClock.h"
#include "foundation/line/Channel.h"
#include "foundation/process/GroupInit.h"
#include "foundation/process/KillTimer.h"
#include "foundation/process/ProcessHardening.h"

#include <sys/wait.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

class TestVisit {
public:
    TestVisit(Channel channel, std::string behaviour, std::filesystem::path notes)
        : channel_{std::move(channel)}, behaviour_{std::move(behaviour)}, notes_{std::move(notes)}
    {
    }

    int run()
    {
        if (behaviour_ == "die-at-start")
            return 1;
        send(VisitReady{});
        for (;;) {
            const auto message = channel_.receive(stop_);
            if (!message)
                return 0;
            const auto said = decodeSupervisorMessage(*message);
            if (!said)
                return 1;
            if (const auto* activate = std::get_if<Activate>(&*said))
                activated(*activate);
            else if (const auto* order = std::get_if<StaffOrder>(&*said))
                obey(*order);
            else if (std::holds_alternative<FactKept>(*said))
                report(Stage::Finished);
            else if (std::holds_alternative<FactLost>(*said))
                report(Stage::Failed);
        }
    }

private:
    void send(const VisitMessage& message) { (void)channel_.send(encode(message)).ok(); }

    void report(Stage stage, Outcome outcome = Outcome::None)
    {
        send(VisitReport{{.stage = stage, .outcome = outcome}, clock_.now()});
    }

    void activated(const Activate& order)
    {
        if (behaviour_ == "die-when-active")
            std::_Exit(1);
        if (behaviour_ == "look")
            look();
        if (behaviour_ == "learn") {
            std::ofstream notes{notes_};
            for (const auto& found : order.readers)
                notes << found.reader << ' ' << found.largestAnswer << '\n';
        }
        report(Stage::Idle);
    }

    void obey(StaffOrder order)
    {
        if (order == StaffOrder::EndVisit) {
            report(Stage::Erasing, Outcome::Received);
            timer_.erase();
        }
        if (behaviour_ == "crash")
            std::abort();
        if (behaviour_ == "family")
            raiseFamily();
        if (behaviour_ == "call" && !begun_)
            send(VisitReport{{.stage = Stage::ReadingCard, .staffCalled = true}, clock_.now()});
        begun_ = true;
        report(behaviour_ == "leave-card" ? Stage::CardLeftBehind : Stage::ReadingCard);
        if (behaviour_ == "overstay")
            send(VisitArmed{100ms}); // and arms nothing
        if (behaviour_ == "extend")
            for (const VisitMessage& message : {VisitMessage{VisitArmed{100ms}}, VisitMessage{VisitReady{}},
                                                VisitMessage{VisitArmed{10min}}})
                send(message);
        if (behaviour_ == "learn")
            send(ReaderFound{"Test Reader 00 00", 256});
        if (behaviour_ == "fact")
            send(AuditFact{AuditAct::IdentityProven, Method::Pin, std::nullopt});
        if (behaviour_ == "print")
            send(AuditFact{.act = AuditAct::PagePrinted, .page = PageKind::QualificationSheet});
        if (behaviour_ == "gibberish")
            (void)channel_.send("{\"visit\":\"name\"}").ok();
    }

    /// A busy child, a stopped one, a deaf one in a session of its own, and an orphan.
    static void raiseFamily()
    {
        if (::fork() == 0)
            for (std::atomic<unsigned> turns = 0;;)
                ++turns;
        if (::fork() == 0) {
            ::raise(SIGSTOP);
            std::_Exit(0);
        }
        if (::fork() == 0) {
            ::setsid();
            sigset_t all;
            sigfillset(&all);
            ::sigprocmask(SIG_SETMASK, &all, nullptr);
            for (;;)
                ::pause();
        }
        const pid_t parent = ::fork();
        if (parent == 0) {
            if (::fork() == 0)
                for (;;)
                    ::pause();
            std::_Exit(0);
        }
        ::waitpid(parent, nullptr, 0);
    }

    /// Notes what a group can see of the world.
    void look() const
    {
        std::ofstream notes{notes_};
        for (const auto& entry : std::filesystem::directory_iterator{"/proc"})
            if (std::isdigit(static_cast<unsigned char>(entry.path().filename().string().front())) != 0)
                notes << "process " << entry.path().filename().string() << '\n';
        for (const auto& entry : std::filesystem::directory_iterator{"/proc/self/fd"})
            notes << "fd " << entry.path().filename().string() << '\n';
        for (char** variable = environ; *variable != nullptr; ++variable)
            notes << "variable " << std::string{*variable}.substr(0, std::string{*variable}.find('='))
                  << '\n';
        notes << "end\n";
    }

    Channel channel_;
    StopSignal stop_;
    std::string behaviour_;
    std::filesystem::path notes_;
    bool begun_{false};
    KillTimer timer_{1min};
    SystemClock clock_;
};

std::string behaviourBeside(const std::filesystem::path& settings)
{
    std::ifstream stream{std::filesystem::path{settings}.replace_extension(".behaviour")};
    std::string word;
    stream >> word;
    return word;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 5 || !hardenProcess() || !leadGroup())
        return 1;
    auto channel = Channel::adopt(std::atoi(argv[2]));
    if (!channel)
        return 1;
    const std::filesystem::path settings{argv[4]};
    TestVisit visit{std::move(*channel), behaviourBeside(settings),
                    std::filesystem::path{settings}.replace_extension(".notes")};
    return visit.run();
}
