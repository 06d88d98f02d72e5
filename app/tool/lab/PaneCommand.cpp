// SPDX-License-Identifier: Apache-2.0
// madoguchi-lab pane: how long staff wait for the window on one patient, from the order to its first frame
// with that patient's answer in it. The patient is invented.
#include "ephemeral/visit/StaffPane.h"
#include "foundation/process/StartProgram.h"
#include "tool/lab/LabSubcommands.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <condition_variable>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <thread>

#include <unistd.h>

namespace madoguchi {
namespace {

using SteadyClock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::chrono::seconds kPatience{30};

struct PaneOptions {
    std::string programs; ///< empty: beside this one
    int times{5};
    int within{300};
    bool cold{false};
};

PaneView invented()
{
    EligibilityAnswer answer;
    answer.confirmedFor = "20261120";
    answer.segmentOfResult = answer.processingStatus = answer.referenceClass = "1";
    answer.validity = Validity::Valid;
    answer.results.resize(1);
    auto& q = answer.results.front();
    q.name = "架空　花子";
    q.nameKana = "ｶｸｳ ﾊﾅｺ";
    q.birthdate = "19880412";
    q.insurerNumber = "06139992";
    q.insurerName = "架空健康保険組合";
    q.symbol = "１２";
    q.number = "３４５";
    q.qualificationDate = "20150401";
    q.address = "東京都架空区見本町１丁目２番３号";
    q.medicines.flag = "1";
    PaneView view{.status = {.stage = Stage::Finished,
                             .outcome = Outcome::Received,
                             .reason = ResolutionReason::Ok,
                             .proof = Method::Pin},
                  .maskedName = "架●　花●",
                  .practice = true,
                  .charts = true,
                  .today = "20261120"};
    view.record = paneRecord(answer);
    view.chart = PaneChart{{"00101", chartValues(q)}, 0, false, false};
    view.chart->chart.values[static_cast<std::size_t>(ChartField::Address)] = "東京都架空区旧町９番地";
    return view;
}

/// The first frame, which the window itself tells of.
class FirstFrame {
public:
    void hear(const PaneInput& input)
    {
        const auto* said = std::get_if<StaffInput>(&input);
        const std::lock_guard lock{mutex_};
        opened_ = opened_ || (said != nullptr && std::holds_alternative<PaneOpened>(*said));
        changed_.notify_all();
    }
    bool awaited()
    {
        std::unique_lock lock{mutex_};
        return changed_.wait_for(lock, kPatience, [this] { return opened_; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool opened_{false};
};

/// Clock ticks that our children have computed so far.
long computedByChildren()
{
    long ticks = 0;
    std::ifstream children{"/proc/self/task/" + std::to_string(::getpid()) + "/children"};
    for (pid_t child{}; children >> child;) {
        std::ifstream stat{"/proc/" + std::to_string(child) + "/stat"};
        std::string word;
        for (int field = 1; field <= 15 && stat >> word; ++field)
            if (field >= 14) // user and system time
                ticks += std::atol(word.c_str());
    }
    return ticks;
}

/// A warm window waits for its order and computes nothing.
void waitUntilWarm()
{
    constexpr int kQuietLooks = 10;
    const auto end = SteadyClock::now() + kPatience;
    long before = -1;
    for (int quiet = 0; quiet < kQuietLooks && SteadyClock::now() < end;) {
        std::this_thread::sleep_for(milliseconds{50});
        const auto now = computedByChildren();
        quiet = now == before && now > 0 ? quiet + 1 : 0;
        before = now;
    }
}

std::optional<milliseconds> openOnce(const PaneOptions& options)
{
    const auto folder = options.programs.empty() ? programFolder() : std::filesystem::path{options.programs};
    FirstFrame frame;
    StaffPane pane{folder / "madoguchi-pane", {}, [&frame](const PaneInput& input) { frame.hear(input); }};
    pane.change([](PaneView& view) { view = invented(); });
    if (!options.cold) {
        if (!pane.warmUp())
            return std::nullopt;
        waitUntilWarm();
    }
    const auto ordered = SteadyClock::now();
    if (!pane.open() || !frame.awaited())
        return std::nullopt;
    return std::chrono::duration_cast<milliseconds>(SteadyClock::now() - ordered);
}

bool drawUnseen()
{
    if (std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr)
        return false;
    setenv("QT_QPA_PLATFORM", "offscreen", 1);
    setenv("QT_QUICK_BACKEND", "software", 1);
    return true;
}

int measure(const PaneOptions& options)
{
    const bool unseen = drawUnseen();
    std::vector<std::int64_t> opened;
    for (int i = 0; i < options.times; ++i) {
        const auto time = openOnce(options);
        if (!time) {
            std::cerr << "madoguchi-lab pane: no window opened\n";
            return 2;
        }
        opened.push_back(time->count());
    }
    const auto worst = *std::ranges::max_element(opened);
    const nlohmann::ordered_json line{
        {"opened_ms", opened}, {"worst_ms", worst}, {"warm", !options.cold}, {"display", !unseen}};
    std::cout << line.dump() << std::endl;
    return worst <= options.within ? 0 : 1;
}

} // namespace

void addPane(CLI::App& program, Job& chosen)
{
    auto options = std::make_shared<PaneOptions>();
    auto* command =
        program.add_subcommand("pane", "Open the staff's window and tell how long its first frame took");
    command->add_option("--times", options->times, "How often")->check(CLI::Range(1, 1000));
    command->add_option("--within", options->within, "Exit code 1 when one took longer, in milliseconds");
    command->add_option("--programs", options->programs, "Folder with madoguchi-pane");
    command->add_flag("--cold", options->cold, "Without the window that waits beforehand");
    command->callback([options, &chosen] { chosen = [options] { return measure(*options); }; });
}

} // namespace madoguchi
