// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/cardprint/InventedCards.h"

#include <map>
#include <random>
#include <stdexcept>

namespace madoguchi {

namespace {

using std::chrono::year_month_day;

/// Opened once: a font is megabytes.
const CardPainter& painter(const std::filesystem::path& typeface)
{
    static std::map<std::filesystem::path, CardPainter> painters;
    if (const auto known = painters.find(typeface); known != painters.end())
        return known->second;
    auto opened = CardPainter::open(typeface);
    if (!opened)
        throw std::runtime_error{"no such font: " + typeface.string()};
    return painters.emplace(typeface, *std::move(opened)).first->second;
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

const Typefaces& usualTypefaces()
{
    static const std::filesystem::path kFolder = std::filesystem::path{kPracticeTypeface}.parent_path();
    static const Typefaces kNoto{kPracticeTypeface, kFolder / "NotoSansCJK-Bold.ttc",
                                 kFolder / "NotoSerifCJK-Regular.ttc", kFolder / "NotoSerifCJK-Bold.ttc"};
    return kNoto;
}

const Typefaces& heldOutTypefaces()
{
    static const std::filesystem::path kFolder{"/usr/share/fonts/truetype"};
    static const Typefaces kHeldOut{kFolder / "motoya-l-cedar/MTLc3m.ttf",
                                    kFolder / "motoya-l-maruberi/MTLmr3m.ttf",
                                    kFolder / "sawarabi-gothic/sawarabi-gothic-medium.ttf",
                                    kFolder / "sawarabi-mincho/sawarabi-mincho-medium.ttf"};
    return kHeldOut;
}

Image cardOf(const Persona& person, std::uint32_t seed, const Typefaces& typefaces)
{
    std::mt19937 random{seed * 31 + 7};
    PrintQuality quality;
    const auto type = static_cast<std::size_t>(chance(random, 0, static_cast<int>(typefaces.size()) - 1));
    quality.ink = chance(random, 20, 70);
    quality.textHeight = chance(random, 22, 26) / 10.0;
    quality.shiftX = chance(random, -5, 5) / 10.0;
    quality.shiftY = chance(random, -5, 5) / 10.0;
    quality.seed = seed;
    return painter(typefaces.at(type)).draw(printOf(person), quality);
}

} // namespace madoguchi
