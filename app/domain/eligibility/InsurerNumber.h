// SPDX-License-Identifier: Apache-2.0
// 保険者番号 and 公費負担者番号: six or eight digits, the last of them a check digit (検証番号).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace madoguchi {

enum class InsurerError : std::uint8_t { CheckDigit, Length, NotDigits };

struct InsurerCheck {
    std::optional<InsurerError> error;
    std::string padded;      ///< eight digits; empty when it is no number at all
    char expectedLast{'\0'}; ///< what the last digit should be, for the hint beside the field
};

/// Spaces around and wide digits are forgiven (some senders pad with spaces), nothing else is.
[[nodiscard]] InsurerCheck checkInsurerNumber(std::string_view text);

/// What kind of insurance the first two of eight digits (法別番号) stand for.
enum class InsurerKind : std::uint8_t {
    National,         ///< 国民健康保険: six digits, hence 00
    Association,      ///< 01 協会けんぽ
    Seamen,           ///< 02 船員保険
    DayLabour,        ///< 03, 04 日雇特例
    Society,          ///< 06 組合健保
    SelfDefence,      ///< 07 自衛官等
    MutualAid,        ///< 31 to 34 共済組合
    LateElderly,      ///< 39 後期高齢者医療
    RetiredSociety,   ///< 63 特例退職被保険者
    RetiredNational,  ///< 67 国保退職者
    RetiredMutualAid, ///< 72 to 75 特例退職の共済
};

/// `padded`: as InsurerCheck has it. Nothing for a law this list does not know.
[[nodiscard]] std::optional<InsurerKind> insurerKind(std::string_view padded);

} // namespace madoguchi
