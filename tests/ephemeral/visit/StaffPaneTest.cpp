// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/visit/StaffPane.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <mutex>

using namespace madoguchi;
using namespace std::chrono_literals;

namespace {

namespace fs = std::filesystem;

/// What staff said, as the visit hears it.
class Heard {
public:
    void take(const PaneInput& input)
    {
        const std::lock_guard lock{mutex_};
        inputs_.push_back(input);
        changed_.notify_all();
    }
    template<typename Input>
    bool hears(int times = 1)
    {
        std::unique_lock lock{mutex_};
        return changed_.wait_for(lock, 20s, [&] { return countLocked<Input>() >= times; });
    }
    template<typename Input>
    int count()
    {
        const std::lock_guard lock{mutex_};
        return countLocked<Input>();
    }

private:
    template<typename Input>
    int countLocked() const
    {
        return static_cast<int>(std::ranges::count_if(inputs_, [](const PaneInput& input) {
            const auto* said = std::get_if<StaffInput>(&input);
            return said != nullptr && std::holds_alternative<Input>(*said);
        }));
    }
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<PaneInput> inputs_;
};

/// A window that behaves, and a file in which each of its starts is noted.
struct Window {
    explicit Window(const std::string& behaviour)
        : folder{[] {
              std::string pattern = (fs::temp_directory_path() / "pane-XXXXXX").string();
              return fs::path{::mkdtemp(pattern.data())};
          }()},
          pane{fs::path{MADO_TEST_DIR} / "visit_test_pane",
               {behaviour, (folder / "starts").string()},
               [this](const PaneInput& input) { heard.take(input); }}
    {
    }
    ~Window() { fs::remove_all(folder); }

    [[nodiscard]] int starts() const
    {
        std::ifstream file{folder / "starts"};
        int lines = 0;
        for (std::string line; std::getline(file, line);)
            ++lines;
        return lines;
    }

    fs::path folder;
    Heard heard;
    StaffPane pane; // last: it tells the others
};

} // namespace

TEST_CASE("aWarmWindowIsOpenedByOneMessageAndNotStartedAgain")
{
    Window window{"stays"};
    REQUIRE(window.pane.warmUp());
    CHECK(window.heard.count<PaneOpened>() == 0);

    REQUIRE(window.pane.open());

    REQUIRE(window.heard.hears<PaneOpened>());
    CHECK(window.starts() == 1);
    REQUIRE(window.pane.open()); // twice is once
    window.pane.change([](PaneView& view) { view.status.stage = Stage::WaitingForStaff; });
    CHECK(window.starts() == 1);
    CHECK(window.heard.count<PaneOpened>() == 1);
}

TEST_CASE("whatWasChangedBeforeTheWindowOpensIsShownInIt")
{
    Window window{"attests"};
    REQUIRE(window.pane.warmUp());
    window.pane.change([](PaneView& view) { view.status.stage = Stage::WaitingForStaff; });
    CHECK(window.heard.count<StaffAttested>() == 0);

    REQUIRE(window.pane.open());

    CHECK(window.heard.hears<StaffAttested>());
}

TEST_CASE("aClosedWindowIsToldOnceAndMayBeOpenedAgain")
{
    Window window{"closes"};
    REQUIRE(window.pane.open());
    REQUIRE(window.heard.hears<PaneOpened>());
    window.pane.change([](PaneView& view) { view.maskedName = "架●"; });
    REQUIRE(window.heard.hears<PaneClosed>());

    window.pane.change([](PaneView& view) { view.maskedName.clear(); });
    REQUIRE(window.pane.open());

    REQUIRE(window.heard.hears<PaneOpened>(2));
    CHECK(window.heard.count<PaneClosed>() == 1);
    CHECK(window.starts() == 2);
}

TEST_CASE("aWindowThatCannotLiveIsLeftAloneUntilItIsWanted")
{
    Window window{"dies"};
    REQUIRE(window.pane.warmUp());
    REQUIRE(window.pane.open());

    REQUIRE(window.heard.hears<PaneClosed>()); // whoever opened it sees it go
    CHECK(window.starts() <= 2);
    CHECK(window.heard.count<PaneOpened>() == 0);
}

TEST_CASE("aWindowThatHangsHoldsUpNobody")
{
    Window window{"hangs"};
    REQUIRE(window.pane.open());

    for (int i = 0; i < 50; ++i) // more than a line takes
        window.pane.change([i](PaneView& view) { view.photo.assign(90'000, static_cast<std::uint8_t>(i)); });

    CHECK(window.heard.count<PaneOpened>() == 0);
    std::ifstream file{window.folder / "starts"};
    if (pid_t pid{}; file >> pid)
        ::kill(pid, SIGKILL); // it would outlive the test
}

TEST_CASE("whatIsNoInputOfStaffIsDropped")
{
    Window window{"babbles"};
    REQUIRE(window.pane.open());

    REQUIRE(window.heard.hears<PaneOpened>());
}

TEST_CASE("theRealWindowSaysThatItsFirstFrameIsThere")
{
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    ::setenv("QT_QUICK_BACKEND", "software", 1);
    Heard heard;
    StaffPane pane{fs::path{MADO_BIN_DIR} / "madoguchi-pane", {}, [&heard](const PaneInput& input) {
                       heard.take(input);
                   }};
    REQUIRE(pane.warmUp());

    REQUIRE(pane.open());

    CHECK(heard.hears<PaneOpened>());
    CHECK(heard.count<PaneClosed>() == 0);
}

TEST_CASE("aWindowThatIsNotInstalledIsAFault")
{
    StaffPane pane{"/nonexistent/pane", {}, [](const PaneInput&) {}};

    CHECK_FALSE(pane.open());
}
