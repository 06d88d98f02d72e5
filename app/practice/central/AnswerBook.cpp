// SPDX-License-Identifier: Apache-2.0
#include "practice/central/AnswerBook.h"

#include <algorithm>

namespace madoguchi {
namespace {

constexpr std::size_t kMostRemembered = 256;

} // namespace

AnswerBook::Found AnswerBook::find(const std::string& key, const std::string& question) const
{
    const auto entry = std::ranges::find(entries_, key, &Entry::key);
    if (entry == entries_.end())
        return {};
    if (entry->question != question)
        return {.known = Known::OtherQuestion, .reply = {}};
    return {.known = Known::Same, .reply = entry->reply};
}

void AnswerBook::remember(const std::string& key, const std::string& question, const Reply& reply)
{
    if (entries_.size() == kMostRemembered)
        entries_.pop_front();
    entries_.push_back({key, question, reply});
}

} // namespace madoguchi
