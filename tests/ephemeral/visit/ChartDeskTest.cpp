// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/visit/ChartDesk.h"

#include "drivers/receipt/oqs/ChartFile.h"
#include "tests/SampleAnswer.h"

#include <catch2/catch.hpp>

#include <condition_variable>
#include <fstream>
#include <mutex>

using namespace madoguchi;

namespace {

/// What the pane would show; a test waits for it.
class Shown {
public:
    void change(const std::function<void(PaneView&)>& edit)
    {
        const std::lock_guard lock{mutex_};
        edit(view_);
        changed_.notify_all();
    }
    template<typename Wanted>
    bool until(Wanted wanted)
    {
        std::unique_lock lock{mutex_};
        return changed_.wait_for(lock, std::chrono::seconds{5}, [&] { return wanted(view_); });
    }
    PaneView view()
    {
        const std::lock_guard lock{mutex_};
        return view_;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    PaneView view_;
};

struct World {
    World()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "charts-XXXXXX").string();
        folder = mkdtemp(pattern.data());
        std::filesystem::create_directory(folder / "staging");
        std::ofstream{file()} << R"([{"number":"00007","name":"別人","kana":"ベツジン","birth":"19700102"},
            {"number":"00123","name":"髙橋　花子","kana":"タカハシ ハナコ","birth":"19700102","sex":"2",
             "insurer":"06139992","symbol":"12","id":"34","address":"東京都みなと区1"}])";
    }
    ~World() { std::filesystem::remove_all(folder); }
    [[nodiscard]] std::filesystem::path file() const { return folder / "charts.json"; }
    [[nodiscard]] ChartSources sources() const
    {
        ChartSources all;
        all.charts = std::make_unique<ChartFile>(file(), folder / "staging");
        return all;
    }
    [[nodiscard]] Chart stored() const
    {
        Qualification q;
        q.referenceNumber = "00123";
        return ChartFile{file(), folder / "staging"}.candidates(q)->front();
    }

    std::filesystem::path folder;
};

EligibilityAnswer answer(const char* insurer)
{
    auto q = sample::masked();
    q.insurerNumber = insurer;
    q.number = "99";
    q.symbol.clear();
    q.branch.clear();
    return sample::validAnswer(q);
}

constexpr std::uint32_t kAll = (1U << kChartFields) - 1;

} // namespace

TEST_CASE("theCandidateIsFoundByBirthDateAndKana")
{
    const World world;
    Shown pane;
    ChartDesk desk{world.sources(), [&](const auto& edit) { pane.change(edit); }};

    desk.answered(answer("06139992"));

    REQUIRE(pane.until([](const PaneView& v) { return v.chart.has_value(); }));
    CHECK(pane.view().charts);
    CHECK(pane.view().chart->chart.patientNumber == "00123");
    CHECK(pane.view().chart->others == 0);
}

TEST_CASE("emptyNeverOverwritesAndAMaskedNameNeverComesIn")
{
    const World world;
    Shown pane;
    ChartDesk desk{world.sources(), [&](const auto& edit) { pane.change(edit); }};
    desk.answered(answer("00990016"));
    REQUIRE(pane.until([](const PaneView& v) { return v.chart.has_value(); }));

    desk.obey(ChartOrder{kAll});
    REQUIRE(pane.until([](const PaneView& v) { return v.chart->undo; }));

    const auto chart = world.stored();
    CHECK(chart[ChartField::Insurer] == "00990016");
    CHECK(chart[ChartField::Number] == "99");
    CHECK(chart[ChartField::Symbol] == "12");               // nothing came: no change
    CHECK(chart[ChartField::Address] == "東京都みなと区1"); // likewise
    CHECK(chart[ChartField::Name] == "髙橋　花子");

    desk.obey(ChartOrder{0});
    REQUIRE(pane.until([](const PaneView& v) { return !v.chart->undo; }));
    CHECK(world.stored()[ChartField::Insurer] == "06139992");
}

TEST_CASE("onlyTickedFieldsAreTaken")
{
    const auto received = chartValues(answer("00990016").results.front());

    const auto chart = takenOver({}, received, 1U << static_cast<unsigned>(ChartField::Insurer));

    CHECK(chart[ChartField::Insurer] == "00990016");
    CHECK(chart[ChartField::Number].empty());
}

TEST_CASE("aChartThatCannotBeWrittenIsSaid")
{
    const World world;
    Shown pane;
    ChartDesk desk{world.sources(), [&](const auto& edit) { pane.change(edit); }};
    desk.answered(answer("00990016"));
    REQUIRE(pane.until([](const PaneView& v) { return v.chart.has_value(); }));
    std::filesystem::remove(world.file());

    desk.obey(ChartOrder{kAll});

    REQUIRE(pane.until([](const PaneView& v) { return v.chart->failed; }));
    CHECK_FALSE(pane.view().chart->undo);
}

TEST_CASE("aKnownPatientGetsTheirNumberBackAfterAChangeOfInsurer")
{
    const World world;
    Shown pane;
    std::mutex mutex;
    std::vector<std::string> registered;
    auto sources = world.sources();
    sources.links.emplace(world.folder / "links");
    sources.reference = [&](const Chart& chart, const Qualification& q) -> Result<void> {
        const std::lock_guard lock{mutex};
        registered.push_back(chart.patientNumber + "@" + q.insurerNumber);
        return {};
    };
    ChartDesk desk{std::move(sources), [&](const auto& edit) { pane.change(edit); }};
    pane.change([](PaneView& v) { v.record = paneRecord(answer("06139992")); });
    desk.answered(answer("06139992"));
    desk.obey(LinkOrder{});
    REQUIRE(pane.until([](const PaneView& v) { return v.record->referenceNumber == "00123"; }));

    pane.change([](PaneView& v) { v.record = paneRecord(answer("00990016")); });
    desk.answered(answer("00990016")); // another insurer, and no number with it

    REQUIRE(pane.until([](const PaneView& v) { return v.record->referenceNumber == "00123"; }));
    const std::lock_guard lock{mutex};
    CHECK(registered == std::vector<std::string>{"00123@06139992", "00123@00990016"});
}
