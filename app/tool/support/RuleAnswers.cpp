// SPDX-License-Identifier: Apache-2.0
#include "tool/support/RuleAnswers.h"

#include "domain/advice/NextStep.h"
#include "domain/eligibility/Age.h"
#include "domain/eligibility/BurdenRatio.h"
#include "domain/eligibility/Coverage.h"
#include "domain/eligibility/Era.h"
#include "domain/eligibility/InsurerNumber.h"
#include "domain/eligibility/LimitClass.h"
#include "domain/eligibility/NameMatch.h"
#include "domain/eligibility/Resolution.h"
#include "tool/support/RuleFields.h"

#include <algorithm>
#include <array>
#include <vector>

namespace madoguchi {

const std::string_view kRuleForms =
    R"(One JSON question per line, one JSON answer per line. Dates: YYYY-MM-DD.
{"kind":"insurer","number":"06139992"}
  -> {"ok":true,"padded":"06139992"} or {"ok":false,"reason":"CHECK_DIGIT|LENGTH|NOT_DIGITS"}
{"kind":"era","text":"S45.1.1","role":"birth|end"}   (role may be absent: end)
  -> {"date":"1970-01-01","corrected":false}
{"kind":"age70|age75|preschool","birth":"1955-04-02"}
  -> {"date":"2025-05-01"}   first day of the 70-74 ratio; 75th birthday; last preschool day
{"kind":"covers","start":"2020-04-01","loss":null,"card_end":null,"day":"2026-10-01"}
  -> {"covers":true}
{"kind":"ratio","insurer":"39131016","birth":"1940-01-01","day":"2026-11-20","insured_ratio":"010",
 "elderly":{"ratio":"020","start":"2026-08-01","end":"2027-07-31"}}   (elderly may be null)
  -> {"percent":10,"reason":"OK"} or {"percent":null,"reason":"ABSENT|OUT_OF_PERIOD|UNEXPECTED"}
{"kind":"name","chart":"...","received":"...","chart_kana":"...","received_kana":"..."}   (kana may be absent)
  -> {"verdict":"EXACT|VARIANT|MASKED|UNREADABLE|KANA_ONLY|DIFFERENT","masked":1}
{"kind":"resolve","query":{"by":"card","person":"A"},"records":[...],"day":"2026-11-20","asked":"2026-11-20"}
{"kind":"resolve","query":{"by":"number","insurer":"06139992","symbol":"12","number":"345","branch":"01",
 "birth":"1980-03-03","month_day":"0303"},"records":[...],"day":"2026-11-20"}
   records: {"person":"A","insurer":"06139992","symbol":"12","number":"345","branch":"01","birth":"1980-03-03",
             "start":"2020-04-01","loss":null,"card_end":null,"registered":null}
   needed: insurer and number of a query by number; person, insurer and start of a record. asked: the day of the
   question (absent: day), which decides what was registered by then.
  -> {"validity":1,"reason":"OK|OVERLAP|ENDS_SOON|LOST|EXPIRED|NOT_YET|NEW_EXISTS|NO_MATCH|MULTIPLE|
      NEED_BRANCH_OR_BIRTH|FORMAT"}   validity is null if the question itself is the trouble
{"kind":"limit","code":"A03","month":"2026-06","cost":1000000}
  -> {"label":"...","ceiling":87430,"many":44400}   "confirmed":false is added for months after an announced revision
{"kind":"next_step","reason":"LOST","lang":"ja|en","date":"2026-10-31"}   what the desk shows: reasons of resolve, further
   outcomes (CARD_LEFT, EYE_WANTED, ...) or the support code of a fault (C-11); lang may be absent: ja; date too
  -> {"headline":"...","say":"...","steps":["..."],"action":"TYPE_INSURED_NUMBER","button":"...","claim":"..."}
Anything else -> {"error":"what is wrong"})";

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

ordered_json insurer(RuleFields& fields)
{
    const auto check = checkInsurerNumber(fields.text("number"));
    if (!check.error)
        return {{"ok", true}, {"padded", check.padded}};
    constexpr std::array kReasons{"CHECK_DIGIT", "LENGTH", "NOT_DIGITS"};
    return {{"ok", false}, {"reason", kReasons[static_cast<std::size_t>(*check.error)]}};
}

ordered_json era(RuleFields& fields)
{
    const auto text = fields.text("text");
    const auto role = fields.optionalText("role");
    if (!role.empty() && role != "birth" && role != "end")
        fields.complain("role", "neither birth nor end");
    const auto parsed = parseEraDate(text, role == "birth" ? DateRole::Birth : DateRole::End);
    if (const auto* error = std::get_if<EraError>(&parsed)) {
        fields.complain("text", words(*error));
        return {};
    }
    const auto& found = std::get<EraDate>(parsed);
    return {{"date", isoDate(found.date)}, {"corrected", found.corrected}};
}

template<CivilDate (*rule)(CivilDate)>
ordered_json birthday(RuleFields& fields)
{
    const auto birth = fields.date("birth");
    return fields.error().empty() ? ordered_json{{"date", isoDate(rule(birth))}} : ordered_json{};
}

Coverage coverageIn(RuleFields& fields)
{
    return {fields.date("start"), fields.optionalDate("loss"), fields.optionalDate("card_end")};
}

ordered_json coversDay(RuleFields& fields)
{
    const auto coverage = coverageIn(fields);
    return {{"covers", covers(coverage, fields.date("day"))}};
}

/// Eight digits. Whether the check digit fits is another question.
std::string insurerIn(RuleFields& fields)
{
    auto number = checkInsurerNumber(fields.text("insurer")).padded;
    if (number.empty())
        fields.complain("insurer", "not six or eight digits");
    return number;
}

std::string_view word(RatioReason reason)
{
    constexpr std::array<std::string_view, 4> kWords{"OK", "ABSENT", "OUT_OF_PERIOD", "UNEXPECTED"};
    return kWords[static_cast<std::size_t>(reason)];
}

ordered_json ratio(RuleFields& fields)
{
    RatioQuestion question{insurerIn(fields), fields.date("birth"), fields.date("day"),
                           fields.optionalText("insured_ratio"), std::nullopt};
    if (const auto* elderly = fields.optionalObject("elderly")) {
        RuleFields part{*elderly, "elderly."};
        question.elderly =
            ElderlyRatio{part.optionalText("ratio"), part.optionalDate("start"), part.optionalDate("end")};
        fields.adopt(part);
    }
    if (fields.error().empty() && question.day < question.birth)
        fields.complain("day", "before the birth");
    if (!fields.error().empty())
        return {};
    const auto found = burdenRatio(question);
    return {{"percent", found.percent ? ordered_json(*found.percent) : ordered_json()},
            {"reason", word(found.reason)}};
}

ordered_json names(RuleFields& fields)
{
    const auto chart = fields.text("chart"), received = fields.text("received");
    const auto chartKana = fields.optionalText("chart_kana"),
               receivedKana = fields.optionalText("received_kana");
    const auto match = matchNames({chart, received, chartKana, receivedKana});
    return {{"verdict", name(match.verdict)}, {"masked", match.masked}};
}

EligibilityLookup questionIn(RuleFields& fields)
{
    const auto by = fields.text("by");
    if (by == "card")
        return CardLookup{fields.text("person")};
    if (by != "number")
        fields.complain("by", "neither card nor number");
    return NumberLookup{fields.text("insurer"),        fields.optionalText("symbol"),
                        fields.optionalText("number"), fields.optionalText("branch"),
                        fields.optionalDate("birth"),  fields.optionalText("month_day")};
}

QualificationEntry entryIn(RuleFields& fields)
{
    QualificationEntry entry;
    entry.person = fields.text("person");
    entry.insurer = insurerIn(fields);
    entry.symbol = fields.optionalText("symbol");
    entry.number = fields.optionalText("number");
    entry.branch = fields.optionalText("branch");
    entry.birth = fields.optionalDate("birth");
    entry.coverage = coverageIn(fields);
    entry.registered = fields.optionalDate("registered");
    return entry;
}

std::vector<QualificationEntry> entriesIn(RuleFields& fields)
{
    std::vector<QualificationEntry> entries;
    const auto* records = fields.array("records");
    for (std::size_t i = 0; records != nullptr && i < records->size() && fields.error().empty(); ++i) {
        const auto prefix = "records[" + std::to_string(i) + "]";
        if (!(*records)[i].is_object()) {
            fields.complain(prefix.c_str(), "not an object");
            break;
        }
        RuleFields part{(*records)[i], prefix + "."};
        entries.push_back(entryIn(part));
        fields.adopt(part);
    }
    return entries;
}

ordered_json resolution(RuleFields& fields)
{
    EligibilityLookup question;
    if (const auto* query = fields.object("query")) {
        RuleFields part{*query, "query."};
        question = questionIn(part);
        fields.adopt(part);
    }
    const auto entries = entriesIn(fields);
    const auto day = fields.date("day");
    const auto asked = fields.optionalDate("asked");
    if (!fields.error().empty())
        return {};
    const auto found = resolve(question, entries, day, asked.value_or(day));
    return {{"validity", found.validity ? ordered_json(static_cast<int>(*found.validity)) : ordered_json()},
            {"reason", name(found.reason)}};
}

ordered_json limit(RuleFields& fields)
{
    const auto code = fields.text("code");
    const auto month = fields.month("month");
    const auto cost = fields.yen("cost");
    if (!fields.error().empty())
        return {};
    const auto found = ceilingFor(code, month, cost);
    if (!found) {
        fields.complain("code", "not in the table for this month");
        return {};
    }
    ordered_json answer{{"label", text(found->label, Language::Japanese)},
                        {"ceiling", found->yen},
                        {"many", found->many ? ordered_json(*found->many) : ordered_json()}};
    if (!found->confirmed)
        answer["confirmed"] = false;
    return answer;
}

std::optional<NextStep> rowCalled(std::string_view reason)
{
    for (std::size_t i = 0; i < kSituationCount; ++i)
        if (name(static_cast<Situation>(i)) == reason)
            return nextStep(static_cast<Situation>(i));
    for (const auto& fault : faultTable())
        if (fault.supportCode == reason)
            return nextStep(fault.code);
    return std::nullopt;
}

ordered_json nextStepOf(RuleFields& fields)
{
    const auto row = rowCalled(fields.text("reason"));
    const auto lang = fields.optionalText("lang");
    const auto date = fields.optionalDate("date");
    if (fields.error().empty() && !row)
        fields.complain("reason", "neither an outcome nor a support code");
    if (!lang.empty() && lang != "ja" && lang != "en")
        fields.complain("lang", "neither ja nor en");
    if (!fields.error().empty())
        return {};
    const auto language = lang == "en" ? Language::English : Language::Japanese;
    ordered_json steps = ordered_json::array();
    for (const auto& step : row->steps())
        steps.push_back(text(step, language));
    return {{"headline", headlineOn(*row, language, date)},
            {"say", text(row->say, language)},
            {"steps", std::move(steps)},
            {"action", name(row->action)},
            {"button", text(label(row->action), language)},
            {"claim", text(row->claim, language)}};
}

struct Rule {
    std::string_view kind;
    ordered_json (*answer)(RuleFields& fields);
};

constexpr std::array kRules{
    Rule{"insurer", &insurer},
    Rule{"era", &era},
    Rule{"age70", &birthday<elderlyRatioStart>},
    Rule{"age75", &birthday<lateElderlyStart>},
    Rule{"preschool", &birthday<preschoolEnd>},
    Rule{"covers", &coversDay},
    Rule{"ratio", &ratio},
    Rule{"name", &names},
    Rule{"resolve", &resolution},
    Rule{"limit", &limit},
    Rule{"next_step", &nextStepOf},
};

ordered_json answerTo(const json& question)
{
    if (!question.is_object())
        return {{"error", "not a JSON object in UTF-8"}};
    RuleFields fields{question};
    const auto kind = fields.text("kind");
    const auto* rule = std::find_if(kRules.begin(), kRules.end(), [&](auto& r) { return r.kind == kind; });
    if (rule == kRules.end())
        fields.complain("kind", "no such rule");
    auto answer = fields.error().empty() ? rule->answer(fields) : ordered_json{};
    return fields.error().empty() ? answer : ordered_json{{"error", fields.error()}};
}

} // namespace

std::string answerRule(std::string_view question)
{
    // Without exceptions, and iterative: depth costs no stack.
    const auto parsed = json::parse(question, nullptr, false);
    return answerTo(parsed).dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

} // namespace madoguchi
