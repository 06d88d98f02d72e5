// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/CardInfoApplication.h"

#include "drivers/card/BerTlv.h"

#include <algorithm>

namespace madoguchi {
namespace {

constexpr Aid kCardInfo{{0xD3, 0x92, 0x10, 0x00, 0x31, 0x00, 0x01, 0x01, 0x01, 0x00}, 10};
constexpr Sfi kRecordFile{0x01};
constexpr std::size_t kRecordDigits = 15 + 5 + 8;
constexpr std::size_t kDateDigits = 8;

bool isDigit(std::uint8_t byte)
{
    return byte >= '0' && byte <= '9';
}

int number(ByteSpan digits)
{
    int value = 0;
    for (const auto digit : digits)
        value = value * 10 + (digit - '0');
    return value;
}

} // namespace

std::optional<std::chrono::year_month_day> parseDate(ByteSpan digits)
{
    if (digits.size() != kDateDigits || !std::ranges::all_of(digits, isDigit))
        return std::nullopt;
    const std::chrono::year_month_day date{
        std::chrono::year{number(digits.first(4))},
        std::chrono::month(static_cast<unsigned>(number(digits.subspan(4, 2)))),
        std::chrono::day(static_cast<unsigned>(number(digits.subspan(6, 2))))};
    return date.ok() ? std::optional{date} : std::nullopt;
}

Result<std::chrono::year_month_day> expiryInCardRecord(ByteSpan record)
{
    const auto object = BerReader{record}.next(0x01);
    if (object && object->value.size() == kRecordDigits) {
        if (const auto date = parseDate(object->value.last(kDateDigits)))
            return *date;
    }
    return Fault{FaultCode::CardAnswerInvalid, FaultSpace::None, 0, "card/cardInfo/record"};
}

Result<std::chrono::year_month_day> CardInfoApplication::expiry()
{
    if (const auto selected = session_.select(kCardInfo, Asked::SelectCardInfo, "card/selectCardInfo");
        !selected)
        return selected.fault();
    const auto record = session_.readRecord(kRecordFile, 1, "card/cardInfo/read");
    if (!record)
        return record.fault();
    return expiryInCardRecord(*record);
}

} // namespace madoguchi
