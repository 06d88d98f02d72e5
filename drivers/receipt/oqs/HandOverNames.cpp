// SPDX-License-Identifier: Apache-2.0
#include "drivers/receipt/oqs/HandOverNames.h"

#include "foundation/base/CivilDate.h"

#include <algorithm>
#include <random>

namespace madoguchi {
namespace {

constexpr std::uint32_t kSequences = 10'000'000;

/// The last `width` digits.
std::string digits(std::uint64_t number, std::size_t width)
{
    const auto text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text
                               : text.substr(text.size() - width);
}

bool isFreePartCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
}

} // namespace

HandOverNames::HandOverNames(std::string institution, std::string kind, std::uint32_t start)
    : institution_{std::move(institution)}, kind_{std::move(kind)}, sequence_{start}
{
}

std::string HandOverNames::next(std::chrono::sys_seconds now, AnswerKind answer)
{
    const auto sequence = sequence_.fetch_add(1) % kSequences;
    const auto seconds =
        static_cast<std::uint64_t>(std::max<std::int64_t>(now.time_since_epoch().count(), 0));
    const auto* start = answer == AnswerKind::ByCard ? "OQSsiquc01res_face_" : "OQSsiquc01res_";
    return start + institution_ + kind_ + digits(seconds, 10) + digits(sequence, 7) + "_" + wireTime(now) +
           ".xml";
}

std::uint32_t randomBelow(std::uint32_t bound)
{
    std::random_device device; // reads the kernel's source, keeps no state of its own
    return std::uniform_int_distribution<std::uint32_t>{0, bound - 1}(device);
}

bool isFreePart(std::string_view text)
{
    constexpr std::size_t kLongest = 64;
    return !text.empty() && text.size() <= kLongest &&
           std::all_of(text.begin(), text.end(), isFreePartCharacter);
}

} // namespace madoguchi
