// SPDX-License-Identifier: Apache-2.0
// 共通カードAP: serial number, municipality and expiry, free to read. Only the expiry is of use to us: four
// of the fourteen digits of 照合番号B can be checked against it before a try is spent.
#pragma once

#include "drivers/card/CardSession.h"

#include <chrono>

namespace madoguchi {

class CardInfoApplication {
public:
    explicit CardInfoApplication(CardSession& session) : session_{session} {}

    /// The last day on which the plastic card is valid. Two commands.
    Result<std::chrono::year_month_day> expiry();

private:
    CardSession& session_;
};

/// Eight ASCII digits YYYYMMDD that name a day of the calendar.
[[nodiscard]] std::optional<std::chrono::year_month_day> parseDate(ByteSpan digits);

/// {01: 15 digits serial, 5 digits municipality, 8 digits expiry}, filler behind it.
[[nodiscard]] Result<std::chrono::year_month_day> expiryInCardRecord(ByteSpan record);

} // namespace madoguchi
