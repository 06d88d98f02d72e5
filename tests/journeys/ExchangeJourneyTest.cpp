// SPDX-License-Identifier: Apache-2.0
// A receipt computer that asks by number, through the folders it shares with the terminal.
#include "Desk.h"

#include "formats/oqs/QualificationAnswer.h"
#include "formats/oqs/ReceiptRequests.h"
#include "foundation/base/UniqueFd.h"
#include "practice/pki/PracticePki.h"

#include <catch2/catch.hpp>

#include <array>
#include <chrono>
#include <fstream>
#include <poll.h>
#include <sys/inotify.h>

using namespace madoguchi;
using namespace madoguchi::test;
namespace fs = std::filesystem;

namespace {

constexpr auto kAnsweredWithin = std::chrono::seconds{30};

/// What a receipt computer would ask about hanako's certificate.
QualificationRequest hanakosNumber()
{
    QualificationRequest request;
    request.confirmedFor = "20261120";
    request.institutionCode = std::string{kPracticeInstitution};
    request.fileIdentifier = "20261120093001001-ab12cd34";
    request.insurerNumber = "06139992";
    request.symbol = "１２";
    request.number = "３４５";
    request.branch = "01";
    request.birthdate = "19880412";
    request.arbitraryIdentifier = "RCPT-42";
    return request;
}

/// The receipt computer's side of req and res.
class ReceiptComputer {
public:
    ReceiptComputer() : watch_{inotify_init1(IN_NONBLOCK | IN_CLOEXEC)}
    {
        inotify_add_watch(watch_.value(), res().c_str(), IN_MOVED_TO | IN_CREATE);
    }

    /// Written aside and moved in, as the interface asks.
    void ask(const std::string& name, const std::string& content) const
    {
        const auto aside = volume() / name;
        std::ofstream{aside, std::ios::binary} << content;
        fs::rename(aside, volume() / "req" / name);
    }

    bool answered(const std::string& name) const
    {
        const auto end = std::chrono::steady_clock::now() + kAnsweredWithin;
        while (!fs::exists(res() / name)) {
            const auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
            pollfd change{watch_.value(), POLLIN, 0};
            if (left.count() <= 0 || poll(&change, 1, static_cast<int>(left.count())) <= 0)
                return false;
            std::array<char, 4096> events{};
            if (read(watch_.value(), events.data(), events.size()) < 0)
                return false;
        }
        return true;
    }

    [[nodiscard]] fs::path res() const { return volume() / "res"; }
    [[nodiscard]] fs::path req() const { return volume() / "req"; }

private:
    static fs::path volume() { return Desk::open().volume(); }
    UniqueFd watch_;
};

} // namespace

TEST_CASE("aReceiptComputerThatAsksByNumberIsAnsweredInTheOtherFolder")
{
    const ReceiptComputer computer;
    const auto request = write(hanakosNumber(), Encoding::Utf8);
    REQUIRE(request);
    computer.ask("OQSsiquc01req_202611200001.xml", *request);
    REQUIRE(computer.answered("OQSsiquc01res_202611200001.xml"));

    std::ifstream file{computer.res() / "OQSsiquc01res_202611200001.xml", std::ios::binary};
    const auto answer = readQualificationAnswer(std::string{std::istreambuf_iterator<char>{file}, {}});
    REQUIRE(answer);
    CHECK(answer->referenceClass == "2"); // asked by number
    CHECK(answer->fileIdentifier == hanakosNumber().fileIdentifier);
    REQUIRE(answer->results.size() == 1);
    CHECK(answer->results.front().name == "架空　花子");
    CHECK(fs::is_empty(computer.req()));
}

TEST_CASE("aRequestNobodyCanReadComesBackAsAnError")
{
    const ReceiptComputer computer;
    computer.ask("OQSsiquc01req_202611200002.xml", "<?xml version=\"1.0\"?><XmlMsg><MessageHeader>");
    CHECK(computer.answered("OQSsiquc01req_202611200002.err"));
    CHECK_FALSE(fs::exists(computer.res() / "OQSsiquc01res_202611200002.xml"));
    CHECK(Desk::open().serve(plan("hanako")).nextServed); // and patients are served as ever
}
