// SPDX-License-Identifier: Apache-2.0
#include "sim/cardface/InventedCards.h"

#include <array>
#include <random>
#include <stdexcept>

namespace madoguchi {

namespace {

using std::chrono::year_month_day;

CardPainter open(PrintQuality::Type type)
{
    auto painter = CardPainter::open(type);
    if (!painter)
        throw std::runtime_error{"the fonts of fonts-noto-cjk are missing"};
    return *std::move(painter);
}

const CardPainter& painter(PrintQuality::Type type)
{
    using enum PrintQuality::Type;
    static const std::array kPainters{open(Sans), open(SansBold), open(Serif), open(SerifBold)};
    return kPainters.at(static_cast<std::size_t>(type));
}

int chance(std::mt19937& random, int low, int high)
{
    return std::uniform_int_distribution<>{low, high}(random);
}

} // namespace

Persona personOf(std::uint32_t seed)
{
    std::mt19937 random{seed + 1};
    Persona person;
    person.number = seed + 1;
    person.name = "架空　見本";
    person.address = "東京都架空区見本町１丁目２番３号";
    const auto born =
        std::chrono::sys_days{std::chrono::year{1915} / 1 / 1} + std::chrono::days{chance(random, 0, 40'800)};
    person.birth = year_month_day{born};
    if (person.birth.month() == std::chrono::February && person.birth.day() == std::chrono::day{29})
        person.birth = person.birth.year() / std::chrono::February / 28;
    person.sex = chance(random, 0, 1) == 0 ? Persona::Sex::Male : Persona::Sex::Female;
    person.calendar = chance(random, 0, 9) == 0 ? Persona::Calendar::Western : Persona::Calendar::Era;
    const auto ends = std::chrono::year{chance(random, 2027, 2036)};
    person.cardExpiry = ends / person.birth.month() / person.birth.day();
    if (chance(random, 0, 9) == 0)
        person.cardExpiry = ends / chance(random, 1, 12) / chance(random, 1, 28);
    person.securityCode = std::to_string(10'000 + chance(random, 0, 9'999)).substr(1);
    return person;
}

Image cardOf(const Persona& person, std::uint32_t seed)
{
    std::mt19937 random{seed * 31 + 7};
    PrintQuality quality;
    quality.type = static_cast<PrintQuality::Type>(chance(random, 0, 3));
    quality.ink = chance(random, 20, 70);
    quality.textHeight = chance(random, 22, 26) / 10.0;
    quality.shiftX = chance(random, -5, 5) / 10.0;
    quality.shiftY = chance(random, -5, 5) / 10.0;
    quality.seed = seed;
    return painter(quality.type).draw(printOf(person), quality);
}

} // namespace madoguchi
