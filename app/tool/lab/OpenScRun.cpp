// SPDX-License-Identifier: Apache-2.0
#include "tool/lab/OpenScRun.h"

#include "drivers/card/ReaderWatch.h"
#include "foundation/base/UniqueFd.h"
#include "foundation/process/StartProgram.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <future>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace madoguchi {
namespace {

using SteadyClock = std::chrono::steady_clock;
using Change = CardPresencePort::Change;

constexpr std::chrono::seconds kNoticedWithin{10};
constexpr const char* kToolWithin = "120"; // seconds, as timeout(1) takes them

/// pcscd looks at the reader every 0.4 s; what it has not noticed yet would count as the tool's time.
class Presence {
public:
    Result<void> await(Change wanted)
    {
        std::stop_source patience;
        auto change = std::async(std::launch::async, [&] { return watch_.next(patience.get_token()); });
        if (change.wait_for(kNoticedWithin) != std::future_status::ready)
            patience.request_stop();
        const auto found = change.get();
        if (!found)
            return found.fault();
        return *found == wanted ? Result<void>{}
                                : Fault{FaultCode::ReaderMissing, FaultSpace::None, 0, "tool/presence"};
    }

private:
    ReaderWatch watch_{{.reader = {"", VirtualReaders::Taken}}};
};

/// A file in memory that begins with `content`, to be read from its start.
int memoryFile(const std::string& content)
{
    const int file = memfd_create("input", MFD_CLOEXEC);
    if (file < 0 || write(file, content.data(), content.size()) != static_cast<ssize_t>(content.size()) ||
        lseek(file, 0, SEEK_SET) != 0)
        return close(file), -1;
    return file;
}

/// Runs a program to its end, with `input` on its standard input and its output thrown away. Its exit code.
Result<int> runTool(const std::vector<std::string>& words, const std::string& input)
{
    const UniqueFd standardInput{memoryFile(input)};
    const UniqueFd nowhere{open("/dev/null", O_WRONLY | O_CLOEXEC)};
    const auto pid =
        start({.file = words.front(),
               .arguments = {words.begin() + 1, words.end()},
               .descriptors = {{standardInput.value(), STDIN_FILENO}, {nowhere.value(), STDERR_FILENO}}});
    if (!pid)
        return pid.fault();
    int status = 0;
    if (waitpid(*pid, &status, 0) != *pid)
        return Fault{FaultCode::ChannelBroken, FaultSpace::Errno, errno, "tool/opensc"};
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

std::vector<std::string> readCertificate()
{
    return {"timeout", kToolWithin, "pkcs15-tool", "--read-certificate", "01"};
}

/// The PIN comes by standard input: never in argv, not even an invented one.
std::vector<std::string> sign(const std::string& hashFile)
{
    return {"timeout", kToolWithin, "pkcs15-crypt", "--sign",   "--key",     "01",    "--pkcs1", "--sha-256",
            "--raw",   "--input",   hashFile,       "--output", "/dev/null", "--pin", "-"};
}

Result<bool> useCard(const std::string& hashFile, const std::string& pin)
{
    const auto read = runTool(readCertificate(), {});
    if (!read)
        return read.fault();
    const auto signedIt = runTool(sign(hashFile), pin + '\n');
    if (!signedIt)
        return signedIt.fault();
    return *read == 0 && *signedIt == 0;
}

} // namespace

Result<OpenScRun> runOpenSc(Reception& reception, const Persona& persona, int linkKbps,
                            const std::string& driver)
{
    const int hash = memoryFile(std::string(32, '\x5a'));
    const auto hashFile = "/proc/" + std::to_string(getpid()) + "/fd/" + std::to_string(hash);
    if (driver.empty())
        unsetenv("OPENSC_DRIVER");
    else
        setenv("OPENSC_DRIVER", driver.c_str(), 1);

    Presence presence;
    std::vector<std::string> cardOptions;
    if (linkKbps > 0)
        cardOptions = {"--link-kbps", std::to_string(linkKbps)};
    if (const auto laid = reception.layCard(persona.id, cardOptions); !laid)
        return laid.fault();
    if (const auto noticed = presence.await(Change::Inserted); !noticed)
        return noticed.fault();

    const auto begin = SteadyClock::now();
    const auto worked = useCard(hashFile, persona.pin);
    const auto wall = std::chrono::duration_cast<std::chrono::milliseconds>(SteadyClock::now() - begin);
    const auto link = reception.takeCard();
    close(hash);
    if (!worked)
        return worked.fault();
    if (const auto gone = presence.await(Change::Removed); !gone)
        return gone.fault();
    return OpenScRun{*worked, wall, link};
}

} // namespace madoguchi
