// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <array>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <poll.h>
#include <set>
#include <string>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace fs = std::filesystem;

namespace {

constexpr uid_t kNobody = 65534;

/// Starts `program enclose -- sh -c script`, as `uid` when that is not us.
pid_t startEnclosed(const std::string& script, uid_t uid = ::geteuid(),
                    const fs::path& program = MADO_BIN_DIR "/madoguchi-practice")
{
    const pid_t pid = ::fork();
    if (pid != 0)
        return pid;
    if (uid != ::geteuid() && (::setgid(uid) != 0 || ::setuid(uid) != 0))
        ::_exit(99);
    ::execl(program.c_str(), "madoguchi-practice", "enclose", "--", "sh", "-c", script.c_str(),
            static_cast<char*>(nullptr));
    ::_exit(98);
}

/// The program where everybody may look, as an installed one is: a clone may lie where only its owner may.
class ProgramForAll {
public:
    ProgramForAll()
    {
        std::string name = (fs::temp_directory_path() / "enclosure-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        folder_ = name;
        fs::permissions(folder_, fs::perms{0755});
        fs::copy_file(MADO_BIN_DIR "/madoguchi-practice", path());
        fs::permissions(path(), fs::perms{0755});
    }
    ProgramForAll(const ProgramForAll&) = delete;
    ProgramForAll& operator=(const ProgramForAll&) = delete;
    ~ProgramForAll() { fs::remove_all(folder_); }
    [[nodiscard]] fs::path path() const { return folder_ / "madoguchi-practice"; }

private:
    fs::path folder_;
};

int waitFor(pid_t pid)
{
    int status = 0;
    ::waitpid(pid, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int enclosed(const std::string& script)
{
    return waitFor(startEnclosed(script));
}

/// Name, inode and change time of all that lies in the machine's /run and /run/pcscd.
std::set<std::string> machinesRun()
{
    std::set<std::string> found;
    for (const char* folder : {"/run", "/run/pcscd"}) {
        std::error_code none;
        for (const auto& entry : fs::directory_iterator{folder, none}) {
            struct stat about {};
            ::lstat(entry.path().c_str(), &about);
            found.insert(entry.path().string() + " " + std::to_string(about.st_ino));
        }
    }
    return found;
}

/// A pipe whose writing end stays open in whatever the test starts; it ends when the last of those is gone.
struct Witness {
    std::array<int, 2> pipe{};
    Witness() { REQUIRE(::pipe(pipe.data()) == 0); }
    ~Witness() { ::close(pipe[0]); }
    void letGo() { ::close(pipe[1]); }
    char read(int withinMilliseconds) const
    {
        pollfd wait{pipe[0], POLLIN, 0};
        REQUIRE(::poll(&wait, 1, withinMilliseconds) == 1);
        char byte = 0;
        return ::read(pipe[0], &byte, 1) == 1 ? byte : '\0';
    }
};

} // namespace

TEST_CASE("enclosedCommandsExitCodeComesBack")
{
    CHECK(enclosed("exit 7") == 7);
    CHECK(enclosed("exit 0") == 0);
    CHECK(enclosed("kill -KILL $$") == 128 + SIGKILL);
}

TEST_CASE("machinesOwnPcscdFolderIsUntouched")
{
    const auto before = machinesRun();

    CHECK(enclosed("test -S /run/pcscd/pcscd.comm && touch /run/pcscd/made-inside") == 0);

    CHECK(machinesRun() == before);
}

TEST_CASE("enclosureHasALoopbackAndNoOtherInterface")
{
    CHECK(enclosed("test \"$(ls /proc/self/net/dev_snmp6 2>/dev/null | grep -cv '^lo$')\" = 0 && "
                   "grep -q lo: /proc/self/net/dev") == 0);
}

TEST_CASE("usbReaderDriversAreOutOfSight")
{
    CHECK(enclosed("test -e /usr/lib/pcsc/drivers/libifdvpcd.so && ! ls -d /usr/lib/pcsc/drivers/*.bundle") ==
          0);
}

TEST_CASE("nothingStartedInsideOutlivesTheCommand")
{
    Witness witness;
    const pid_t pid = startEnclosed("setsid sleep 1000 & exit 3");
    witness.letGo();

    CHECK(waitFor(pid) == 3);

    CHECK(witness.read(5000) == '\0');
}

TEST_CASE("killingTheEnclosureKillsWhatIsInside")
{
    Witness witness;
    const pid_t pid = startEnclosed("echo r >&" + std::to_string(witness.pipe[1]) + "; setsid sleep 1000; :");
    witness.letGo();
    REQUIRE(witness.read(20000) == 'r');

    ::kill(pid, SIGKILL);
    waitFor(pid);

    CHECK(witness.read(5000) == '\n');
    CHECK(witness.read(5000) == '\0');
}

TEST_CASE("terminationIsPassedOnToTheCommand")
{
    Witness witness;
    const auto fd = std::to_string(witness.pipe[1]);
    const pid_t pid = startEnclosed("trap 'exit 5' TERM; echo r >&" + fd + "; while :; do sleep 0.1; done");
    witness.letGo();
    REQUIRE(witness.read(20000) == 'r');

    ::kill(pid, SIGTERM);

    CHECK(waitFor(pid) == 5);
}

namespace {

const std::string kPractice = MADO_BIN_DIR "/madoguchi-practice";

/// For a shell inside an enclosure, whose pcscd then stands for the machine's own: runs `command` where the
/// kernel gives no network namespaces, and `before` before that.
std::string refused(const std::string& command, const std::string& before = ":")
{
    return "exec unshare --user --map-root-user --mount sh -c '" + before +
           " && echo 0 > /proc/sys/user/max_net_namespaces && exec " + command + "'";
}

std::string contents(const fs::path& file)
{
    std::ifstream stream{file};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

} // namespace

TEST_CASE("withoutNamespacesTheMachinesOwnReaderServes")
{
    const fs::path said = fs::path{MADO_TEST_DIR} / "enclosure-refused.txt";

    CHECK(enclosed(refused(kPractice +
                           " enclose -- sh -c \"opensc-tool -l | grep -q Virtual.PCD.00.00 && exit 9\" 2>" +
                           said.string())) == 9);

    INFO(contents(said));
    CHECK(contents(said).find("this machine's own pcscd serves instead") != std::string::npos);
}

TEST_CASE("withoutNamespacesAndReaderOneMessageSaysWhatIsMissing")
{
    const fs::path said = fs::path{MADO_TEST_DIR} / "enclosure-missing.txt";

    CHECK(enclosed(refused(kPractice + " enclose -- true 2>" + said.string(),
                           "mount -t tmpfs none /run/pcscd")) == 125);

    const auto text = contents(said);
    INFO(text);
    for (const char* word : {"no namespaces", "run it as root", "no pcscd answers at /run/pcscd/pcscd.comm",
                             "apt-get install pcscd vsmartcard-vpcd"})
        CHECK(text.find(word) != std::string::npos);
}

TEST_CASE("visitsThatCouldNotBeErasedAreNotStarted")
{
    const fs::path said = fs::path{MADO_TEST_DIR} / "enclosure-visits.txt";

    CHECK(enclosed(refused(kPractice + " run --headless --once --dir " MADO_TEST_DIR "/no-visits 2>" +
                               said.string(),
                           "echo 0 > /proc/sys/user/max_pid_namespaces")) == 125);

    const auto text = contents(said);
    INFO(text);
    CHECK(text.find("PID namespace of their own, which is how they are erased") != std::string::npos);
}

TEST_CASE("ordinaryUserGetsAnEnclosureToo")
{
    if (::geteuid() != 0)
        return; // every other test has just shown it
    const ProgramForAll program;
    const pid_t pid = startEnclosed(
        "cd / && test -S /run/pcscd/pcscd.comm && test $(id -u) = 65534 && exit 6", kNobody, program.path());

    CHECK(waitFor(pid) == 6);
}
