// SPDX-License-Identifier: Apache-2.0
// Reads the fields of one JSON object from another process. Every value is bounded; the first field that is
// missing, of a wrong type or out of bounds spoils the whole message, and so does a field nobody asked for:
// both sides are of one build, so an unknown field is a mistake or an attack, never a newer version. Messages
// offer encode and decode, not JSON: only formats/ includes this.
#pragma once

#include "foundation/base/Bytes.h"
#include "foundation/base/Result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi::bus {

/// The last enumerator of an enumeration that travels (as a number): specialised beside the messages that
/// carry it.
template<typename E>
inline constexpr E kLast = E::OnlyEnumerationsWithALastOneTravel;

template<typename E>
[[nodiscard]] constexpr int number(E value)
{
    return static_cast<int>(value);
}

template<typename E>
void putOptional(nlohmann::json& object, const char* name, const std::optional<E>& value)
{
    if (value)
        object[name] = static_cast<int>(*value);
}

class Fields {
public:
    explicit Fields(std::string_view message);

    [[nodiscard]] bool has(const char* name) const { return object_.contains(name); }
    [[nodiscard]] std::int64_t integer(const char* name, std::int64_t low, std::int64_t high);
    [[nodiscard]] double real(const char* name, double low, double high);
    [[nodiscard]] bool flag(const char* name);
    /// UTF-8 of at most `maxBytes`.
    [[nodiscard]] std::string text(const char* name, std::size_t maxBytes);
    /// Exactly `count` ASCII digits.
    [[nodiscard]] std::string digits(const char* name, std::size_t count);
    /// Base64 of at most `maxBytes`.
    [[nodiscard]] Bytes bytes(const char* name, std::size_t maxBytes);

    /// A list of at most `maxCount` objects, each read by `read(Fields&)`.
    template<typename Read>
    [[nodiscard]] auto objects(const char* name, std::size_t maxCount, Read read);

    template<typename E>
    [[nodiscard]] E enumeration(const char* name)
    {
        return static_cast<E>(integer(name, 0, number(kLast<E>)));
    }

    template<typename E>
    [[nodiscard]] std::optional<E> optionalEnumeration(const char* name)
    {
        return has(name) ? std::optional{enumeration<E>(name)} : std::nullopt;
    }

    /// A list without repetition.
    template<typename E>
    [[nodiscard]] std::vector<E> enumerations(const char* name);

    /// `value` when everything was well and nothing is left over; else MessageInvalid.
    template<typename T>
    [[nodiscard]] Result<T> finish(T value, std::string_view where) const
    {
        if (!complete())
            return Fault{FaultCode::MessageInvalid, FaultSpace::None, 0, where};
        return value;
    }

    /// Spoils the message for a reason only the caller knows.
    void spoil() { good_ = false; }

private:
    explicit Fields(const nlohmann::json& object) : object_(object) {}
    [[nodiscard]] bool complete() const { return good_ && taken_ == object_.size(); }
    const nlohmann::json* take(const char* name);

    nlohmann::json object_;
    std::size_t taken_{0};
    bool good_{true};
};

/// One line of JSON. Text that is not UTF-8 is repaired with U+FFFD rather than thrown about.
[[nodiscard]] std::string write(const nlohmann::json& object);
[[nodiscard]] std::string base64(const Bytes& bytes);

template<typename Read>
auto Fields::objects(const char* name, std::size_t maxCount, Read read)
{
    std::vector<decltype(read(*this))> list;
    const auto* field = take(name);
    if (field == nullptr || !field->is_array() || field->size() > maxCount) {
        spoil();
        return list;
    }
    for (const auto& item : *field) {
        if (!item.is_object()) {
            spoil();
            break;
        }
        Fields inner{item};
        list.push_back(read(inner));
        if (!inner.complete())
            spoil();
    }
    return list;
}

template<typename E>
std::vector<E> Fields::enumerations(const char* name)
{
    std::vector<E> list;
    const auto* field = take(name);
    if (field == nullptr || !field->is_array() ||
        field->size() > static_cast<std::size_t>(number(kLast<E>)) + 1) {
        spoil();
        return list;
    }
    std::uint64_t seen = 0;
    for (const auto& item : *field) {
        const auto value = item.is_number_unsigned() ? item.get<std::uint64_t>() : 64;
        if (value > static_cast<std::uint64_t>(number(kLast<E>)) || ((seen >> value) & 1U) != 0) {
            spoil();
            return list;
        }
        seen |= std::uint64_t{1} << value;
        list.push_back(static_cast<E>(value));
    }
    return list;
}

} // namespace madoguchi::bus
