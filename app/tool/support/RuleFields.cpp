// SPDX-License-Identifier: Apache-2.0
#include "tool/support/RuleFields.h"

namespace madoguchi {
namespace {

constexpr std::int64_t kMostYen = 1'000'000'000'000;

} // namespace

RuleFields::RuleFields(const nlohmann::json& object, std::string prefix)
    : object_{object}, prefix_{std::move(prefix)}
{
}

const nlohmann::json* RuleFields::find(const char* key) const
{
    const auto found = object_.find(key);
    return found == object_.end() || found->is_null() ? nullptr : &*found;
}

void RuleFields::complain(const char* key, std::string_view problem)
{
    if (error_.empty())
        error_ = prefix_ + key + ": " + std::string{problem};
}

void RuleFields::adopt(const RuleFields& part)
{
    if (error_.empty())
        error_ = part.error_;
}

std::string RuleFields::optionalText(const char* key)
{
    const auto* value = find(key);
    if (value == nullptr)
        return {};
    if (value->is_string())
        return value->get<std::string>();
    complain(key, "not a text");
    return {};
}

std::string RuleFields::text(const char* key)
{
    if (find(key) == nullptr)
        complain(key, "missing");
    return optionalText(key);
}

std::optional<CivilDate> RuleFields::optionalDate(const char* key)
{
    if (find(key) == nullptr)
        return std::nullopt;
    const auto text = optionalText(key);
    const auto date = text.size() == 10 ? parseCivilDate(text) : std::nullopt;
    if (!date)
        complain(key, "not a day written YYYY-MM-DD");
    return date;
}

CivilDate RuleFields::date(const char* key)
{
    if (find(key) == nullptr)
        complain(key, "missing");
    return optionalDate(key).value_or(CivilDate{});
}

std::chrono::year_month RuleFields::month(const char* key)
{
    const auto first = parseCivilDate(text(key) + "-01");
    if (first)
        return {first->year(), first->month()};
    complain(key, "not a month written YYYY-MM");
    return {};
}

std::int64_t RuleFields::yen(const char* key)
{
    const auto* value = find(key);
    // A number without sign or fraction; a signed one would be kept as another type.
    const bool fits = value != nullptr && value->is_number_unsigned() &&
                      value->get<std::uint64_t>() <= static_cast<std::uint64_t>(kMostYen);
    if (fits)
        return value->get<std::int64_t>();
    complain(key, value == nullptr ? "missing" : "not a whole number of yen from 0 to a trillion");
    return 0;
}

const nlohmann::json* RuleFields::optionalObject(const char* key)
{
    const auto* value = find(key);
    if (value == nullptr || value->is_object())
        return value;
    complain(key, "not an object");
    return nullptr;
}

const nlohmann::json* RuleFields::object(const char* key)
{
    if (find(key) == nullptr)
        complain(key, "missing");
    return optionalObject(key);
}

const nlohmann::json* RuleFields::array(const char* key)
{
    const auto* value = find(key);
    if (value != nullptr && value->is_array())
        return value;
    complain(key, value == nullptr ? "missing" : "not a list");
    return nullptr;
}

} // namespace madoguchi
