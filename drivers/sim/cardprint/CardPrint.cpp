// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/cardprint/CardPrint.h"

namespace madoguchi {

namespace {

std::string twoWide(unsigned number)
{
    return (number < 10 ? " " : "") + std::to_string(number);
}

std::string monthAndDay(std::chrono::year_month_day date)
{
    return "年" + twoWide(static_cast<unsigned>(date.month())) + "月" +
           twoWide(static_cast<unsigned>(date.day())) + "日";
}

/// Sixteen digits that depend on the person alone.
std::string serialOf(const Persona& persona)
{
    std::uint64_t state = persona.number * 2654435761U + 99991U;
    std::string serial;
    for (int at = 0; at < 16; ++at) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        serial += static_cast<char>('0' + (state >> 33U) % 10);
        if (at % 4 == 3 && at != 15)
            serial += ' ';
    }
    return serial;
}

} // namespace

CardPrint printOf(const Persona& persona)
{
    return {.name = persona.name,
            .address = persona.address,
            .sex = persona.sex == Persona::Sex::Male ? "男" : "女",
            .birth = printedBirthYear(persona) + monthAndDay(persona.birth) + "生",
            .expiry = std::to_string(static_cast<int>(persona.cardExpiry.year())) +
                      monthAndDay(persona.cardExpiry) + "まで有効",
            .serial = serialOf(persona),
            .code = persona.securityCode};
}

} // namespace madoguchi
