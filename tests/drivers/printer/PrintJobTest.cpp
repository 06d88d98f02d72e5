// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/PrintJob.h"

#include <catch2/catch.hpp>

#include <csignal>
#include <fstream>
#include <iterator>
#include <sys/stat.h>

using namespace madoguchi;

namespace {

namespace fs = std::filesystem;

/// A program in the place of CUPS' client: a script in a folder of its own.
class FakeLp {
public:
    explicit FakeLp(const std::string& script)
    {
        std::string pattern = (fs::temp_directory_path() / "lp-XXXXXX").string();
        folder_ = ::mkdtemp(pattern.data());
        std::ofstream{program()} << "#!/bin/sh\ncd '" << folder_.string() << "'\n" << script << '\n';
        fs::permissions(program(), fs::perms::owner_all);
    }
    ~FakeLp() { fs::remove_all(folder_); }
    FakeLp(const FakeLp&) = delete;
    FakeLp& operator=(const FakeLp&) = delete;

    [[nodiscard]] fs::path program() const { return folder_ / "lp"; }
    [[nodiscard]] std::string content(const char* name) const
    {
        std::ifstream file{folder_ / name, std::ios::binary};
        return {std::istreambuf_iterator<char>{file}, {}};
    }
    [[nodiscard]] Printer printer() const { return {"uketsuke", program()}; }

private:
    fs::path folder_;
};

const std::string kPage = "%PDF " + std::string(400'000, 'x'); // more than a pipe holds

} // namespace

TEST_CASE("thePageReachesThePrinterWholeAndOnlyByThePipe")
{
    const FakeLp lp{"echo \"$@\" > arguments; cat > page"};

    REQUIRE(print(lp.printer(), kPage));

    CHECK(lp.content("page") == kPage);
    CHECK(lp.content("arguments") == "-s -d uketsuke -t Madoguchi\n");
}

TEST_CASE("aPrinterThatRefusesIsNoticed")
{
    const FakeLp lp{"cat > /dev/null; exit 3"};

    const auto printed = print(lp.printer(), kPage);

    REQUIRE_FALSE(printed);
    CHECK(printed.fault().code == FaultCode::ChannelBroken);
    CHECK(printed.fault().value == 3);
}

TEST_CASE("aClientThatDiesWithoutReadingHarmsNobody")
{
    const FakeLp lp{"exec 0<&-; exit 1"};

    const auto printed = print(lp.printer(), kPage);

    REQUIRE_FALSE(printed);
    CHECK(printed.fault().code == FaultCode::ChannelBroken);
}

TEST_CASE("aSpoolerThatHangsIsEnded")
{
    const FakeLp lp{"echo $$ > pid; exec sleep 600"};
    auto printer = lp.printer();
    printer.patience = std::chrono::milliseconds{500};

    const auto printed = print(printer, kPage);

    REQUIRE_FALSE(printed);
    CHECK(printed.fault().code == FaultCode::TimedOut);
    if (const auto pid = lp.content("pid"); !pid.empty()) // on a busy machine it may not even have begun
        CHECK(::kill(std::stoi(pid), 0) != 0);
}

TEST_CASE("withoutAClientNothingIsPrinted")
{
    const auto printed = print({"uketsuke", "/nonexistent/lp"}, kPage);

    REQUIRE_FALSE(printed);
    CHECK(printed.fault().code == FaultCode::ChannelBroken);
}
