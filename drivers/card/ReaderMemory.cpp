// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/ReaderMemory.h"

#include "drivers/card/Apdu.h"

namespace madoguchi {

std::optional<std::uint32_t> ReaderMemory::largestAnswer(const std::string& reader) const
{
    const std::lock_guard lock{mutex_};
    const auto found = largestAnswer_.find(reader);
    return found == largestAnswer_.end() ? std::nullopt : std::optional{found->second};
}

void ReaderMemory::remember(const std::string& reader, std::uint32_t largestAnswer)
{
    const bool known = this->largestAnswer(reader).has_value();
    recall(reader, largestAnswer);
    if (!known && largestAnswer <= kShortAnswer && onShortOnly)
        onShortOnly(reader, largestAnswer);
}

void ReaderMemory::recall(const std::string& reader, std::uint32_t largestAnswer)
{
    const std::lock_guard lock{mutex_};
    largestAnswer_[reader] = largestAnswer;
}

} // namespace madoguchi
