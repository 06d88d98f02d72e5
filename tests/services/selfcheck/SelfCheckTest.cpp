// SPDX-License-Identifier: Apache-2.0
#include "services/selfcheck/SelfCheck.h"

#include "domain/text/Texts.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

namespace {

MachineFacts goodMachine()
{
    return {"BOOT_IMAGE=/vmlinuz quiet init_on_free=1\n",
            "",
            "Filename Type Size Used Priority\n",
            "core\n",
            "0\n",
            true};
}

using Findings = std::vector<SelfCheckFinding>;

} // namespace

TEST_CASE("wellSetUpMachineHasNoFindings")
{
    CHECK(selfCheck(goodMachine()).empty());
}

TEST_CASE("freedMemoryIsJudgedByCommandLineBeforeBuild")
{
    MachineFacts facts = goodMachine();

    facts.commandLine = "quiet xinit_on_free=1";
    CHECK(selfCheck(facts) == Findings{SelfCheckFinding::FreedMemoryKept});
    facts.kernelConfig = "CONFIG_SLUB=y\nCONFIG_INIT_ON_FREE_DEFAULT_ON=y\n";
    CHECK(selfCheck(facts).empty());
    facts.commandLine = "quiet init_on_free=0";
    CHECK(selfCheck(facts) == Findings{SelfCheckFinding::FreedMemoryKept});
}

TEST_CASE("eachShortcomingIsFound")
{
    MachineFacts facts = goodMachine();
    facts.swaps += "/dev/zram0 partition 1000 0 100\n";
    facts.crashLoaded = "1\n";
    facts.corePattern = "|/lib/systemd/systemd-coredump %P\n";
    facts.clockSynchronised = false;

    CHECK(selfCheck(facts) == Findings{SelfCheckFinding::SwapOn, SelfCheckFinding::CrashDumpLoaded,
                                       SelfCheckFinding::CoreDumpsCollected,
                                       SelfCheckFinding::ClockUnsynchronised});
}

TEST_CASE("everyFindingHasWordsInBothLanguages")
{
    for (int i = 0; i <= static_cast<int>(kLastFinding); ++i) {
        const auto told = words(static_cast<SelfCheckFinding>(i));

        CHECK_FALSE(text(told, Language::Japanese).empty());
        CHECK_FALSE(text(told, Language::English).empty());
    }
}

TEST_CASE("factsOfThisMachineAreRead")
{
    const auto facts = readMachineFacts();

    CHECK_FALSE(facts.commandLine.empty());
    CHECK(facts.swaps.starts_with("Filename"));
}
