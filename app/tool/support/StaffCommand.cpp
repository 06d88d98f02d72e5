// SPDX-License-Identifier: Apache-2.0
// madoguchi-tool staff: who may sign in at this terminal. Passwords and PINs come from the keyboard without
// being shown, or as one line each from standard input; never from the command line, which every process can
// read.
#include "formats/status/DeskMessages.h"
#include "foundation/base/SystemClock.h"
#include "foundation/process/FolderOwner.h"
#include "services/settings/Settings.h"
#include "services/staff/OneTimeCode.h"
#include "services/staff/Rights.h"
#include "services/staff/StaffBook.h"
#include "tool/support/Subcommands.h"

#include <openssl/crypto.h>
#include <termios.h>
#include <unistd.h>

#include <iostream>
#include <memory>

namespace madoguchi {
namespace {

struct StaffOptions {
    std::string settings{"/etc/madoguchi/terminal.toml"};
    std::string name;
    std::string role;
};

/// While it lives, what is typed is not shown.
class Unseen {
public:
    Unseen() : terminal_{::tcgetattr(STDIN_FILENO, &before_) == 0}
    {
        auto silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (terminal_)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~Unseen()
    {
        if (terminal_)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;
    [[nodiscard]] bool terminal() const { return terminal_; }

private:
    termios before_{};
    bool terminal_;
};

Secret readLine(const char* prompt)
{
    const Unseen unseen;
    if (unseen.terminal())
        std::cerr << prompt << ": " << std::flush;
    std::string line;
    line.reserve(kMaxPassword + 1);
    for (int byte = std::cin.get(); byte != std::char_traits<char>::eof() && byte != '\n';
         byte = std::cin.get())
        if (line.size() <= kMaxPassword)
            line += static_cast<char>(byte);
    if (unseen.terminal())
        std::cerr << '\n';
    return Secret{std::move(line)};
}

/// Typed twice at a keyboard; once from a file or pipe.
std::optional<Secret> readNew(const char* what)
{
    auto first = readLine(what);
    if (::isatty(STDIN_FILENO) == 0)
        return first;
    const auto again = readLine("Once more");
    if (again.text() == first.text())
        return first;
    std::cerr << "The two differ.\n";
    return std::nullopt;
}

int said(const Result<StaffEdit>& edit)
{
    if (!edit) {
        std::cerr << "The staff file cannot be used (" << edit.fault().where << ' ' << edit.fault().value
                  << ")\n";
        return 2;
    }
    if (*edit != StaffEdit::Done)
        std::cerr << words(*edit) << '\n';
    return *edit == StaffEdit::Done ? 0 : 1;
}

int add(const StaffBook& book, const StaffOptions& options, const Settings&)
{
    const auto password = readNew("Password");
    return password ? said(book.add(options.name, *roleCalled(options.role), *password)) : 1;
}

int setPassword(const StaffBook& book, const StaffOptions& options, const Settings&)
{
    const auto password = readNew("Password");
    return password ? said(book.setPassword(options.name, *password)) : 1;
}

int setPin(const StaffBook& book, const StaffOptions& options, const Settings&)
{
    const auto pin = readNew("PIN");
    return pin ? said(book.setPin(options.name, *pin)) : 1;
}

/// The secret is shown once, on standard output, for the authenticator.
int setCode(const StaffBook& book, const StaffOptions& options, const Settings& settings)
{
    const auto secret = freshCodeSecret();
    if (!secret)
        return said(secret.fault());
    const int result = said(book.setCodeSecret(options.name, *secret));
    if (result == 0)
        std::cout << authenticatorAddress(options.name, settings.terminal, *secret) << '\n';
    return result;
}

/// They are shown once, on standard output, for an envelope that is sealed.
int setEmergency(const StaffBook& book, const StaffOptions& options, const Settings&)
{
    const auto codes = freshEmergencyCodes();
    if (!codes)
        return said(codes.fault());
    const int result = said(book.setEmergencyCodes(options.name, *codes));
    if (result == 0)
        for (const auto& code : *codes)
            std::cout << code.text() << '\n';
    return result;
}

int release(const StaffBook& book, const StaffOptions& options, const Settings&)
{
    return said(book.release(options.name));
}

int remove(const StaffBook& book, const StaffOptions& options, const Settings&)
{
    return said(book.remove(options.name));
}

int list(const StaffBook& book, const StaffOptions&, const Settings&)
{
    const auto people = book.people();
    if (!people)
        return said(people.fault());
    for (const auto& person : *people)
        std::cout << person.name << '\t' << name(person.role) << '\t'
                  << (person.codeSet ? "second factor" : "no second factor") << '\t'
                  << (person.pinSet ? "PIN" : "no PIN") << '\t' << person.failures << " failures\n";
    return 0;
}

using Deed = int (*)(const StaffBook&, const StaffOptions&, const Settings&);

int runStaff(Deed deed, const StaffOptions& options)
{
    const auto loaded = loadSettings(options.settings);
    for (const auto& problem : loaded.problems)
        std::cerr << problem.text() << '\n';
    if (!loaded.settings)
        return 2;
    if (const auto became = becomeOwnerOf(loaded.settings->staff.folder); !became)
        return said(became.fault());
    const SystemClock clock;
    const StaffBook book{loaded.settings->staff.folder, {.codeRequired = !loaded.settings->practice}, clock};
    return deed(book, options, *loaded.settings);
}

struct Verb {
    const char* word;
    const char* help;
    Deed deed;
};

constexpr Verb kVerbs[]{
    {"add", "A new member of staff; asks for the password", &add},
    {"passwd", "Sets the password", &setPassword},
    {"pin", "Sets the PIN that brings a locked desk back", &setPin},
    {"totp", "Makes a second factor and prints its address for an authenticator", &setCode},
    {"emergency", "Makes one-time codes for a sealed envelope, in place of those before, and prints them",
     &setEmergency},
    {"release", "Lets somebody try again who has used up all tries", &release},
    {"remove", "They can no longer sign in", &remove},
    {"list", "Everybody who can sign in", &list}};

} // namespace

void addStaff(CLI::App& program, Job& chosen)
{
    auto* staff = program.add_subcommand("staff", "Who may sign in at the desk");
    staff->require_subcommand(1);
    const auto options = std::make_shared<StaffOptions>();
    for (const auto& verb : kVerbs) {
        auto* command = staff->add_subcommand(verb.word, verb.help);
        command->add_option("--settings", options->settings, "The terminal's settings")
            ->capture_default_str();
        if (verb.deed != &list)
            command->add_option("NAME", options->name, "The sign-in name")->required();
        if (verb.deed == &add)
            command->add_option("--role", options->role, "What they are here")
                ->required()
                ->check(CLI::IsMember({"reception", "pharmacist", "doctor", "administrator"}));
        command->callback([&chosen, options, deed = verb.deed] {
            chosen = [options, deed] { return runStaff(deed, *options); };
        });
    }
}

} // namespace madoguchi
