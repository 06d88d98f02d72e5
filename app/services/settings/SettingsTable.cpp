// SPDX-License-Identifier: Apache-2.0
#include "services/settings/SettingsTable.h"

namespace madoguchi {

void SettingsProblems::add(const toml::source_region& where, std::string key, std::string what)
{
    list_.push_back({file_, where.begin.line, where.begin.column, std::move(key), std::move(what)});
}

std::string_view kindOf(const toml::node& node)
{
    switch (node.type()) {
    case toml::node_type::table:
        return "a table";
    case toml::node_type::array:
        return "a list";
    case toml::node_type::string:
        return "a text";
    case toml::node_type::integer:
    case toml::node_type::floating_point:
        return "a number";
    case toml::node_type::boolean:
        return "true or false";
    default:
        return "a date or time";
    }
}

SettingsTable SettingsTable::section(const char* key)
{
    static const toml::table kEmpty;
    const auto* table = as<toml::table>(find(key), key, "a table");
    return {table != nullptr ? *table : kEmpty, dotted(key), problems_};
}

void SettingsTable::flag(const char* key, bool& value)
{
    if (const auto* node = as<toml::value<bool>>(find(key), key, "true or false"))
        value = node->get();
}

void SettingsTable::text(const char* key, std::string& value)
{
    constexpr std::size_t kMaxText = 1024;
    const auto* node = as<toml::value<std::string>>(find(key), key, "a text");
    if (node == nullptr)
        return;
    if (node->get().size() > kMaxText || node->get().find('\0') != std::string::npos)
        problem(key, "is too long or has a zero byte");
    else
        value = node->get();
}

void SettingsTable::integer(const char* key, int& value, int low, int high)
{
    const auto* node = as<toml::value<std::int64_t>>(find(key), key, "a whole number");
    if (node == nullptr)
        return;
    if (node->get() < low || node->get() > high)
        problem(key, "must lie between " + std::to_string(low) + " and " + std::to_string(high));
    else
        value = static_cast<int>(node->get());
}

void SettingsTable::path(const char* key, std::filesystem::path& value)
{
    std::string written;
    text(key, written);
    if (!written.empty())
        value = resolved(written);
}

void SettingsTable::paths(const char* key, std::vector<std::filesystem::path>& values)
{
    const auto* list = as<toml::array>(find(key), key, "a list of paths");
    if (list == nullptr)
        return;
    values.clear();
    for (const auto& item : *list)
        if (const auto* node = as<toml::value<std::string>>(&item, key, "a list of paths"))
            values.push_back(resolved(node->get()));
}

void SettingsTable::seconds(const char* key, std::chrono::milliseconds& value, int low, int high)
{
    auto number = static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(value).count());
    integer(key, number, low, high);
    value = std::chrono::seconds{number};
}

void SettingsTable::milliseconds(const char* key, std::chrono::milliseconds& value, int low, int high)
{
    auto number = static_cast<int>(value.count());
    integer(key, number, low, high);
    value = std::chrono::milliseconds{number};
}

void SettingsTable::problem(const char* key, std::string what)
{
    const auto* node = table_.get(key);
    problems_.add(node != nullptr ? node->source() : table_.source(), dotted(key), std::move(what));
}

void SettingsTable::finish()
{
    for (const auto& [key, node] : table_)
        if (!asked_.contains(key.str()))
            problems_.add(key.source(), dotted(key.str()), "is not a setting");
}

std::filesystem::path SettingsTable::resolved(const std::string& path) const
{
    return (problems_.file().parent_path() / path)
        .lexically_normal(); // an absolute path replaces the left side
}

const toml::node* SettingsTable::find(const char* key)
{
    asked_.insert(key);
    return table_.get(key);
}

std::string SettingsTable::dotted(std::string_view key) const
{
    return path_.empty() ? std::string{key} : path_ + "." + std::string{key};
}

} // namespace madoguchi
