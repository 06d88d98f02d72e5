// SPDX-License-Identifier: Apache-2.0
// madoguchi-practice central --dir DIR [--port N] [--people FILE] [--qualifications FILE]
// Runs the practice central until it is told to stop. When it can be asked, it prints its address on a line
// of its own, "https://localhost:PORT". DIR/trouble may hold words of practice/central/Trouble.h at any time.
#include "practice/program/PracticeCommands.h"

#include "drivers/sim/card/CardAuthorities.h"
#include "drivers/sim/personas/PeopleFile.h"
#include "foundation/process/Resources.h"
#include "practice/central/PracticeCentral.h"
#include "practice/enclosure/EndSignals.h"

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <memory>
#include <poll.h>
#include <string>

namespace madoguchi {

namespace {

struct CentralOptions {
    std::filesystem::path folder;
    std::filesystem::path people{peopleFile()};
    std::filesystem::path qualifications{resourceFolder() / "personas" / "qualifications.toml"};
    std::uint16_t port{0};
};

int failed(const char* what, const Fault& fault)
{
    std::fprintf(stderr, "central: %s (%.*s, %lld)\n", what, static_cast<int>(fault.where.size()),
                 fault.where.data(), static_cast<long long>(fault.value));
    return 1;
}

int runCentral(const CentralOptions& options)
{
    const EndSignals stop;
    auto people = loadPeople(options.people);
    if (!people)
        return failed("people.toml is not as it documents", people.fault());
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    if (const auto made = ensureCardAuthorities(options.folder / "pki", *people, now); !made)
        return failed("cannot make the cards' issuer", made.fault());
    const auto central = PracticeCentral::start({.pkiFolder = options.folder / "pki",
                                                 .people = std::move(*people),
                                                 .qualifications = options.qualifications,
                                                 .database = options.folder / "central.sqlite",
                                                 .troubleFile = options.folder / "trouble",
                                                 .port = options.port});
    if (!central)
        return failed("cannot start", central.fault());
    std::printf("%s\n", (*central)->address().c_str());
    std::fflush(stdout);
    pollfd end{.fd = stop.descriptor(), .events = POLLIN, .revents = 0};
    while (::poll(&end, 1, -1) < 0 && errno == EINTR) {
    }
    return 0;
}

} // namespace

void addCentral(CLI::App& program, Job& chosen)
{
    auto options = std::make_shared<CentralOptions>();
    auto* command =
        program.add_subcommand("central", "A central system over HTTPS that knows the practice's people");
    command->add_option("--dir", options->folder, "Practice folder")->required();
    command->add_option("--port", options->port, "Port on the loopback address; 0 takes any free one");
    command->add_option("--people", options->people, "people.toml")->check(CLI::ExistingFile);
    command->add_option("--qualifications", options->qualifications, "qualifications.toml")
        ->check(CLI::ExistingFile);
    command->callback([options, &chosen] { chosen = [options] { return runCentral(*options); }; });
}

} // namespace madoguchi
