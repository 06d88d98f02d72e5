// SPDX-License-Identifier: Apache-2.0
#include "services/staff/PasswordHash.h"
#include "services/staff/PasswordRules.h"

#include <catch2/catch.hpp>

using namespace madoguchi;

TEST_CASE("aPasswordFitsItsHashAndNoOther")
{
    const auto hash = hashPassword(Secret{"madoguchi-renshu"}, {.kibibytes = 1024, .passes = 1});

    REQUIRE(hash);
    CHECK(hash->starts_with("$argon2id$v=19$m=1024,t=1,p=1$"));
    CHECK(passwordFits(Secret{"madoguchi-renshu"}, *hash));
    CHECK_FALSE(passwordFits(Secret{"madoguchi-rensh"}, *hash));
    CHECK_FALSE(passwordFits(Secret{""}, *hash));
    CHECK_FALSE(passwordFits(Secret{"madoguchi-renshu"}, ""));
    CHECK_FALSE(passwordFits(Secret{"madoguchi-renshu"}, hash->substr(0, hash->size() - 4)));
    CHECK(*hash != *hashPassword(Secret{"madoguchi-renshu"}, {.kibibytes = 1024, .passes = 1})); // salted
}

TEST_CASE("aMovedSecretLeavesNothingBehind")
{
    Secret first{"a secret longer than the string's own room"};
    const Secret second{std::move(first)};

    CHECK(first.empty()); // NOLINT: that is the point
    CHECK(second.text().starts_with("a secret"));
}

TEST_CASE("weakPasswordsAreRefused")
{
    CHECK(judgePassword("twelve chars", "tanaka") == StaffEdit::PasswordShort);
    CHECK(judgePassword("thirteen char", "tanaka") == StaffEdit::Done);
    CHECK(judgePassword("うけつけのかぎはまどのそば", "tanaka") == StaffEdit::Done); // thirteen characters
    CHECK(judgePassword(std::string(129, 'x') + "abcdefg", "tanaka") == StaffEdit::PasswordShort);
    CHECK(judgePassword("aaaaaaaabbbbbbbb", "tanaka") == StaffEdit::PasswordCommon);
    CHECK(judgePassword("Password123456", "tanaka") == StaffEdit::PasswordCommon);
    CHECK(judgePassword("qwertyqwerty123456", "tanaka") == StaffEdit::PasswordCommon);
    CHECK(judgePassword("very-long-Tanaka-2026", "tanaka") == StaffEdit::PasswordCommon);
}

TEST_CASE("easyPinsAreRefused")
{
    for (const auto* pin : {"", "123", "1234", "8765", "1111", "123456789", "12a4"})
        CHECK(judgePin(pin) == StaffEdit::PinInvalid);
    for (const auto* pin : {"2580", "1357", "90210", "48151623"})
        CHECK(judgePin(pin) == StaffEdit::Done);
}

TEST_CASE("namesAreWordsOfTheCommandLine")
{
    CHECK(goodStaffName("tanaka.k-2"));
    for (const auto* name : {"", "Tanaka", "田中", "a b", "../x", "abcdefghijklmnopqrstuvwxyz1234567"})
        CHECK_FALSE(goodStaffName(name));
}
