// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/CardInfoApplication.h"
#include "CardScript.h"

#include <catch2/catch.hpp>

using namespace madoguchi;
using namespace madoguchi::testing;
using namespace std::chrono_literals;

namespace {

Bytes record(std::string_view digits)
{
    Bytes bytes = hex("011C");
    bytes.insert(bytes.end(), digits.begin(), digits.end());
    return bytes;
}

} // namespace

TEST_CASE("theExpiryIsTheLastDateInTheRecord")
{
    const auto date = expiryInCardRecord(record("4000000127198431322120350217") + hex("FFFF"));

    REQUIRE(date);
    CHECK(*date == 2035y / 2 / 17);
}

TEST_CASE("aRecordThatIsNoneIsRefused")
{
    for (const auto& bytes :
         {record("4000000127198431322120350230"), record("400000012719843132212035021"),
          record("40000001271984313221203502A7"), hex("0200"), hex("FFFFFFFF"), Bytes{}}) {
        const auto date = expiryInCardRecord(bytes);

        REQUIRE_FALSE(date);
        CHECK(date.fault().code == FaultCode::CardAnswerInvalid);
    }
}
