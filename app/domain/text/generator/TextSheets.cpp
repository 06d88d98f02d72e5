// SPDX-License-Identifier: Apache-2.0
#include "domain/text/generator/TextSheets.h"

#include "domain/text/generator/TextNames.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <set>
#include <stdexcept>

namespace madoguchi {

namespace {

using Json = nlohmann::ordered_json;

Json parsed(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    return Json::parse(in);
}

std::vector<LanguageEntry> languagesIn(const Json& table)
{
    std::vector<LanguageEntry> languages;
    for (const auto& row : table)
        languages.push_back({row.at("code"), row.at("enumerator"), row.at("name"), row.value("from", "")});
    return languages;
}

class Reader {
public:
    Reader(TextSheets& sheets, std::string sheet) : sheets_{sheets}, sheet_{std::move(sheet)} {}

    void read(const Json& node, const std::string& id, const std::string& key)
    {
        if (isSentence(node))
            return sheets_.sentences.push_back(sentence(node, id, key));
        std::size_t number = 0;
        if (node.is_object())
            for (const auto& [part, inner] : node.items())
                read(inner, textName(id, part), part);
        else if (node.is_array())
            for (const auto& inner : node)
                read(inner, textName(id, std::to_string(number++)), key);
    }

private:
    [[nodiscard]] bool isSentence(const Json& node) const
    {
        return node.is_object() && node.contains(sheets_.languages.front().code);
    }

    [[nodiscard]] SentenceEntry sentence(const Json& node, const std::string& id,
                                         const std::string& key) const
    {
        std::set<std::string> known{"seen"};
        SentenceEntry entry{id, sheet_, key, node.value("seen", ""), {}};
        for (const auto& language : sheets_.languages) {
            known.insert(language.code);
            if (language.from.empty() && !node.contains(language.code))
                throw std::runtime_error(sheet_ + ": " + id + " has no column " + language.code);
            entry.columns.push_back(language.from.empty() ? node.at(language.code).get<std::string>()
                                                          : drawnOut(node.at(language.from)));
        }
        for (const auto& [column, words] : node.items())
            if (known.count(column) == 0)
                throw std::runtime_error(sheet_ + ": " + id + " has a column nobody knows: " + column);
        return entry;
    }

    TextSheets& sheets_;
    std::string sheet_;
};

bool isVowel(char c)
{
    return std::string_view{"aeiouAEIOU"}.find(c) != std::string_view::npos;
}

} // namespace

std::string drawnOut(const std::string& words)
{
    std::string longer;
    bool inPlace = false;
    for (const char c : words) {
        inPlace = c == '{' || (inPlace && c != '}');
        longer += c;
        if (!inPlace && isVowel(c))
            longer += c;
    }
    return longer;
}

TextSheets readSheets(const std::filesystem::path& folder)
{
    TextSheets sheets;
    sheets.languages = languagesIn(parsed(folder / "languages.json"));
    std::set<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{folder})
        if (entry.path().extension() == ".json" && entry.path().stem() != "languages")
            files.insert(entry.path());
    for (const auto& file : files) {
        const auto sheet = file.stem().string();
        Reader{sheets, sheet}.read(parsed(file), textName({}, sheet), sheet);
    }
    return sheets;
}

} // namespace madoguchi
