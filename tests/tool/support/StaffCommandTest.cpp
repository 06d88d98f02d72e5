// SPDX-License-Identifier: Apache-2.0
// madoguchi-tool staff, the real program with real costs: what an administrator types, what comes back, and
// who can sign in afterwards. Secrets come from standard input and never come back.
#include "Tool.h"

#include "foundation/base/SystemClock.h"
#include "services/staff/OneTimeCode.h"
#include "services/staff/StaffBook.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

using namespace madoguchi;

namespace {

constexpr const char* kPassword = "shiroi-neko-to-umi";
constexpr const char* kAnother = "akai-hana-to-kumo";
constexpr const char* kPin = "3719";

/// A terminal's settings and staff folder, and the book as the terminal reads it.
class Office {
public:
    Office()
    {
        std::ifstream example{std::string{MADO_SOURCE_DIR} + "/resources/settings/terminal.toml"};
        std::string text{std::istreambuf_iterator<char>{example}, {}};
        const std::string known = "\"/var/lib/madoguchi/staff\"";
        REQUIRE(text.find(known) != std::string::npos);
        text.replace(text.find(known), known.size(), "\"" + (folder / "staff").string() + "\"");
        std::ofstream{folder / "terminal.toml"} << text;
    }
    ~Office() { std::filesystem::remove_all(folder); }
    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;

    /// staff VERB …, with what is typed.
    [[nodiscard]] Ended staff(std::vector<std::string> words, const std::string& typed = {}) const
    {
        words.insert(words.begin(), "staff");
        words.insert(words.end(), {"--settings", (folder / "terminal.toml").string()});
        auto ended = tool(std::move(words), typed.empty() ? typed : typed + "\n");
        for (const auto* secret : {kPassword, kAnother, kPin}) // not even where something went wrong
            CHECK((ended.output + ended.errors).find(secret) == std::string::npos);
        return ended;
    }
    void hire(const std::string& name, const std::string& role) const
    {
        const auto added = staff({"add", name, "--role", role}, kPassword);
        INFO(added.errors);
        REQUIRE(added.code == 0);
    }
    [[nodiscard]] std::vector<std::string> list() const
    {
        const auto told = staff({"list"});
        REQUIRE(told.code == 0);
        std::istringstream stream{told.output};
        std::vector<std::string> lines;
        for (std::string line; std::getline(stream, line);)
            lines.push_back(line);
        return lines;
    }
    [[nodiscard]] SignInVerdict signIn(const std::string& name, const std::string& password,
                                       const std::string& code) const
    {
        return book.signIn(name, Secret{password}, code);
    }
    /// The code of the authenticator that was given this address.
    [[nodiscard]] std::string codeOf(const std::string& address) const
    {
        const auto from = address.find("secret=") + 7;
        const auto secret = fromBase32(address.substr(from, address.find('&') - from));
        REQUIRE(secret);
        const auto now = clock.wallTime().time_since_epoch();
        return oneTimeCode(*secret, static_cast<std::uint64_t>(now / kOneTimeStep));
    }

    static std::filesystem::path made()
    {
        std::string name = (std::filesystem::temp_directory_path() / "staff-tool-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        return name;
    }

    SystemClock clock;
    std::filesystem::path folder{made()};
    StaffBook book{folder / "staff", {}, clock};
};

std::vector<std::string> linesOf(const std::string& text)
{
    std::istringstream stream{text};
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

} // namespace

TEST_CASE("whoIsAddedWithBothFactorsCanSignInAndUnlock")
{
    const Office office;
    office.hire("tanaka", "reception");
    CHECK(office.list() ==
          std::vector<std::string>{"tanaka\treception\tno second factor\tno PIN\t0 failures"});
    CHECK(office.signIn("tanaka", kPassword, "").problem ==
          DeskProblem::SignInWrong); // a real terminal wants both

    const auto address = office.staff({"totp", "tanaka"});
    REQUIRE(address.code == 0);
    CHECK(address.output.starts_with("otpauth://totp/Madoguchi%20desk-1:tanaka?secret="));
    CHECK(office.staff({"pin", "tanaka"}, kPin).code == 0);

    const auto verdict = office.signIn("tanaka", kPassword, office.codeOf(address.output));
    CHECK(verdict.problem == DeskProblem::None);
    REQUIRE(verdict.person);
    CHECK(verdict.person->role == StaffRole::Reception);
    CHECK(office.book.pinFits("tanaka", Secret{kPin}));
    CHECK(office.list() == std::vector<std::string>{"tanaka\treception\tsecond factor\tPIN\t0 failures"});
}

TEST_CASE("aNewPasswordReplacesTheOld")
{
    const Office office;
    office.hire("tanaka", "doctor");
    const auto address = office.staff({"totp", "tanaka"});

    CHECK(office.staff({"passwd", "tanaka"}, kAnother).code == 0);

    const auto code = office.codeOf(address.output);
    CHECK(office.signIn("tanaka", kPassword, code).problem == DeskProblem::SignInWrong);
    CHECK(office.signIn("tanaka", kAnother, code).problem == DeskProblem::None);
}

TEST_CASE("emergencyCodesOpenOnceEach")
{
    const Office office;
    office.hire("suzuki", "pharmacist");

    const auto printed = office.staff({"emergency", "suzuki"});

    REQUIRE(printed.code == 0);
    const auto codes = linesOf(printed.output);
    REQUIRE(codes.size() == kEmergencyCodes);
    CHECK(office.signIn("suzuki", kPassword, codes[2]).problem == DeskProblem::None);
    CHECK(office.signIn("suzuki", kPassword, codes[2]).problem == DeskProblem::SignInWrong);
    CHECK(*office.book.sealBroken());
    CHECK(office.staff({"emergency", "suzuki"}).code == 0);
    CHECK_FALSE(*office.book.sealBroken());
}

TEST_CASE("failuresAreListedAndReleased")
{
    const Office office;
    office.hire("tanaka", "reception");
    for (int i = 0; i < 2; ++i)
        static_cast<void>(office.signIn("tanaka", "wrong-wrong-wrong", ""));
    CHECK(office.list().front().ends_with("\t2 failures"));

    CHECK(office.staff({"release", "tanaka"}).code == 0);

    CHECK(office.list().front().ends_with("\t0 failures"));
}

TEST_CASE("whoIsRemovedIsNobody")
{
    const Office office;
    office.hire("tanaka", "reception");
    office.hire("kanri", "administrator");

    CHECK(office.staff({"remove", "tanaka"}).code == 0);

    CHECK(office.list().size() == 1);
    for (const auto* verb : {"remove", "release", "totp", "emergency"}) {
        const auto ended = office.staff({verb, "tanaka"});
        INFO(verb);
        CHECK(ended.code == 1);
        CHECK(ended.output.empty());
        CHECK(ended.errors.find("nobody has this name") != std::string::npos);
    }
}

TEST_CASE("whatIsNoGoodIsRefusedWithASentence")
{
    const Office office;
    office.hire("tanaka", "reception");
    struct Case {
        std::vector<std::string> words;
        std::string typed;
        const char* says;
    };
    for (const auto& [words, typed, says] : std::vector<Case>{
             {{"add", "suzuki", "--role", "reception"}, "short", "13 characters"},
             {{"add", "suzuki", "--role", "reception"}, "passwordpassword", "guessed at once"},
             {{"add", "suzuki", "--role", "reception"}, "", "13 characters"},
             {{"add", "Suzuki!", "--role", "reception"}, kPassword, "a name has"},
             {{"add", "tanaka", "--role", "reception"}, kPassword, "already"},
             {{"passwd", "tanaka"}, "tanaka-tanaka-1", "guessed at once"},
             {{"pin", "tanaka"}, "1234", "a PIN has"},
             {{"pin", "tanaka"}, "", "a PIN has"},
         }) {
        const auto ended = office.staff(words, typed);
        INFO(words[0] << " " << ended.errors);
        CHECK(ended.code == 1);
        CHECK(ended.errors.find(says) != std::string::npos);
    }
    CHECK(office.list().size() == 1);
}

TEST_CASE("aSecretOnTheCommandLineIsNotTaken")
{
    const Office office;
    for (const auto& words :
         {std::vector<std::string>{"add", "suzuki", "geheim-geheim-geheim", "--role", "doctor"},
          {"add", "suzuki", "--role", "nurse"},
          {"add", "suzuki"},
          {"pin"},
          {}}) {
        const auto ended = office.staff(words, kPassword);
        CHECK(ended.code > 1);
        CHECK(ended.output.empty());
    }
    CHECK(office.list().empty());
}

TEST_CASE("aDamagedStaffFileIsSaidAndLeftAlone")
{
    const Office office;
    office.hire("tanaka", "reception");
    const auto file = office.folder / "staff" / StaffFile::kName;
    std::ofstream{file} << "{";

    CHECK(office.staff({"list"}).code == 2);
    const auto added = office.staff({"add", "suzuki", "--role", "reception"}, kPassword);

    CHECK(added.code == 2);
    CHECK(added.errors.find("cannot be used") != std::string::npos);
    std::ifstream after{file};
    CHECK(std::string{std::istreambuf_iterator<char>{after}, {}} == "{");
}
