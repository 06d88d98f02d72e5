// SPDX-License-Identifier: Apache-2.0
// The real madoguchi-face before cameras of practice that fail, and in its place a program that does.
#include "drivers/face/CardFaceProcess.h"

#include "drivers/sim/card/LocalSocket.h"
#include "drivers/sim/card/PracticeCardCamera.h"
#include "drivers/sim/cardprint/CardFaceServer.h"
#include "drivers/sim/cardprint/InventedCards.h"
#include "tests/services/settings/PracticeSettings.h"

#include <catch2/catch.hpp>

#include <sys/socket.h>

#include <fstream>
#include <string>
#include <thread>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

namespace fs = std::filesystem;

const fs::path kFace = fs::path{MADO_BIN_DIR} / "practice/madoguchi-face";
const fs::path kTestReader = fs::path{MADO_TEST_DIR} / "visit_test_card_reader";

/// A practice terminal's folder with its settings, the documented example with a camera over the card.
class Terminal {
public:
    Terminal()
        : folder_{[] {
              std::string pattern = (fs::temp_directory_path() / "cardface-XXXXXX").string();
              return fs::path{::mkdtemp(pattern.data())};
          }()}
    {
        writePracticeSettings(settings(), {{"face_camera =", "face_camera = \"practice:.\""}});
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    ~Terminal() { fs::remove_all(folder_); }

    [[nodiscard]] fs::path settings() const { return folder_ / "terminal.toml"; }
    [[nodiscard]] fs::path socket() const { return cardFaceSocket(folder_); }

private:
    fs::path folder_;
};

/// What the real process says when practice's camera shows this.
Result<SecurityNumber> readBefore(const CardScene& scene)
{
    const Terminal terminal;
    CardFaceServer camera{terminal.socket()};
    REQUIRE(camera.start().ok());
    camera.show(printOf(personOf(3)), scene);
    return CardFaceProcess{kFace, terminal.settings(), 60s}.read({});
}

/// What it says of a camera that answers with these bytes and then breaks off.
Result<SecurityNumber> readBeforeOneThatSends(const std::string& bytes)
{
    const Terminal terminal;
    const auto listening = sim::listenLocal(terminal.socket());
    REQUIRE(listening);
    std::jthread camera{[&] {
        const UniqueFd connection{::accept4(listening.value(), nullptr, nullptr, SOCK_CLOEXEC)};
        char request{};
        if (::recv(connection.value(), &request, 1, 0) == 1)
            ::send(connection.value(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    }};
    auto number = CardFaceProcess{kFace, terminal.settings(), 60s}.read({});
    ::shutdown(listening.value(), SHUT_RDWR); // in case nobody came
    return number;
}

/// What becomes of a program that behaves like this instead.
Result<SecurityNumber> readFrom(const char* behaviour, std::chrono::milliseconds patience = 60s)
{
    return CardFaceProcess{kTestReader, behaviour, patience}.read({});
}

bool hasChildren()
{
    std::ifstream children{"/proc/thread-self/children"};
    std::string one;
    return static_cast<bool>(children >> one);
}

} // namespace

TEST_CASE("theRealProcessReadsTheCardBelowTheCamera")
{
    const auto number = readBefore(deskScene(3));

    REQUIRE(number.ok());
    CHECK(*number == securityNumber(personOf(3)));
    CHECK_FALSE(hasChildren());
}

TEST_CASE("blackAndBurntOutCamerasAreNamed")
{
    CardScene black, white;
    black.light = 0;
    white.glare = 255;
    white.glareSize = 10;

    CHECK(readBefore(black).fault().code == FaultCode::CameraBlind);
    CHECK(readBefore(white).fault().code == FaultCode::CameraBlind);
}

// Three looks at one picture would agree with each other whoever's card it shows.
TEST_CASE("aFrozenCameraIsNamedAndItsCardNotRead")
{
    auto scene = deskScene(3);
    scene.frozen = true;

    const auto number = readBefore(scene);

    REQUIRE_FALSE(number.ok());
    CHECK(number.fault().code == FaultCode::CameraBlind);
}

TEST_CASE("aCameraThatIsMissingOrBreaksOffIsNamed")
{
    const Terminal terminal;

    CHECK(CardFaceProcess{kFace, terminal.settings()}.read({}).fault().code == FaultCode::CameraMissing);
    CHECK(readBeforeOneThatSends("").fault().code == FaultCode::CameraMissing);
    CHECK(readBeforeOneThatSends({"\x05\x00\x03\xC0half", 8}).fault().code == FaultCode::CameraMissing);
    CHECK(readBeforeOneThatSends({"\xFF\xFF\xFF\xFF", 4}).fault().code == FaultCode::CameraBlind);
}

TEST_CASE("withoutSettingsStaffHaveToType")
{
    CHECK(CardFaceProcess{kFace, "/nonexistent/terminal.toml"}.read({}).fault().code ==
          FaultCode::SecurityNumberUnread);
}

TEST_CASE("whatAProcessSaysIsTakenOnlyAsFourteenDigitsOrTheFaultsOfACamera")
{
    CHECK(*readFrom("number") == "55021720352285");
    CHECK(readFrom("no camera").fault().code == FaultCode::CameraMissing);
    for (const auto* hostile :
         {"thirteen digits", "fifteen digits", "letters", "a number", "number and fault", "more than asked",
          "nonsense", "a flood", "wrong number", "clone"}) {
        INFO(hostile);
        const auto number = readFrom(hostile);

        REQUIRE_FALSE(number.ok());
        CHECK(number.fault().code == FaultCode::SecurityNumberUnread);
    }
    CHECK_FALSE(hasChildren());
}

TEST_CASE("aProcessThatDiesIsSilentOrIsNotThereLeavesItToStaff")
{
    CHECK(readFrom("dies").fault().code == FaultCode::SecurityNumberUnread);
    CHECK(readFrom("is silent", 100ms).fault().code == FaultCode::SecurityNumberUnread);
    CHECK(CardFaceProcess{"/nonexistent/face", "settings"}.read({}).fault().code ==
          FaultCode::SecurityNumberUnread);
    CHECK_FALSE(hasChildren());
}

TEST_CASE("aVisitThatEndsDoesNotWaitForIt")
{
    std::stop_source visit;
    const std::jthread end{[&] { visit.request_stop(); }};

    const auto number = CardFaceProcess{kTestReader, "is silent", 10min}.read(visit.get_token());

    REQUIRE_FALSE(number.ok());
    CHECK(number.fault().code == FaultCode::TimedOut);
    CHECK_FALSE(hasChildren());
}
