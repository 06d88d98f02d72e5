// SPDX-License-Identifier: Apache-2.0
#include "drivers/card/PresenceTracker.h"

#include <algorithm>

namespace madoguchi {

void PresenceTracker::followCard(std::span<const ReaderState> readers)
{
    const auto now = std::ranges::find(readers, card_->name, &ReaderState::name);
    const bool same = now != readers.end() && now->card && now->events == card_->events;
    if (same)
        return;
    pending_.push_back(Change::Removed);
    card_.reset();
}

void PresenceTracker::update(std::span<const ReaderState> readers)
{
    if (card_)
        followCard(readers);

    const auto* ours = chooseReader(readers, reader_);
    const bool there = ours != nullptr;
    if (there != readerThere_)
        pending_.push_back(there ? Change::ReaderBack : Change::ReaderLost);
    readerThere_ = there;

    if (!card_ && there && ours->card) {
        card_ = *ours;
        pending_.push_back(Change::Inserted);
    }
}

std::optional<PresenceTracker::Change> PresenceTracker::take()
{
    if (pending_.empty())
        return std::nullopt;
    const auto change = pending_.front();
    pending_.pop_front();
    return change;
}

} // namespace madoguchi
