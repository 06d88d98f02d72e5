// SPDX-License-Identifier: Apache-2.0
// One picture: is there a card, and what number does its face say? Whatever the picture, the answer comes in
// bounded time and no exception leaves; one picture alone is never enough to spend a try on (NumberVote.h).
#pragma once

#include "domain/record/CardRecord.h"
#include "foundation/picture/Frame.h"

#include <array>
#include <chrono>
#include <optional>

namespace madoguchi {

/// How far reading got; the further down, the further.
enum class CardFaceVerdict : std::uint8_t {
    NoPicture,     ///< not a picture between 320 x 240 and 4096 x 3072
    NoCard,        ///< nothing of a card's shape
    NoDates,       ///< a card, but no birth date and expiry found on it
    NoCode,        ///< the dates, but not the code of four digits
    Uncertain,     ///< a character could be another
    Contradictory, ///< the fields cannot be true together (CardFaceCheck.h)
    Read,
};

struct CardFaceReading {
    CardFaceVerdict verdict{CardFaceVerdict::NoPicture};
    SecurityNumber number{};      ///< fourteen digits when Read, otherwise empty
    double confidence{0};         ///< of the least certain character, 0 to 1
    bool birthdayRepeated{false}; ///< the expiry says the birthday again
    int digitsRead{0};            ///< of the fourteen, however certain
};

/// `today`: the day in Japan.
[[nodiscard]] CardFaceReading readCardFace(const Image& picture, std::chrono::year_month_day today);

/// The verdict as one word in snake case: "no_card".
[[nodiscard]] std::string_view word(CardFaceVerdict verdict);

} // namespace madoguchi
