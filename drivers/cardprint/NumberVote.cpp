// SPDX-License-Identifier: Apache-2.0
#include "drivers/cardprint/NumberVote.h"

namespace madoguchi::cardface {

namespace {

constexpr int kAgreeing = 3, kWithoutBirthday = 5, kMajority = 5;

}

void NumberVote::take(const CardFaceReading& reading)
{
    if (reading.verdict != CardFaceVerdict::Read)
        return;
    auto& voices = voices_[reading.number];
    ++voices.count;
    voices.birthdayRepeated = reading.birthdayRepeated;
    ++total_;
}

std::optional<SecurityNumber> NumberVote::result() const
{
    for (const auto& [number, voices] : voices_) {
        const int others = total_ - voices.count;
        if (voices.count >= (voices.birthdayRepeated ? kAgreeing : kWithoutBirthday) &&
            voices.count >= kMajority * others)
            return number;
    }
    return std::nullopt;
}

} // namespace madoguchi::cardface
