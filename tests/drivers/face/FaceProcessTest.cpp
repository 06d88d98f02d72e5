// SPDX-License-Identifier: Apache-2.0
// The real madoguchi-face, seen from the visit.
#include "drivers/face/FaceProcess.h"

#include "drivers/sim/people/PictureFile.h"
#include "foundation/picture/PreviewFrame.h"
#include "tests/faceauth/TestPeople.h"
#include "tests/services/settings/PracticeSettings.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <condition_variable>
#include <dirent.h>
#include <fcntl.h>
#include <fstream>
#include <thread>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

/// What the listener heard, with a wait that is bounded and not timed.
class Ear {
public:
    FacePort::Listener listener()
    {
        return [this](const FaceReport& report) {
            const std::lock_guard lock{mutex_};
            reports_.push_back(report);
            heard_.notify_all();
        };
    }

    /// The first decision or fault.
    std::optional<FaceReport> last()
    {
        std::unique_lock lock{mutex_};
        heard_.wait_for(lock, 60s, [&] {
            return !reports_.empty() && !std::holds_alternative<Guidance>(reports_.back());
        });
        if (reports_.empty() || std::holds_alternative<Guidance>(reports_.back()))
            return std::nullopt;
        return reports_.back();
    }

    bool hasHeardSomething()
    {
        std::unique_lock lock{mutex_};
        return heard_.wait_for(lock, 60s, [&] { return !reports_.empty(); });
    }

private:
    std::mutex mutex_;
    std::condition_variable heard_;
    std::vector<FaceReport> reports_;
};

/// A terminal in practice with one person before its camera.
class Desk {
public:
    explicit Desk(const std::vector<Image>& pictures, const std::string& models = MADO_MODELS,
                  const std::string& device = {})
    {
        const auto camera = folder_.path() / "live";
        std::filesystem::create_directory(camera);
        int number = 100;
        for (const Image& picture : pictures)
            REQUIRE(writePng(camera / (std::to_string(number++) + ".png"), picture));
        writeSettings(device.empty() ? "practice:" + camera.string() : device, models);
    }

    [[nodiscard]] FaceProcess::Options options() const
    {
        return {.program = MADO_BIN_DIR "/practice/madoguchi-face", .settings = settings()};
    }

private:
    [[nodiscard]] std::filesystem::path settings() const { return folder_.path() / "terminal.toml"; }

    void writeSettings(const std::string& camera, const std::string& models)
    {
        writePracticeSettings(settings(), {{"camera =", "camera = \"" + camera + '"'},
                                           {"models =", "models = \"" + models + '"'},
                                           {"calibration =", "calibration = \"" MADO_SOURCE_DIR
                                                             "/resources/face/calibration.json\""}});
    }

    TestFolder folder_;
};

/// Whether a whole frame arrives. A reader is told to look again when it comes upon the writer at work, and
/// it may come upon it at any time.
bool showsAFrame(PreviewReader& reader)
{
    std::vector<std::uint32_t> pixels(kPreviewPixels);
    const auto deadline = std::chrono::steady_clock::now() + 60s;
    while (!reader.read(std::span<std::uint32_t, kPreviewPixels>{pixels.data(), kPreviewPixels})) {
        if (std::chrono::steady_clock::now() > deadline)
            return false;
        std::this_thread::yield();
    }
    return std::any_of(pixels.begin(), pixels.end(), [](std::uint32_t pixel) { return pixel != 0; });
}

/// Process numbers of our children.
std::vector<std::string> children()
{
    std::ifstream file{"/proc/thread-self/children"};
    std::vector<std::string> numbers;
    for (std::string number; file >> number;)
        numbers.push_back(number);
    return numbers;
}

} // namespace

TEST_CASE("theProcessAcceptsTheHolderAndShowsThePreview")
{
    const Desk desk{atDesk("hanako", 4)};
    auto memory = createPreviewMemory();
    REQUIRE(memory);
    auto options = desk.options();
    options.preview = memory->value();
    FaceProcess face{options};
    Ear ear;

    REQUIRE(face.start(ear.listener()));
    auto reader = PreviewReader::open(std::move(*memory));
    REQUIRE(reader);
    CHECK(showsAFrame(*reader));
    REQUIRE(face.giveReference(portraitOf("hanako"), {}));

    const auto last = ear.last();
    REQUIRE(last);
    const auto* decision = std::get_if<FaceDecision>(&*last);
    REQUIRE(decision != nullptr);
    CHECK(decision->verdict == FaceVerdict::Accepted);
    CHECK(decision->milliseconds > 0);
}

TEST_CASE("theProcessDoesNotAcceptSomebodyElseAndTheNextTryIsPossible")
{
    const Desk desk{atDesk("impostor", 4)};
    FaceProcess face{desk.options()};
    const ChipPortrait portrait = portraitOf("hanako");

    for (int attempt = 0; attempt < 2; ++attempt) {
        Ear ear;
        REQUIRE(face.start(ear.listener()));
        REQUIRE(face.giveReference(portrait, {}));

        const auto last = ear.last();
        REQUIRE(last);
        REQUIRE(std::holds_alternative<FaceDecision>(*last));
        CHECK(std::get<FaceDecision>(*last).verdict != FaceVerdict::Accepted);
        face.stop();
    }
}

TEST_CASE("missingModelsAreReported")
{
    const Desk desk{trouble("empty"), "/nowhere"};
    FaceProcess face{desk.options()};
    Ear ear;

    REQUIRE(face.start(ear.listener()));

    const auto last = ear.last();
    REQUIRE(last);
    REQUIRE(std::holds_alternative<Fault>(*last));
    CHECK(std::get<Fault>(*last).code == FaultCode::FaceModelMissing);
}

TEST_CASE("aCameraThatIsNotThereIsReported")
{
    const Desk desk{{}, MADO_MODELS, "/dev/video-that-is-not-there"};
    FaceProcess face{desk.options()};
    Ear ear;

    REQUIRE(face.start(ear.listener()));

    const auto last = ear.last();
    REQUIRE(last);
    REQUIRE(std::holds_alternative<Fault>(*last));
    CHECK(std::get<Fault>(*last).code == FaultCode::CameraMissing);
}

TEST_CASE("aProcessThatDiesIsReported")
{
    FaceProcess face{{.program = "/bin/true", .settings = "x"}};
    Ear ear;

    const auto started = face.start(ear.listener());

    const auto last = started ? ear.last() : std::optional<FaceReport>{started.fault()};
    REQUIRE(last);
    REQUIRE(std::holds_alternative<Fault>(*last));
    CHECK(std::get<Fault>(*last).code == FaultCode::FaceProcessEnded);
}

TEST_CASE("aProgramThatIsNotThereIsAFault")
{
    FaceProcess face{{.program = "/nowhere/madoguchi-face", .settings = "x"}};

    const auto started = face.start([](const FaceReport&) {});

    REQUIRE_FALSE(started);
    CHECK(started.fault().code == FaultCode::FaceProcessEnded);
    CHECK(started.fault().value == ENOENT);
}

TEST_CASE("theProcessInheritsNothingButItsTwoLines")
{
    const UniqueFd secret{::open("/dev/zero", O_RDONLY)}; // careless: not close-on-exec
    const Desk desk{trouble("empty")};
    FaceProcess face{desk.options()};
    Ear ear;
    REQUIRE(face.start(ear.listener()));
    REQUIRE(ear.hasHeardSomething());

    const auto pids = children();
    REQUIRE(pids.size() == 1);
    // A hardened process hides its descriptors from other users; root sees what it inherited.
    int inherited = 0;
    if (DIR* folder = ::opendir(("/proc/" + pids.front() + "/fd").c_str())) {
        while (const dirent* entry = ::readdir(folder)) {
            const auto link = "/proc/" + pids.front() + "/fd/" + entry->d_name;
            std::error_code ignored;
            inherited += std::filesystem::read_symlink(link, ignored) == "/dev/zero" ? 1 : 0;
        }
        ::closedir(folder);
    }
    CHECK(inherited == 0);
}

TEST_CASE("aPhotoThatIsTooLongIsNotEvenSent")
{
    FaceProcess face{{.program = "/bin/true", .settings = "x"}};

    const auto given = face.giveReference(ChipPortrait{Bytes(200 * 1024)}, {});

    REQUIRE_FALSE(given);
    CHECK(given.fault().code == FaultCode::PhotoUnreadable);
}

TEST_CASE("stoppingLeavesNoProcessBehind")
{
    const Desk desk{trouble("empty")};
    FaceProcess face{desk.options()};
    Ear ear;
    REQUIRE(face.start(ear.listener()));

    face.stop();

    CHECK(children().empty());
}
