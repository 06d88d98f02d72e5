// SPDX-License-Identifier: Apache-2.0
// The fields of a question to the rules, which may hold anything. The first thing that is wrong is kept; what
// is read after it is empty, so a question is read to its end and its error asked for once.
#pragma once

#include "foundation/base/CivilDate.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace madoguchi {

class RuleFields {
public:
    /// `object`: a JSON object that outlives this. `prefix` stands before the names in errors.
    explicit RuleFields(const nlohmann::json& object, std::string prefix = {});

    [[nodiscard]] std::string text(const char* key);
    [[nodiscard]] CivilDate date(const char* key);
    [[nodiscard]] std::chrono::year_month month(const char* key);
    [[nodiscard]] std::int64_t yen(const char* key); ///< 0 to a trillion

    /// Empty when the field is absent or null.
    [[nodiscard]] std::string optionalText(const char* key);
    [[nodiscard]] std::optional<CivilDate> optionalDate(const char* key);
    [[nodiscard]] const nlohmann::json* optionalObject(const char* key);

    [[nodiscard]] const nlohmann::json* object(const char* key);
    [[nodiscard]] const nlohmann::json* array(const char* key);

    void complain(const char* key, std::string_view problem);
    /// What was wrong in a part of this question.
    void adopt(const RuleFields& part);

    [[nodiscard]] const std::string& error() const { return error_; }

private:
    [[nodiscard]] const nlohmann::json* find(const char* key) const;

    const nlohmann::json& object_;
    std::string prefix_, error_;
};

} // namespace madoguchi
