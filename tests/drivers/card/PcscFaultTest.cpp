// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/PcscFault.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <winscard.h>

using namespace madoguchi;

namespace {

/// Every failure that the installed pcsclite.h defines, by number.
std::map<std::uint32_t, std::string> failuresInHeader()
{
    std::map<std::uint32_t, std::string> failures;
    std::ifstream header{PCSCLITE_HEADER};
    const std::regex definition{R"(^#define\s+(SCARD_[EFWP]_\w+)\s+\(\(LONG\)(0x80[0-9A-Fa-f]{6})\))"};
    for (std::string line; std::getline(header, line);) {
        std::smatch match;
        if (std::regex_search(line, match, definition))
            failures[static_cast<std::uint32_t>(std::stoul(match[2], nullptr, 16))] = match[1];
    }
    return failures;
}

} // namespace

TEST_CASE("everyFailureOfPcscHasARow")
{
    const auto failures = failuresInHeader();

    REQUIRE(failures.size() > 50);
    for (const auto& [code, name] : failures) {
        INFO(name);
        CHECK(std::ranges::count(pcscFaultTable(), code, &PcscFaultRow::code) == 1);
    }
    CHECK(pcscFaultTable().size() == failures.size());
}

TEST_CASE("aPcscFaultKeepsItsNumber")
{
    const auto fault = pcscFault(SCARD_W_REMOVED_CARD, "test");

    CHECK(fault == Fault{FaultCode::CardRemoved, FaultSpace::Pcsc, 0x80100069, "test"});
}

TEST_CASE("aCodeNobodyHasHeardOfMeansTheCardIsUnreadable")
{
    CHECK(pcscFault(0x80109999L, "test").code == FaultCode::CardUnreadable);
}

TEST_CASE("resetAndGoneAreToldApart")
{
    CHECK(cardWasReset(pcscFault(SCARD_W_RESET_CARD, "")));
    CHECK_FALSE(cardWasReset(pcscFault(SCARD_E_SHARING_VIOLATION, "")));
    CHECK_FALSE(cardIsGone(pcscFault(SCARD_W_RESET_CARD, "")));
    CHECK(cardIsGone(pcscFault(SCARD_W_REMOVED_CARD, "")));
    CHECK(cardIsGone(pcscFault(SCARD_E_READER_UNAVAILABLE, "")));
    CHECK(cardIsGone(pcscFault(SCARD_E_NO_SERVICE, "")));
}
