// SPDX-License-Identifier: Apache-2.0
// The page through CUPS as Debian ships it: a cupsd of this test, in a folder of its own and reached by a
// socket there, with a printer that is a pipe. The settings are those packaging/README.md asks for; nothing
// of the page may stay.
#include "drivers/printer/PrintJob.h"
#include "foundation/base/UniqueFd.h"
#include "foundation/process/StartProgram.h"

#include <catch2/catch.hpp>

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <functional>
#include <poll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

namespace fs = std::filesystem;

void until(const std::function<bool()>& seen)
{
    const auto end = std::chrono::steady_clock::now() + 30s;
    while (!seen()) {
        REQUIRE(std::chrono::steady_clock::now() < end);
        std::this_thread::yield();
    }
}

/// The exit code of a program that needs no descriptor.
int run(const char* program, std::vector<std::string> arguments)
{
    const auto pid = start({program, std::move(arguments), {}, "/dev/null"});
    int status = 0;
    return pid && ::waitpid(*pid, &status, 0) == *pid && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

class Cups {
public:
    Cups()
    {
        std::string pattern = (fs::temp_directory_path() / "cups-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        folder_ = pattern;
        layOut();
        const auto started = start({"/usr/sbin/cupsd",
                                    {"-f", "-c", file("cupsd.conf"), "-s", file("cups-files.conf")},
                                    {},
                                    file("errors")});
        REQUIRE(started);
        pid_ = *started;
        ::setenv("CUPS_SERVER", file("cups.sock").c_str(), 1); // the client's own variable
        until([this] {                                         // it answers a while after its start
            return run("/usr/sbin/lpadmin", {"-p", "uketsuke", "-E", "-v", "paper:/tray", "-m", "raw"}) == 0;
        });
    }
    ~Cups()
    {
        ::unsetenv("CUPS_SERVER");
        ::kill(pid_, SIGTERM);
        ::waitpid(pid_, nullptr, 0);
        fs::remove_all(folder_);
    }
    Cups(const Cups&) = delete;
    Cups& operator=(const Cups&) = delete;

    /// What the printer gets, to its end.
    [[nodiscard]] std::string paper() const
    {
        std::string page;
        pollfd waited{tray_.value(), POLLIN, 0};
        for (char part[65'536];;) {
            REQUIRE(::poll(&waited, 1, 30'000) == 1);
            const auto got = ::read(tray_.value(), part, sizeof part);
            if (got <= 0)
                return page;
            page.append(part, static_cast<std::size_t>(got));
        }
    }
    [[nodiscard]] int spooled() const
    {
        int files = 0;
        for (const auto& entry : fs::recursive_directory_iterator{folder_ / "spool"})
            files += entry.is_regular_file() ? 1 : 0;
        return files;
    }
    /// Where in everything it wrote `words` stand.
    [[nodiscard]] bool keeps(const std::string& words) const
    {
        for (const auto& entry : fs::recursive_directory_iterator{folder_}) {
            if (!entry.is_regular_file()) // a pipe would be waited for
                continue;
            std::ifstream stream{entry.path(), std::ios::binary};
            if (std::string{std::istreambuf_iterator<char>{stream}, {}}.find(words) != std::string::npos)
                return true;
        }
        return false;
    }

private:
    [[nodiscard]] std::string file(const char* name) const { return (folder_ / name).string(); }

    void layOut()
    {
        for (const char* part : {"spool/tmp", "cache", "state", "bin/backend"})
            fs::create_directories(folder_ / part);
        for (const auto* part : {"", "bin", "bin/backend"}) // cupsd lets nobody else's programs run
            fs::permissions(folder_ / part, fs::perms{0755});
        fs::create_directory_symlink("/usr/lib/cups/daemon", folder_ / "bin" / "daemon");
        REQUIRE(::mkfifo(file("tray").c_str(), 0666) == 0);
        fs::permissions(file("tray"), fs::perms{0666}); // as root, cupsd prints as another user
        tray_ = UniqueFd{::open(file("tray").c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)};
        std::ofstream{file("bin/backend/paper")} << "#!/bin/sh\n[ $# -eq 6 ] || exit 0\nexec cat \"$6\" > '"
                                                 << file("tray") << "'\n";
        fs::permissions(file("bin/backend/paper"), fs::perms{0755});
        std::ofstream{file("cupsd.conf")} << "Listen " << file("cups.sock") << "\n"
                                          << "Browsing No\nWebInterface No\nDefaultAuthType None\n"
                                          << "PreserveJobFiles No\nPreserveJobHistory No\n"
                                          << "<Location />\nAllow all\n</Location>\n"
                                          << "<Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n"
                                          << "</Policy>\n";
        std::ofstream files{file("cups-files.conf")};
        files << "ServerRoot " << folder_.string() << "\nServerBin " << file("bin") << "\nRequestRoot "
              << file("spool") << "\nTempDir " << file("spool/tmp") << "\nCacheDir " << file("cache")
              << "\nStateDir " << file("state");
        for (const char* log : {"ErrorLog", "AccessLog", "PageLog"})
            files << '\n' << log << ' ' << file(log);
        files << '\n';
    }

    fs::path folder_;
    UniqueFd tray_;
    pid_t pid_{-1};
};

} // namespace

TEST_CASE("aRealSpoolerPrintsThePageWholeAndKeepsNothingOfIt")
{
    const std::string canary = "canary-of-a-page-94e1";
    std::string page = "%PDF-1.4\n";
    for (int i = 0; i < 20'000; ++i) // more than a pipe holds
        page += canary + '\n';
    const Cups cups;

    REQUIRE(print({"uketsuke"}, page));

    CHECK(cups.paper() == page);
    until([&cups] { return cups.spooled() == 0; });
    CHECK_FALSE(cups.keeps(canary));
}

TEST_CASE("aPrinterTheSpoolerDoesNotKnowIsNoticed")
{
    const Cups cups;

    const auto printed = print({"nobodys-printer"}, "%PDF-1.4\n");

    REQUIRE_FALSE(printed);
    CHECK(printed.fault().code == FaultCode::ChannelBroken);
    CHECK(cups.spooled() == 0);
}
