// SPDX-License-Identifier: Apache-2.0
#include "tool/support/RulesCommand.h"

#include "tool/support/RuleAnswers.h"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include <sstream>
#include <utility>
#include <vector>

using namespace madoguchi;

namespace {

using Vectors = std::vector<std::pair<std::string, std::string>>;

void checkAll(const Vectors& vectors)
{
    for (const auto& [question, answer] : vectors) {
        INFO(question);
        CHECK(answerRule(question) == answer);
    }
}

bool isOnlyAnError(const std::string& answer)
{
    const auto json = nlohmann::json::parse(answer, nullptr, false);
    return json.is_object() && json.size() == 1 && json.contains("error") && json["error"].is_string() &&
           !json["error"].get<std::string>().empty();
}

/// One person who changed insurers in October 2026, and twins.
std::string resolve(const std::string& query, const std::string& day)
{
    return answerRule(R"({"kind":"resolve","query":)" + query + R"(,"day":")" + day + R"(","records":[
        {"person":"A","insurer":"06139992","symbol":"12","number":"345","branch":"01","birth":"1980-03-03",
         "start":"2020-04-01","loss":"2026-10-01"},
        {"person":"A","insurer":"01130012","symbol":"77","number":"888","branch":"01","birth":"1980-03-03",
         "start":"2026-10-01","loss":null,"card_end":null,"registered":"2026-10-20"},
        {"person":"T1","insurer":"06139992","symbol":"50","number":"600","branch":"02","birth":"2015-05-05",
         "start":"2015-05-05"},
        {"person":"T2","insurer":"06139992","symbol":"50","number":"600","branch":"03","birth":"2015-05-05",
         "start":"2015-05-05"}]})");
}

} // namespace

TEST_CASE("insurerNumbersAreCheckedAndPadded")
{
    checkAll({
        {R"({"kind":"insurer","number":"06139992"})", R"({"ok":true,"padded":"06139992"})"},
        {R"({"kind":"insurer","number":"06139993"})", R"({"ok":false,"reason":"CHECK_DIGIT"})"},
        {R"({"kind":"insurer","number":"0613999"})", R"({"ok":false,"reason":"LENGTH"})"},
        {R"({"kind":"insurer","number":"0613999x"})", R"({"ok":false,"reason":"NOT_DIGITS"})"},
    });
}

TEST_CASE("datesOfErasAreRead")
{
    checkAll({
        {R"({"kind":"era","text":"S45.1.1"})", R"({"date":"1970-01-01","corrected":false})"},
        {R"({"kind":"era","text":"昭和45年1月1日"})", R"({"date":"1970-01-01","corrected":false})"},
        {R"({"kind":"era","text":"令和元年5月1日"})", R"({"date":"2019-05-01","corrected":false})"},
        {R"({"kind":"era","text":"1970/1/1"})", R"({"date":"1970-01-01","corrected":false})"},
        {R"({"kind":"era","text":"H32.3.31"})", R"({"date":"2020-03-31","corrected":true})"},
        {R"({"kind":"era","text":"H32.3.31","role":"end"})", R"({"date":"2020-03-31","corrected":true})"},
    });

    CHECK(isOnlyAnError(answerRule(R"({"kind":"era","text":"H32.3.31","role":"birth"})")));
    CHECK(isOnlyAnError(answerRule(R"({"kind":"era","text":"S45.1.1","role":"death"})")));
}

TEST_CASE("birthdaysThatChangeTheShareAreFound")
{
    checkAll({
        {R"({"kind":"age70","birth":"1955-04-02"})", R"({"date":"2025-05-01"})"},
        {R"({"kind":"age70","birth":"1955-04-01"})", R"({"date":"2025-04-01"})"},
        {R"({"kind":"age75","birth":"1955-04-02"})", R"({"date":"2030-04-02"})"},
        {R"({"kind":"preschool","birth":"2020-04-02"})", R"({"date":"2027-03-31"})"},
        {R"({"kind":"preschool","birth":"2020-04-01"})", R"({"date":"2026-03-31"})"},
    });
}

TEST_CASE("coverEndsTheDayBeforeTheLossAndOnTheCardsLastDay")
{
    const auto covers = [](const std::string& loss, const std::string& cardEnd) {
        return answerRule(R"({"kind":"covers","start":"2020-04-01","loss":)" + loss + R"(,"card_end":)" +
                          cardEnd + R"(,"day":"2026-10-01"})");
    };

    CHECK(covers("null", "null") == R"({"covers":true})");
    CHECK(covers(R"("2026-10-01")", "null") == R"({"covers":false})");
    CHECK(covers("null", R"("2026-10-01")") == R"({"covers":true})");
    CHECK(covers("null", R"("2026-09-30")") == R"({"covers":false})");
}

TEST_CASE("aRatioIsNeverGuessed")
{
    const std::string late =
        R"({"kind":"ratio","insurer":"39131016","birth":"1940-01-01","day":"2026-11-20",)";
    const std::string seventies =
        R"({"kind":"ratio","insurer":"06139992","birth":"1953-01-01","day":"2026-11-20","insured_ratio":null,)";
    checkAll({
        {late + R"("insured_ratio":"010","elderly":null})", R"({"percent":10,"reason":"OK"})"},
        {late + R"("insured_ratio":null,"elderly":null})", R"({"percent":null,"reason":"ABSENT"})"},
        {late + R"("insured_ratio":"070","elderly":null})", R"({"percent":null,"reason":"UNEXPECTED"})"},
        {seventies + R"("elderly":{"ratio":"020","start":"2026-08-01","end":"2027-07-31"}})",
         R"({"percent":20,"reason":"OK"})"},
        {seventies + R"("elderly":{"ratio":"020","start":"2025-08-01","end":"2026-07-31"}})",
         R"({"percent":null,"reason":"OUT_OF_PERIOD"})"},
    });
}

TEST_CASE("namesAreMatchedWithTheirMasks")
{
    checkAll({
        {R"({"kind":"name","chart":"髙橋 一郎","received":"●橋 一郎"})",
         R"({"verdict":"MASKED","masked":1})"},
        {R"({"kind":"name","chart":"高橋一郎","received":"高橋一郎"})", R"({"verdict":"EXACT","masked":0})"},
        {R"({"kind":"name","chart":"高橋　一郎","received":"髙橋 一郎"})",
         R"({"verdict":"VARIANT","masked":0})"},
        {R"({"kind":"name","chart":"高橋","received":"●●"})", R"({"verdict":"UNREADABLE","masked":2})"},
        {R"({"kind":"name","chart":"高橋","received":"鈴木"})", R"({"verdict":"DIFFERENT","masked":0})"},
        {R"({"kind":"name","chart":"高橋","received":"鈴木","chart_kana":"タカハシ","received_kana":"ﾀｶﾊｼ"})",
         R"({"verdict":"KANA_ONLY","masked":0})"},
    });
}

TEST_CASE("aQuestionIsResolvedOverAHistory")
{
    const std::string card = R"({"by":"card","person":"A"})";
    const std::string old = R"({"by":"number","insurer":"06139992","symbol":"12","number":"345","branch":"01",
                               "month_day":"0303"})";
    const std::string twins = R"({"by":"number","insurer":"06139992","symbol":"50","number":"600",
                                 "birth":"2015-05-05"})";

    CHECK(resolve(card, "2026-11-20") == R"({"validity":1,"reason":"OK"})");
    CHECK(resolve(card, "2026-10-05") == R"({"validity":2,"reason":"LOST"})");
    CHECK(resolve(card, "2026-09-20") == R"({"validity":1,"reason":"ENDS_SOON"})");
    CHECK(resolve(old, "2026-11-20") == R"({"validity":3,"reason":"NEW_EXISTS"})");
    CHECK(resolve(twins, "2026-11-20") == R"({"validity":5,"reason":"MULTIPLE"})");
    CHECK(resolve(R"({"by":"card","person":"Z"})", "2026-11-20") == R"({"validity":4,"reason":"NO_MATCH"})");
    CHECK(resolve(R"({"by":"number","insurer":"06139992","number":"345"})", "2026-11-20") ==
          R"({"validity":null,"reason":"NEED_BRANCH_OR_BIRTH"})");
    CHECK(resolve(R"({"by":"number","insurer":"613","number":"345"})", "2026-11-20") ==
          R"({"validity":null,"reason":"FORMAT"})");
}

TEST_CASE("aCeilingFollowsTheMonthsCost")
{
    checkAll({
        {R"({"kind":"limit","code":"A03","month":"2026-06","cost":1000000})",
         R"({"label":"ウ","ceiling":87430,"many":44400})"},
        {R"({"kind":"limit","code":"B06","month":"2026-06","cost":0})",
         R"({"label":"低所得Ⅰ","ceiling":15000,"many":null})"},
    });
}

TEST_CASE("whatCannotBeAnsweredGetsAnError")
{
    const std::vector<std::string> hostile{
        "",
        "null",
        "[]",
        "{",
        "{}",
        "\xff\xfe",
        std::string(100'000, '['),
        R"({"kind":7})",
        R"({"kind":"fortune"})",
        R"({"kind":"insurer"})",
        R"({"kind":"insurer","number":6139992})",
        R"({"kind":"era","text":"tomorrow"})",
        R"({"kind":"era","text":"S45.2.30"})",
        R"({"kind":"age70","birth":"1955-02-29"})",
        R"({"kind":"age70","birth":"19550402"})",
        R"({"kind":"covers","start":"2020-04-01","day":{}})",
        R"({"kind":"ratio","insurer":"x","birth":"1940-01-01","day":"2026-11-20"})",
        R"({"kind":"ratio","insurer":"39131016","birth":"2026-11-21","day":"2026-11-20"})",
        R"({"kind":"ratio","insurer":"39131016","birth":"1940-01-01","day":"2026-11-20","elderly":[1]})",
        R"({"kind":"name","chart":"a"})",
        R"({"kind":"resolve","query":{"by":"face"},"records":[],"day":"2026-11-20"})",
        R"({"kind":"resolve","query":{"by":"card","person":"A"},"records":{},"day":"2026-11-20"})",
        R"({"kind":"resolve","query":{"by":"card","person":"A"},"records":[7],"day":"2026-11-20"})",
        R"({"kind":"resolve","query":{"by":"card","person":"A"},"records":[{}],"day":"2026-11-20"})",
        R"({"kind":"limit","code":"Z99","month":"2026-06","cost":1})",
        R"({"kind":"limit","code":"A03","month":"2026-13","cost":1})",
        R"({"kind":"limit","code":"A03","month":"2026-06","cost":-1})",
        R"({"kind":"limit","code":"A03","month":"2026-06","cost":18446744073709551615})",
        R"({"kind":"limit","code":"A03","month":"2026-06","cost":1e400})",
    };

    for (const auto& question : hostile) {
        INFO(question.substr(0, 200));
        CHECK(isOnlyAnError(answerRule(question)));
    }
}

TEST_CASE("errorsSayWhichFieldIsWrong")
{
    CHECK(answerRule(R"({"kind":"age70","birth":"x"})") ==
          R"({"error":"birth: not a day written YYYY-MM-DD"})");
    CHECK(
        answerRule(
            R"({"kind":"resolve","query":{"by":"card","person":"A"},"records":[{"person":1}],"day":"2026-11-20"})") ==
        R"({"error":"records[0].person: not a text"})");
}

TEST_CASE("everyLineGetsOneAnswerInItsPlace")
{
    std::istringstream questions{"{\"kind\":\"age75\",\"birth\":\"1955-04-02\"}\n" +
                                 std::string(kLongestQuestion + 1, ' ') + "\nnonsense\n" +
                                 "{\"kind\":\"age75\",\"birth\":\"1955-04-03\"}"};
    std::ostringstream answers;

    const auto code = runRules(questions, answers);

    CHECK(code == 0);
    CHECK(answers.str() == "{\"date\":\"2030-04-02\"}\n"
                           "{\"error\":\"longer than 1 MiB\"}\n"
                           "{\"error\":\"not a JSON object in UTF-8\"}\n"
                           "{\"date\":\"2030-04-03\"}\n");
}

TEST_CASE("theNextStepOfAnOutcomeIsAsked")
{
    const auto ask = [](const std::string& fields) {
        return nlohmann::json::parse(answerRule(R"({"kind":"next_step",)" + fields + "}"));
    };

    const auto lost = ask(R"("reason":"LOST","date":"2026-10-31")");
    CHECK(lost["headline"] == "前の保険は10月31日までです。新しい資格を確認してください");
    CHECK(lost["steps"].size() == 4);
    CHECK(lost["action"] == "TYPE_INSURED_NUMBER");
    CHECK(ask(R"("reason":"C-11","lang":"en")")["headline"] == "The card's certificate has expired");
    for (const auto* wrong :
         {R"("reason":"GONE")", R"("reason":"OK","lang":"fr")", R"("reason":7)", R"("lang":"ja")"})
        CHECK(isOnlyAnError(ask(wrong).dump()));
}
