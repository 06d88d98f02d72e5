// SPDX-License-Identifier: Apache-2.0
#include "tool/support/FaceLabels.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <ostream>
#include <sstream>

namespace madoguchi {

namespace {

using nlohmann::ordered_json;

constexpr int kOldest = 130;

/// Nothing when the word is neither an age nor "-".
std::optional<std::optional<int>> ageOf(const std::string& word)
{
    if (word == "-")
        return std::optional<int>{};
    int age = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), age);
    if (error != std::errc{} || end != word.data() + word.size() || age < 0 || age > kOldest)
        return std::nullopt;
    return std::optional{age};
}

ordered_json toJson(const Rate& rate)
{
    return {rate.share, {rate.low, rate.high}};
}

} // namespace

std::vector<std::string> wordsOf(const std::string& line)
{
    std::istringstream stream{line};
    std::vector<std::string> words;
    for (std::string word; stream >> word;)
        words.push_back(std::move(word));
    return words;
}

bool readPeople(const std::filesystem::path& file, People& people, std::ostream& errors)
{
    std::vector<ListLine> lines;
    if (!readList(file, lines, errors))
        return false;
    for (const ListLine& line : lines) {
        const auto words = wordsOf(line.text);
        const auto age = words.size() == 4 ? ageOf(words[2]) : std::nullopt;
        if (!age) {
            complain(errors, line.place + ": expected an identity, sex, age in years or \"-\", and origin");
            return false;
        }
        if (!people.emplace(words[0], Labels{.sex = words[1], .origin = words[3], .age = *age}).second) {
            complain(errors, line.place + ": " + words[0] + " was there before");
            return false;
        }
    }
    return true;
}

ordered_json toJson(const std::vector<GroupFigures>& figures)
{
    ordered_json all = ordered_json::array();
    for (const GroupFigures& one : figures) {
        ordered_json told{{"group", one.group},
                          {"shots", one.shots == 0 ? "3-5" : std::to_string(one.shots)},
                          {"people", one.people},
                          {"strangers", one.strangers},
                          {"holders", one.holders}};
        if (one.strangers > 0) {
            told["fmr"] = toJson(one.falseMatch);
            told["fmr_or_asked"] = toJson(one.falseMatchOrAsked);
        }
        if (one.holders > 0) {
            told["fnmr"] = toJson(one.falseNonMatch);
            told["fnmr_nor_asked"] = toJson(one.falseNonMatchNorAsked);
        }
        all.push_back(std::move(told));
    }
    return all;
}

} // namespace madoguchi
