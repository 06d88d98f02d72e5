// SPDX-License-Identifier: Apache-2.0
// Reads one table of the settings file key by key and remembers which keys somebody asked for, so that what
// is left over can be named as unknown. Private to app/settings.
#pragma once

#include "services/settings/Settings.h"

#include <toml++/toml.h>

#include <set>
#include <span>
#include <string_view>
#include <utility>

namespace madoguchi {

/// Words for the values of an enumeration, in the file's spelling.
template<typename E>
using Words = std::span<const std::pair<std::string_view, E>>;

/// Where problems are collected.
class SettingsProblems {
public:
    explicit SettingsProblems(std::filesystem::path file) : file_{std::move(file)} {}

    void add(const toml::source_region& where, std::string key, std::string what);
    void add(std::string key, std::string what) { add({}, std::move(key), std::move(what)); }
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    [[nodiscard]] std::vector<SettingsProblem> take() && { return std::move(list_); }

private:
    std::filesystem::path file_;
    std::vector<SettingsProblem> list_;
};

class SettingsTable {
public:
    SettingsTable(const toml::table& table, std::string path, SettingsProblems& problems)
        : table_{table}, path_{std::move(path)}, problems_{problems}
    {
    }

    /// A table within this one; an empty one when it is absent.
    [[nodiscard]] SettingsTable section(const char* key);

    // Each leaves `value` as it is when the key is absent, and names a problem when the value is no good.
    void flag(const char* key, bool& value);
    void text(const char* key, std::string& value);
    void integer(const char* key, int& value, int low, int high);
    void path(const char* key, std::filesystem::path& value);
    void paths(const char* key, std::vector<std::filesystem::path>& values);
    void seconds(const char* key, std::chrono::milliseconds& value, int low, int high);
    void milliseconds(const char* key, std::chrono::milliseconds& value, int low, int high);

    template<typename E>
    void word(const char* key, E& value, Words<E> words);
    template<typename E>
    void words(const char* key, std::vector<E>& values, Words<E> words);

    /// Names a problem at `key`, or at the table when it is absent.
    void problem(const char* key, std::string what);
    /// Names every key that nobody has asked for.
    void finish();

    [[nodiscard]] std::filesystem::path resolved(const std::string& path) const;

private:
    const toml::node* find(const char* key);
    [[nodiscard]] std::string dotted(std::string_view key) const;
    /// The node as T, or nullptr after naming the problem.
    template<typename T>
    const T* as(const toml::node* node, const char* key, const char* wanted);
    template<typename E>
    std::optional<E> wordOf(const toml::node* node, const char* key, Words<E> words);

    const toml::table& table_;
    std::string path_;
    SettingsProblems& problems_;
    std::set<std::string, std::less<>> asked_;
};

/// "a number", "a text" … for messages.
[[nodiscard]] std::string_view kindOf(const toml::node& node);

template<typename T>
const T* SettingsTable::as(const toml::node* node, const char* key, const char* wanted)
{
    if (node == nullptr)
        return nullptr;
    const T* typed = node->as<T>();
    if (typed == nullptr)
        problems_.add(node->source(), dotted(key),
                      std::string{"needs "} + wanted + ", found " + std::string{kindOf(*node)});
    return typed;
}

template<typename E>
std::optional<E> SettingsTable::wordOf(const toml::node* node, const char* key, Words<E> words)
{
    const auto* text = as<toml::value<std::string>>(node, key, "a text");
    if (text == nullptr)
        return std::nullopt;
    std::string known;
    for (const auto& [word, value] : words) {
        if (text->get() == word)
            return value;
        known += (known.empty() ? "\"" : ", \"") + std::string{word} + "\"";
    }
    problems_.add(node->source(), dotted(key), "must be one of " + known);
    return std::nullopt;
}

template<typename E>
void SettingsTable::word(const char* key, E& value, Words<E> words)
{
    if (const auto found = wordOf(find(key), key, words))
        value = *found;
}

template<typename E>
void SettingsTable::words(const char* key, std::vector<E>& values, Words<E> words)
{
    const auto* list = as<toml::array>(find(key), key, "a list of texts");
    if (list == nullptr)
        return;
    values.clear();
    for (const auto& item : *list)
        if (const auto found = wordOf(&item, key, words))
            values.push_back(*found);
}

} // namespace madoguchi
