// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "ui/bridge/Enums.h"

#include <QMetaEnum>

namespace madoguchi {
namespace {

TEST_CASE("everyStageHasItsCoreNameInQml")
{
    const auto stages = QMetaEnum::fromType<stage_names::Value>();

    REQUIRE(stages.keyCount() == static_cast<int>(kStageCount));
    for (int value = 0; value < stages.keyCount(); ++value)
        CHECK(stages.valueToKey(value) == std::string{name(static_cast<Stage>(value))});
}

TEST_CASE("noHintMethodItemOrOutcomeIsMissingInQml")
{
    CHECK(QMetaEnum::fromType<guidance_names::Value>().keyCount() == static_cast<int>(Guidance::Good) + 1);
    CHECK(QMetaEnum::fromType<method_names::Value>().keyCount() == static_cast<int>(Method::StaffEye) + 1);
    CHECK(QMetaEnum::fromType<consent_item_names::Value>().keyCount() == static_cast<int>(kConsentItems));
    CHECK(QMetaEnum::fromType<outcome_names::Value>().keyCount() ==
          static_cast<int>(Outcome::SeeReception) + 1);
}

} // namespace
} // namespace madoguchi
