// SPDX-License-Identifier: Apache-2.0
#include "services/staff/StaffBook.h"

#include "services/staff/OneTimeCode.h"
#include "services/staff/PracticeStaff.h"
#include "services/staff/Rights.h"

#include <sys/stat.h>
#include <sys/wait.h>

#include <catch2/catch.hpp>

#include <csignal>
#include <cstdlib>
#include <fstream>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

class SetClock final : public Clock {
public:
    [[nodiscard]] Tick now() const override { return {}; }
    [[nodiscard]] std::chrono::sys_seconds wallTime() const override { return time; }
    std::chrono::sys_seconds time{1'790'000'000s};
};

constexpr const char* kPassword = "madoguchi-renshu";

/// A staff file of its own with one receptionist.
class Office {
public:
    explicit Office(bool codeRequired = false)
    {
        std::string name = (std::filesystem::temp_directory_path() / "staff-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        folder = name;
        auto rules = practiceRules();
        rules.codeRequired = codeRequired;
        book.emplace(folder, rules, clock);
        REQUIRE(*book->add("tanaka", StaffRole::Reception, Secret{kPassword}) == StaffEdit::Done);
    }
    ~Office() { std::filesystem::remove_all(folder); }
    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;

    DeskProblem signIn(const std::string& name, const std::string& password, const std::string& code = {})
    {
        return book->signIn(name, Secret{password}, code).problem;
    }
    void fail(const std::string& name, int times)
    {
        for (int i = 0; i < times; ++i) {
            REQUIRE(signIn(name, "wrong-wrong-wrong") == DeskProblem::SignInWrong);
            clock.time += 1h;
        }
    }
    [[nodiscard]] std::string text() const
    {
        std::ifstream file{folder / StaffFile::kName};
        return {std::istreambuf_iterator<char>{file}, {}};
    }

    SetClock clock;
    std::filesystem::path folder;
    std::optional<StaffBook> book;
};

} // namespace

TEST_CASE("nameAndPasswordOpen")
{
    Office office;

    const auto verdict = office.book->signIn("tanaka", Secret{kPassword}, "");

    CHECK(verdict.problem == DeskProblem::None);
    REQUIRE(verdict.person);
    CHECK(verdict.person->role == StaffRole::Reception);
    CHECK(office.signIn("tanaka", "madoguchi-renshx") == DeskProblem::SignInWrong);
}

TEST_CASE("theFileIsClosedToOthersAndHoldsNoPassword")
{
    Office office;
    REQUIRE(*office.book->setPin("tanaka", Secret{"2580"}) == StaffEdit::Done);
    office.signIn("an-unknown-word", "typed-into-the-wrong-field");

    struct stat status {};
    REQUIRE(::stat((office.folder / StaffFile::kName).c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
    REQUIRE(::stat(office.folder.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0700);
    for (const auto* secret : {kPassword, "2580\"", "an-unknown-word", "typed-into"})
        CHECK(office.text().find(secret) == std::string::npos);
}

TEST_CASE("withoutASecondFactorNobodySignsInWhereOneIsRequired")
{
    Office office{true};

    CHECK(office.signIn("tanaka", kPassword) == DeskProblem::SignInWrong);
    CHECK(office.signIn("tanaka", kPassword, "000000") == DeskProblem::SignInWrong);
}

TEST_CASE("theSecondFactorOpensOnceAndAWrongOneNever")
{
    Office office;
    const auto secret = *freshCodeSecret();
    REQUIRE(*office.book->setCodeSecret("tanaka", secret) == StaffEdit::Done);
    const auto code = [&] {
        return oneTimeCode(secret, static_cast<std::uint64_t>(office.clock.time.time_since_epoch() / 30s));
    };

    CHECK(office.signIn("tanaka", kPassword) == DeskProblem::SignInWrong);
    CHECK(office.signIn("tanaka", "wrong-wrong-wrong", code()) == DeskProblem::SignInWrong);
    CHECK(office.signIn("tanaka", kPassword, code()) == DeskProblem::None);
    CHECK(office.signIn("tanaka", kPassword, code()) == DeskProblem::SignInWrong);
    office.clock.time += 30s;
    CHECK(office.signIn("tanaka", kPassword, code()) == DeskProblem::None);
}

TEST_CASE("theSixthTryWaitsThoughItBeRight")
{
    Office office;
    for (int i = 0; i < 5; ++i)
        CHECK(office.signIn("tanaka", "wrong-wrong-wrong") == DeskProblem::SignInWrong);

    const auto verdict = office.book->signIn("tanaka", Secret{kPassword}, "");
    CHECK(verdict.problem == DeskProblem::SignInWait);
    CHECK(verdict.waitSeconds == 30);

    office.clock.time += 30s;
    CHECK(office.signIn("tanaka", kPassword) == DeskProblem::None);
    CHECK(office.signIn("tanaka", "wrong-wrong-wrong") == DeskProblem::SignInWrong); // counted anew
    CHECK(office.signIn("tanaka", kPassword) == DeskProblem::None);
}

TEST_CASE("aNameThatNobodyHasIsTreatedAlike")
{
    Office office;
    Office other;
    for (int i = 0; i < 55; ++i) {
        const auto known = office.book->signIn("tanaka", Secret{"wrong-wrong-wrong"}, "");
        const auto unknown = other.book->signIn("suzuki", Secret{"wrong-wrong-wrong"}, "");
        INFO(i);
        CHECK(known.problem == unknown.problem);
        CHECK(known.waitSeconds == unknown.waitSeconds);
        office.clock.time += 30min;
        other.clock.time += 30min;
    }
}

TEST_CASE("theTerminalWaitsToo")
{
    Office office;
    for (const auto* name : {"a1", "b2", "c3", "d4", "e5"})
        office.signIn(name, "wrong-wrong-wrong");

    CHECK(office.signIn("tanaka", kPassword) == DeskProblem::SignInWait);
    office.clock.time += 30s;
    CHECK(office.signIn("tanaka", kPassword) == DeskProblem::None);
}

TEST_CASE("afterFiftyFailuresAnAdministratorHasToReleaseTheName")
{
    Office office;
    office.fail("tanaka", 50);

    office.clock.time += 24h * 365;
    CHECK(office.signIn("tanaka", kPassword) == DeskProblem::SignInBlocked);

    REQUIRE(*office.book->release("tanaka") == StaffEdit::Done);
    CHECK(office.signIn("tanaka", kPassword) == DeskProblem::None);
}

TEST_CASE("killingTheProcessGivesNoTryBack")
{
    Office office;
    for (int tries = 0; tries < 5; ++tries) {
        const pid_t child = ::fork();
        if (child == 0) { // dies by the hand of the one who guesses, at once after its answer
            static_cast<void>(office.book->signIn("tanaka", Secret{"wrong-wrong-wrong"}, ""));
            ::kill(::getpid(), SIGKILL);
        }
        ::waitpid(child, nullptr, 0);
    }

    CHECK(office.signIn("tanaka", kPassword) == DeskProblem::SignInWait);
}

TEST_CASE("theTryIsOnDiskBeforeThePasswordIsLookedAt")
{
    Office office;
    const StaffBook slow{office.folder, StaffBook::Rules{.password = {}, .pin = {}, .codeRequired = false},
                         office.clock};
    REQUIRE(*slow.setPassword("tanaka", Secret{kPassword}) == StaffEdit::Done); // 256 MiB
    const pid_t child = ::fork();
    if (child == 0) {
        static_cast<void>(slow.signIn("tanaka", Secret{"wrong-wrong-wrong"}, ""));
        ::_exit(0);
    }
    while (slow.people()->front().failures == 0)
        if (::waitpid(child, nullptr, WNOHANG) == child)
            break;

    CHECK(::kill(child, SIGKILL) == 0); // it is still at work, or this has no target
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(WIFSIGNALED(status));
    CHECK(slow.people()->front().failures == 1);
}

TEST_CASE("aDamagedFileLetsNobodyInAndIsNotOverwritten")
{
    Office office;
    const auto whole = office.text();
    for (const auto& text : {std::string{}, std::string{"{}"}, whole.substr(0, whole.size() / 2),
                             std::string{"[1,2]"}, whole + "x"}) {
        std::ofstream{office.folder / StaffFile::kName} << text;
        CHECK(office.signIn("tanaka", kPassword) == DeskProblem::SignInImpossible);
        CHECK_FALSE(office.book->add("suzuki", StaffRole::Doctor, Secret{kPassword}));
        CHECK(office.text() == text);
    }
}

TEST_CASE("whoeverIsRemovedOrHasANewPasswordNoLongerSignsInWithTheOld")
{
    Office office;
    REQUIRE(*office.book->setPassword("tanaka", Secret{"another-long-word"}) == StaffEdit::Done);
    CHECK(office.signIn("tanaka", kPassword) == DeskProblem::SignInWrong);
    CHECK(office.signIn("tanaka", "another-long-word") == DeskProblem::None);

    REQUIRE(*office.book->remove("tanaka") == StaffEdit::Done);
    CHECK(office.signIn("tanaka", "another-long-word") == DeskProblem::SignInWrong);
    CHECK(*office.book->remove("tanaka") == StaffEdit::NobodyCalled);
}

TEST_CASE("aPinIsItsOwnersAlone")
{
    Office office;
    CHECK_FALSE(office.book->pinFits("tanaka", Secret{""})); // none set
    REQUIRE(*office.book->setPin("tanaka", Secret{"2580"}) == StaffEdit::Done);

    CHECK(office.book->pinFits("tanaka", Secret{"2580"}));
    CHECK_FALSE(office.book->pinFits("tanaka", Secret{"2581"}));
    CHECK_FALSE(office.book->pinFits("suzuki", Secret{"2580"}));
}

TEST_CASE("thePracticeHasOneOfEachRole")
{
    Office office;
    REQUIRE(hirePracticeStaff(office.folder));
    REQUIRE(hirePracticeStaff(office.folder)); // twice is once

    const auto people = office.book->people();
    REQUIRE(people);
    CHECK(people->size() == kStaffRoleCount + 1);
    for (std::size_t i = 0; i < kStaffRoleCount; ++i) {
        const auto role = static_cast<StaffRole>(i);
        const auto verdict = office.book->signIn(practiceName(role), Secret{kPracticePassword}, "");
        REQUIRE(verdict.person);
        CHECK(verdict.person->role == role);
        CHECK(verdict.person->pinSet);
    }
}

TEST_CASE("theMatrixIsTheOneOfThePlan")
{
    using enum DeskOperation;
    const auto rights = [](StaffRole role) { return rightsOf(role); };

    for (const auto role : {StaffRole::Reception, StaffRole::Pharmacist, StaffRole::Doctor})
        CHECK(rights(role) == std::vector{SeeBoard, OpenPane, EndVisit});
    CHECK(rights(StaffRole::Administrator) == std::vector{ReleaseStaff});
    for (std::size_t i = 0; i < kStaffRoleCount; ++i)
        CHECK(roleCalled(name(static_cast<StaffRole>(i))) == static_cast<StaffRole>(i));
    CHECK_FALSE(roleCalled("director"));
}

TEST_CASE("anEmergencyCodeOpensOnceAndBreaksTheSeal")
{
    Office office{true};
    REQUIRE(*office.book->setCodeSecret("tanaka", *freshCodeSecret()) == StaffEdit::Done);
    const auto codes = freshEmergencyCodes();
    REQUIRE(codes);
    REQUIRE(codes->size() == kEmergencyCodes);
    REQUIRE(*office.book->setEmergencyCodes("tanaka", *codes) == StaffEdit::Done);
    const std::string code{codes->front().text()};
    CHECK_FALSE(*office.book->sealBroken());
    CHECK(office.text().find(code) == std::string::npos);

    CHECK(office.signIn("tanaka", "wrong-wrong-wrong", code) ==
          DeskProblem::SignInWrong); // no password, no try of it
    const auto verdict = office.book->signIn("tanaka", Secret{kPassword}, code);

    CHECK(verdict.problem == DeskProblem::None);
    CHECK(verdict.emergency);
    CHECK(*office.book->sealBroken());
    CHECK(office.signIn("tanaka", kPassword, code) == DeskProblem::SignInWrong);
    CHECK(office.signIn("tanaka", kPassword, std::string{codes->back().text()}) == DeskProblem::None);
    REQUIRE(*office.book->setEmergencyCodes("tanaka", *freshEmergencyCodes()) == StaffEdit::Done);
    CHECK_FALSE(*office.book->sealBroken());
    CHECK(office.signIn("tanaka", kPassword, std::string{(*codes)[1].text()}) == DeskProblem::SignInWrong);
}

TEST_CASE("guessedEmergencyCodesAreCountedAsTries")
{
    Office office{true};
    REQUIRE(*office.book->setEmergencyCodes("tanaka", *freshEmergencyCodes()) == StaffEdit::Done);
    for (int i = 0; i < kFreeFailures; ++i)
        CHECK(office.signIn("tanaka", kPassword, "0000000" + std::to_string(i)) == DeskProblem::SignInWrong);

    CHECK(office.signIn("tanaka", kPassword, "99999999") == DeskProblem::SignInWait);
    CHECK_FALSE(*office.book->sealBroken());
}

TEST_CASE("aFileFromBeforeEmergencyCodesIsReadable")
{
    Office office;
    auto text = office.text();
    for (const auto* field : {"\"emergency\"", "\"sealBroken\""}) {
        const auto from = text.find(field);
        REQUIRE(from != std::string::npos);
        text.erase(from, text.find('\n', from) - from);
    }
    std::ofstream{office.folder / StaffFile::kName} << text;

    CHECK(office.signIn("tanaka", kPassword) == DeskProblem::None);
}
