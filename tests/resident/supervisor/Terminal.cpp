// SPDX-License-Identifier: Apache-2.0
#include "Terminal.h"

#include "services/staff/PracticeStaff.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <catch2/catch.hpp>

#include <csignal>
#include <fstream>
#include <sstream>

namespace madoguchi {

namespace {

constexpr std::chrono::seconds kPatience{10};

constexpr const char* kSettings = R"(
practice = true
terminal = "test-1"
runtime_folder = "run"
[institution]
code = "1319999999"
name = "れんしゅう"
[card]
ca_files = ["ca.pem"]
[central]
url = "https://localhost/"
ca = "ca.pem"
crl = "crl.pem"
certificate = "t.pem"
key = "t.key"
[handoff]
folder = "face"
staging = "staging"
[face]
enabled = false
[audit]
folder = "audit"
[staff]
folder = "staff"
)";

UniqueFd openPidFd(pid_t pid)
{
    return UniqueFd{static_cast<int>(::syscall(SYS_pidfd_open, pid, 0))};
}

bool readable(int fd, std::chrono::milliseconds wait)
{
    pollfd waited{fd, POLLIN, 0};
    return ::poll(&waited, 1, static_cast<int>(wait.count())) == 1;
}

void linkOrCopy(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::error_code error;
    std::filesystem::create_hard_link(from, to, error);
    if (error)
        std::filesystem::copy_file(from, to);
}

void collect(pid_t root, std::vector<WatchedProcess>& found)
{
    const auto name = std::to_string(root);
    std::ifstream children{"/proc/" + name + "/task/" + name + "/children"};
    for (pid_t child = 0; children >> child;) {
        found.push_back({child, openPidFd(child)});
        collect(child, found);
    }
}

} // namespace

Terminal::Terminal(const std::string& behaviour, std::vector<std::string> options)
{
    std::string name = (std::filesystem::temp_directory_path() / "terminal-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    folder_ = name;
    layOut(behaviour);
    start(options);
    connect();
}

Terminal::~Terminal()
{
    if (pid_ > 0) {
        ::kill(pid_, SIGKILL);
        ::waitpid(pid_, nullptr, 0);
    }
    std::filesystem::remove_all(folder_);
}

void Terminal::layOut(const std::string& behaviour) const
{
    linkOrCopy(std::filesystem::path{MADO_BIN_DIR} / "madoguchi", file("madoguchi"));
    linkOrCopy(std::filesystem::path{MADO_TEST_DIR} / "supervisor_test_visit", file("madoguchi-visit"));
    std::ofstream{file("terminal.toml")} << kSettings;
    REQUIRE(hirePracticeStaff(file("staff")));
    behave(behaviour);
}

void Terminal::behave(const std::string& behaviour) const
{
    std::ofstream{file("terminal.behaviour")} << behaviour;
}

void Terminal::start(const std::vector<std::string>& options)
{
    const std::string program = file("madoguchi").string();
    const std::string settings = file("terminal.toml").string();
    std::vector<const char*> arguments{program.c_str(), "--settings", settings.c_str()};
    for (const auto& option : options)
        arguments.push_back(option.c_str());
    arguments.push_back(nullptr);

    pid_ = ::fork();
    if (pid_ == 0) {
        const int log = ::open(file("log").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
        ::dup2(log, STDERR_FILENO);
        ::setenv("SSLKEYLOGFILE", "/dev/null", 1);
        ::execv(program.c_str(), const_cast<char**>(arguments.data()));
        ::_exit(127);
    }
    REQUIRE(pid_ > 0);
    pidFd_ = openPidFd(pid_);
}

/// For what cannot be waited for by a descriptor: looks again and again, paced by watching whether the
/// supervisor has died.
void Terminal::lookUntil(const std::function<bool()>& seen) const
{
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (!seen()) {
        INFO(contents("log"));
        REQUIRE_FALSE(readable(pidFd_.value(), std::chrono::milliseconds{5}));
        REQUIRE(std::chrono::steady_clock::now() < deadline);
    }
}

void Terminal::connect()
{
    lookUntil([this] {
        auto connected = Channel::connect(file("run") / kBoardSocket);
        if (connected)
            desk_ = std::move(*connected);
        return connected.ok();
    });
    REQUIRE(desk_.send(encode(SignIn{practiceName(StaffRole::Reception), kPracticePassword, {}})));
    waitFor([](const BoardSnapshot& board) { return board.session.state == SessionState::Open; });
}

void Terminal::waitForLog(const std::string& words, int times) const
{
    lookUntil([&] {
        const auto log = contents("log");
        int found = 0;
        for (auto at = log.find(words); at != std::string::npos; at = log.find(words, at + 1))
            ++found;
        return found >= times;
    });
}

BoardSnapshot Terminal::waitFor(const Condition& condition)
{
    const StopSignal never;
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (!condition(last_)) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        const auto message = desk_.receive(never, std::max(left, std::chrono::milliseconds{0}));
        INFO(contents("log"));
        REQUIRE(message);
        const auto board = decodeBoard(*message);
        REQUIRE(board);
        last_ = *board;
    }
    return last_;
}

BoardSnapshot Terminal::waitUntilReady()
{
    return waitFor([](const BoardSnapshot& board) { return board.inService && board.spareWarm; });
}

void Terminal::order(StaffOrder order)
{
    REQUIRE(last_.inService);
    REQUIRE(desk_.send(encode(DeskOrder{last_.rows.front().tag, order})));
}

BoardSnapshot Terminal::begin()
{
    waitUntilReady();
    order(StaffOrder::OpenPane);
    return waitFor([](const BoardSnapshot& board) {
        return board.inService && board.rows.front().status.stage == Stage::ReadingCard;
    });
}

void Terminal::signal(int number) const
{
    REQUIRE(::kill(pid_, number) == 0);
}

int Terminal::waitForExit()
{
    REQUIRE(readable(pidFd_.value(), kPatience));
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

void Terminal::restart(int number)
{
    signal(number);
    waitForExit();
    start({});
    lookUntil([this] { return Channel::connect(file("run") / kBoardSocket).ok(); });
}

std::string Terminal::contents(const std::string& name) const
{
    std::ifstream stream{file(name)};
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::vector<WatchedProcess> descendants(pid_t root)
{
    std::vector<WatchedProcess> found;
    collect(root, found);
    return found;
}

bool allEnded(const std::vector<WatchedProcess>& processes, std::chrono::milliseconds limit)
{
    const auto deadline = std::chrono::steady_clock::now() + limit;
    for (const auto& process : processes) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        if (!readable(process.pidFd.value(), std::max(left, std::chrono::milliseconds{0})))
            return false;
    }
    return true;
}

} // namespace madoguchi
