// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/personas/Persona.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace madoguchi {

namespace {

using std::chrono::year_month_day;

constexpr std::uintmax_t kLargestFile = 1'000'000;

struct Era {
    year_month_day begin;
    int firstYear;
    std::string_view name;
};

constexpr std::array kEras{
    Era{year_month_day{std::chrono::year{2019}, std::chrono::May, std::chrono::day{1}}, 2019, "令和"},
    Era{year_month_day{std::chrono::year{1989}, std::chrono::January, std::chrono::day{8}}, 1989, "平成"},
    Era{year_month_day{std::chrono::year{1926}, std::chrono::December, std::chrono::day{25}}, 1926, "昭和"},
    Era{year_month_day{std::chrono::year{1912}, std::chrono::July, std::chrono::day{30}}, 1912, "大正"},
    Era{year_month_day{std::chrono::year{1868}, std::chrono::January, std::chrono::day{25}}, 1868, "明治"},
};

std::string digits(unsigned number, std::size_t width)
{
    std::string text = std::to_string(number);
    return std::string(width - std::min(width, text.size()), '0') + text;
}

bool allDigits(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isFourDigits(std::string_view text)
{
    return text.size() == 4 && allDigits(text);
}

bool isId(std::string_view text)
{
    const auto ok = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !text.empty() && text.size() <= 32 && std::all_of(text.begin(), text.end(), ok);
}

bool isSignPassword(std::string_view text)
{
    const auto ok = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
    return text.size() >= 6 && text.size() <= 16 && std::all_of(text.begin(), text.end(), ok);
}

/// Reads one table and remembers whether everything in it was as it has to be.
class PersonReader {
public:
    explicit PersonReader(const toml::table& table) : table_{table} {}

    std::string text(std::string_view key)
    {
        seen_.insert(key);
        return accept(table_[key].value<std::string>(), std::string{});
    }

    std::string optionalText(std::string_view key)
    {
        return table_.contains(key) ? text(key) : std::string{};
    }

    std::int64_t number(std::string_view key)
    {
        seen_.insert(key);
        return accept(table_[key].value<std::int64_t>(), std::int64_t{0});
    }

    bool flag(std::string_view key, bool otherwise)
    {
        seen_.insert(key);
        return table_.contains(key) ? accept(table_[key].value<bool>(), otherwise) : otherwise;
    }

    year_month_day date(std::string_view key)
    {
        seen_.insert(key);
        const auto found = accept(table_[key].value<toml::date>(), toml::date{});
        return {std::chrono::year{found.year}, std::chrono::month{found.month}, std::chrono::day{found.day}};
    }

    template<typename Value>
    Value oneOf(std::string_view key, std::initializer_list<std::pair<std::string_view, Value>> words)
    {
        const auto word = text(key);
        for (const auto& [name, value] : words)
            if (name == word)
                return value;
        fine_ = false;
        return words.begin()->second;
    }

    [[nodiscard]] bool fine() const
    {
        return fine_ && std::all_of(table_.begin(), table_.end(),
                                    [&](const auto& entry) { return seen_.contains(entry.first.str()); });
    }

private:
    template<typename Value>
    Value accept(std::optional<Value> found, Value otherwise)
    {
        fine_ = fine_ && found.has_value();
        return found.value_or(otherwise);
    }

    const toml::table& table_;
    std::set<std::string_view> seen_;
    bool fine_{true};
};

bool plausible(const Persona& person)
{
    return isId(person.id) && person.number != 0 && !person.name.empty() && !person.address.empty() &&
           person.birth.ok() && person.cardExpiry.ok() && isFourDigits(person.securityCode) &&
           (person.pin.empty() || isFourDigits(person.pin)) &&
           (person.signPassword.empty() || isSignPassword(person.signPassword));
}

std::optional<Persona> readPerson(const toml::table& table)
{
    using Sex = Persona::Sex;
    using Calendar = Persona::Calendar;
    PersonReader from{table};
    Persona person;
    person.id = from.text("id");
    person.number = static_cast<std::uint32_t>(from.number("number"));
    person.name = from.text("name");
    person.kana = from.text("kana");
    person.alias = from.optionalText("alias");
    person.birth = from.date("birth");
    person.sex = from.oneOf<Sex>("sex", {{"female", Sex::Female}, {"male", Sex::Male}});
    person.address = from.text("address");
    person.calendar =
        from.oneOf<Calendar>("calendar", {{"era", Calendar::Era}, {"western", Calendar::Western}});
    person.cardExpiry = from.date("card-expiry");
    person.securityCode = from.text("security-code");
    person.pin = from.optionalText("pin");
    person.signPassword = from.optionalText("sign-password");
    person.certificateDays = static_cast<int>(from.number("certificate-days"));
    person.pinLocked = from.flag("pin-locked", false);
    person.revoked = from.flag("revoked", false);
    person.photo = from.flag("photo", true);
    return from.fine() && plausible(person) ? std::optional{person} : std::nullopt;
}

bool allDifferent(const std::vector<Persona>& people)
{
    std::set<std::string_view> ids;
    std::set<std::uint32_t> numbers;
    return std::all_of(people.begin(), people.end(), [&](const Persona& person) {
        return ids.insert(person.id).second && numbers.insert(person.number).second;
    });
}

Fault invalid(std::int64_t where)
{
    return {FaultCode::SettingsInvalid, FaultSpace::None, where, "sim/loadPeople"};
}

/// The era in which the card's face prints the birth; null in the western calendar.
const Era* eraOf(const Persona& persona)
{
    if (persona.calendar != Persona::Calendar::Era)
        return nullptr;
    const auto* const era =
        std::ranges::find_if(kEras, [&](const Era& e) { return persona.birth >= e.begin; });
    return era == kEras.end() ? nullptr : era;
}

} // namespace

std::string printedBirthYear(const Persona& persona)
{
    const int year = static_cast<int>(persona.birth.year());
    if (const auto* era = eraOf(persona)) {
        const int inEra = year - era->firstYear + 1;
        return std::string{era->name} + (inEra == 1 ? "元" : (inEra < 10 ? " " : "") + std::to_string(inEra));
    }
    return std::to_string(year);
}

std::string printedBirth(const Persona& persona)
{
    int year = static_cast<int>(persona.birth.year());
    if (const auto* era = eraOf(persona))
        year = year - era->firstYear + 1;
    return digits(static_cast<unsigned>(year % 100), 2) +
           digits(static_cast<unsigned>(persona.birth.month()), 2) +
           digits(static_cast<unsigned>(persona.birth.day()), 2);
}

std::string securityNumber(const Persona& persona)
{
    return printedBirth(persona) +
           digits(static_cast<unsigned>(static_cast<int>(persona.cardExpiry.year())), 4) +
           persona.securityCode;
}

std::string compactDate(year_month_day date)
{
    return digits(static_cast<unsigned>(static_cast<int>(date.year())), 4) +
           digits(static_cast<unsigned>(date.month()), 2) + digits(static_cast<unsigned>(date.day()), 2);
}

Result<std::vector<Persona>> loadPeople(const std::filesystem::path& peopleToml)
{
    std::error_code error;
    if (const auto size = std::filesystem::file_size(peopleToml, error); error || size > kLargestFile)
        return invalid(0);
    const toml::parse_result parsed = toml::parse_file(peopleToml.string());
    if (!parsed)
        return invalid(parsed.error().source().begin.line);
    const auto* entries = parsed["person"].as_array();
    if (!entries || parsed.table().size() != 1)
        return invalid(0);
    std::vector<Persona> people;
    for (const auto& entry : *entries) {
        auto person = entry.is_table() ? readPerson(*entry.as_table()) : std::nullopt;
        if (!person)
            return invalid(entry.source().begin.line);
        people.push_back(std::move(*person));
    }
    if (!allDifferent(people))
        return invalid(0);
    return people;
}

const Persona* findPersona(const std::vector<Persona>& people, std::string_view id)
{
    const auto found =
        std::find_if(people.begin(), people.end(), [&](const Persona& person) { return person.id == id; });
    return found == people.end() ? nullptr : &*found;
}

} // namespace madoguchi
