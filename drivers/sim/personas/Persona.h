// SPDX-License-Identifier: Apache-2.0
// A person of the practice and what their card is like. All of them are invented;
// resources/personas/people.toml lists them and says what each is for. Texts are UTF-8.
#pragma once

#include "foundation/base/Result.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace madoguchi {

struct Persona {
    enum class Sex : std::uint8_t { Male = 1, Female = 2 };
    /// In which calendar the card's face prints the birth date; 照合番号B uses the same.
    enum class Calendar : std::uint8_t { Era, Western };

    std::string id;          ///< "hanako": lower case letters, digits, hyphens
    std::uint32_t number{0}; ///< low 32 bits of the certificates' serial numbers; unique, not 0
    std::string name;        ///< family and given name, U+3000 between them
    std::string kana;        ///< full-width katakana, U+3000 between
    std::string alias;       ///< 通称; often empty
    std::chrono::year_month_day birth{};
    Sex sex{Sex::Female};
    std::string address;
    Calendar calendar{Calendar::Era};
    std::chrono::year_month_day cardExpiry{};
    std::string securityCode; ///< four digits printed on the card's face
    std::string
        pin; ///< of the 利用者証明用 certificate; empty: a card without PIN (顔認証マイナンバーカード)
    std::string signPassword; ///< of the 署名用 certificate; empty: the card has none
    int certificateDays{0};   ///< the certificates' last day, counted from the day the card is made
    bool pinLocked{false};
    bool revoked{false}; ///< the 利用者証明用 certificate stands on the practice revocation list
    bool photo{true};    ///< false: a card without photo (infant)
};

/// 照合番号B: birth as printed (YYMMDD), year of the card's expiry (YYYY), security code.
[[nodiscard]] std::string securityNumber(const Persona& persona);

/// Year, month and day of birth as the card's face prints them, six digits; era years before 1868 do not
/// occur.
[[nodiscard]] std::string printedBirth(const Persona& persona);

/// The year of birth in the card's words: 昭和63, 平成元 or, in the western calendar, 1988. UTF-8.
[[nodiscard]] std::string printedBirthYear(const Persona& persona);

/// YYYYMMDD.
[[nodiscard]] std::string compactDate(std::chrono::year_month_day date);

/// Everybody in the file, in its order. SettingsInvalid when anything in it is not as documented there.
[[nodiscard]] Result<std::vector<Persona>> loadPeople(const std::filesystem::path& peopleToml);

/// The one with this id; null when there is none.
[[nodiscard]] const Persona* findPersona(const std::vector<Persona>& people, std::string_view id);

} // namespace madoguchi
