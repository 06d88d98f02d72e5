// SPDX-License-Identifier: Apache-2.0
#include "practice/central/QualificationFile.h"

#include "foundation/base/CivilDate.h"
#include "practice/central/HalfWidthKana.h"

#include <toml++/toml.h>

#include <algorithm>
#include <charconv>
#include <set>

namespace madoguchi {
namespace {

using namespace std::chrono;

constexpr std::string_view kWhere = "practice/qualifications";

Fault atLine(const toml::source_region& source)
{
    return {.code = FaultCode::SettingsInvalid, .value = source.begin.line, .where = kWhere};
}

std::optional<int> numberFrom(std::string_view digits)
{
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size())
        return std::nullopt;
    return value;
}

/// "07-31".
std::optional<month_day> monthDayFrom(std::string_view text)
{
    if (text.size() != 5 || text[2] != '-')
        return std::nullopt;
    const auto m = numberFrom(text.substr(0, 2));
    const auto d = numberFrom(text.substr(3));
    if (!m || !d)
        return std::nullopt;
    return month{static_cast<unsigned>(*m)} / day{static_cast<unsigned>(*d)};
}

std::optional<year_month_day> absoluteDay(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-')
        return std::nullopt;
    const auto y = numberFrom(text.substr(0, 4));
    const auto rest = monthDayFrom(text.substr(5));
    if (!y || !rest)
        return std::nullopt;
    const year_month_day result = year{*y} / *rest;
    return result.ok() ? std::optional{result} : std::nullopt;
}

std::optional<year_month_day> relativeDay(std::string_view offset, year_month_day today)
{
    if (offset.empty())
        return today;
    const auto count = numberFrom(offset.front() == '+' ? offset.substr(1) : offset);
    if (!count || (offset.front() != '+' && offset.front() != '-'))
        return std::nullopt;
    return year_month_day{sys_days{today} + days{*count}};
}

/// The nearest such day in the given direction, today included.
std::optional<year_month_day> yearlyDay(std::string_view text, year_month_day today, years step)
{
    const auto rest = monthDayFrom(text);
    if (!rest || !rest->ok())
        return std::nullopt;
    year_month_day result = today.year() / *rest;
    const bool passed = step > years{0} ? result < today : result > today;
    if (passed)
        result += step;
    return result.ok() ? std::optional{result} : std::nullopt;
}

/// Takes the keys out of one table. The first thing that is wrong is remembered; at the end, keys that nobody
/// asked for are wrong too.
class Keys {
public:
    Keys(const toml::table& table, year_month_day today) : table_{table}, today_{today} {}

    std::string text(std::string_view key)
    {
        const auto* node = take(key);
        if (!node)
            return {};
        const auto* value = node->as_string();
        return value ? value->get() : (complain(*node), std::string{});
    }

    bool flag(std::string_view key, bool absent)
    {
        const auto* node = take(key);
        if (!node)
            return absent;
        const auto* value = node->as_boolean();
        return value ? value->get() : (complain(*node), absent);
    }

    /// YYYYMMDD; empty when absent.
    std::string day(std::string_view key)
    {
        const std::string words = text(key);
        if (words.empty())
            return {};
        const auto result = dayFrom(words, today_);
        return result ? wireDate(*result) : (complain(*table_.get(key)), std::string{});
    }

    const toml::table* table(std::string_view key)
    {
        const auto* node = take(key);
        if (node && !node->is_table())
            complain(*node);
        return node ? node->as_table() : nullptr;
    }

    [[nodiscard]] std::optional<Fault> objection() const
    {
        if (wrong_)
            return wrong_;
        for (const auto& [key, node] : table_)
            if (!taken_.contains(std::string{key.str()}))
                return atLine(node.source());
        return std::nullopt;
    }

    void complain(const toml::node& node)
    {
        if (!wrong_)
            wrong_ = atLine(node.source());
    }
    void complainOf(const Keys& inner)
    {
        if (!wrong_)
            wrong_ = inner.objection();
    }
    [[nodiscard]] year_month_day today() const { return today_; }

private:
    const toml::node* take(std::string_view key)
    {
        taken_.emplace(key);
        return table_.get(key);
    }

    const toml::table& table_;
    year_month_day today_;
    std::set<std::string> taken_;
    std::optional<Fault> wrong_;
};

ElderlyCertificate elderlyFrom(Keys& keys)
{
    return {.issued = keys.day("issued"),
            .validStart = keys.day("from"),
            .validEnd = keys.day("to"),
            .contributionRatio = keys.text("ratio")};
}

LimitCertificate limitFrom(Keys& keys)
{
    return {.kind = keys.text("kind"),
            .limitClass = keys.text("class"),
            .issued = keys.day("issued"),
            .validStart = keys.day("from"),
            .validEnd = keys.day("to"),
            .longTermDate = keys.day("long-term")};
}

SpecificDisease diseaseFrom(Keys& keys)
{
    return {.category = keys.text("category"),
            .issued = keys.day("issued"),
            .validStart = keys.day("from"),
            .validEnd = keys.day("to"),
            .selfPay = keys.text("self-pay")};
}

/// 医療券: element names of the interface as keys, because the terminal only passes them on.
MedicalTicket ticketFrom(const toml::table& table, Keys& keys)
{
    MedicalTicket ticket;
    for (const auto& [key, node] : table) {
        const bool isDay = key.str().ends_with("Date");
        ticket.elements.emplace_back(key.str(), isDay ? keys.day(key.str()) : keys.text(key.str()));
    }
    return ticket;
}

/// Runs `read` on the inner table of that name, if there is one.
template<typename Read>
void within(Keys& outer, std::string_view name, Read read)
{
    if (const auto* table = outer.table(name)) {
        Keys inner{*table, outer.today()};
        read(*table, inner);
        outer.complainOf(inner);
    }
}

void readParts(Keys& keys, Qualification& q)
{
    within(keys, "elderly", [&](const toml::table&, Keys& inner) { q.elderly = elderlyFrom(inner); });
    within(keys, "limit", [&](const toml::table&, Keys& inner) { q.limit = limitFrom(inner); });
    within(keys, "disease",
           [&](const toml::table&, Keys& inner) { q.diseases.push_back(diseaseFrom(inner)); });
    within(keys, "ticket",
           [&](const toml::table& table, Keys& inner) { q.tickets.push_back(ticketFrom(table, inner)); });
}

std::string orElse(std::string text, std::string_view otherwise)
{
    return text.empty() ? std::string{otherwise} : std::move(text);
}

/// What the insurer knows of the person, unless the record says otherwise.
void describe(Keys& keys, const Persona& persona, Qualification& q)
{
    q.name = orElse(keys.text("name"), persona.name);
    q.nameKana = halfWidthKana(orElse(keys.text("kana"), persona.kana));
    q.nameOfOther = persona.alias;
    q.sex1 = persona.sex == Persona::Sex::Male ? "1" : "2";
    q.birthdate = wireDate(persona.birth);
    q.address = orElse(keys.text("address"), persona.address);
    q.postNumber = keys.text("post-number");
    q.insuredName = orElse(keys.text("insured-name"), q.name);
}

RegisteredQualification qualificationFrom(Keys& keys, const Persona& persona)
{
    RegisteredQualification result;
    Qualification& q = result.qualification;
    describe(keys, persona, q);
    q.cardClassification = orElse(keys.text("class"), "01");
    q.insurerNumber = keys.text("insurer");
    q.insurerNumber.insert(0, q.insurerNumber.size() < 8 ? 8 - q.insurerNumber.size() : 0, '0');
    q.insurerName = keys.text("insurer-name");
    q.symbol = keys.text("symbol");
    q.number = keys.text("number");
    q.branch = keys.text("branch");
    q.personalFamily = keys.flag("family", false) ? "2" : "1";
    q.qualificationDate = keys.day("from");
    q.disqualificationDate = keys.day("lost");
    q.reasonOfLoss = keys.text("reason-of-loss");
    q.issued = orElse(keys.day("issued"), q.qualificationDate);
    q.validFrom = orElse(keys.day("valid-from"), q.qualificationDate);
    q.validTo = keys.day("valid-to");
    q.contributionRatio = keys.text("ratio");
    q.preschool = keys.flag("preschool", false) ? "1" : "";
    readParts(keys, q);
    result.knownFrom = keys.day("known-from");
    return result;
}

/// Each [[name]] of the file, with the person it belongs to.
template<typename Use>
std::optional<Fault> forEachEntry(const toml::table& file, std::string_view name, year_month_day today,
                                  const std::vector<Persona>& people, std::vector<InsuredPerson>& insured,
                                  Use use)
{
    const auto* entries = file.get_as<toml::array>(name);
    for (std::size_t i = 0; entries && i < entries->size(); ++i) {
        const auto* table = entries->get(i)->as_table();
        if (!table)
            return atLine(entries->get(i)->source());
        Keys keys{*table, today};
        const Persona* persona = findPersona(people, keys.text("person"));
        if (!persona)
            continue; // another people.toml may name fewer people
        const auto person = std::ranges::find(insured, persona->number, &InsuredPerson::number);
        use(keys, *persona, *person);
        if (auto objection = keys.objection())
            return objection;
    }
    return std::nullopt;
}

} // namespace

std::optional<year_month_day> dayFrom(std::string_view text, year_month_day today)
{
    if (text.starts_with("today"))
        return relativeDay(text.substr(5), today);
    if (text.starts_with("last "))
        return yearlyDay(text.substr(5), today, years{-1});
    if (text.starts_with("next "))
        return yearlyDay(text.substr(5), today, years{1});
    return absoluteDay(text);
}

Result<std::vector<InsuredPerson>> loadQualifications(const std::filesystem::path& file,
                                                      const std::vector<Persona>& people,
                                                      year_month_day today)
{
    const toml::parse_result parsed = toml::parse_file(file.string());
    if (!parsed)
        return atLine(parsed.error().source());
    std::vector<InsuredPerson> insured;
    for (const Persona& persona : people)
        insured.push_back({.number = persona.number, .history = {}});
    const auto addRecord = [](Keys& keys, const Persona& persona, InsuredPerson& person) {
        person.history.push_back(qualificationFrom(keys, persona));
    };
    const auto addFlags = [](Keys& keys, const Persona&, InsuredPerson& person) {
        person.registered = keys.flag("registered", true);
    };
    if (const auto wrong = forEachEntry(parsed.table(), "qualification", today, people, insured, addRecord))
        return *wrong;
    if (const auto wrong = forEachEntry(parsed.table(), "card", today, people, insured, addFlags))
        return *wrong;
    return insured;
}

} // namespace madoguchi
