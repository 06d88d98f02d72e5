// SPDX-License-Identifier: Apache-2.0
// Turns successive pictures of the attached readers into what happened to the patient's card, in order. Pure.
#pragma once

#include "domain/ports/CardPresencePort.h"
#include "drivers/card/ReaderChoice.h"

#include <deque>
#include <optional>
#include <span>
#include <string>

namespace madoguchi {

class PresenceTracker {
public:
    using Change = CardPresencePort::Change;

    explicit PresenceTracker(ReaderRule reader) : reader_{std::move(reader)} {}

    /// Takes in how things are now. A card that came and went between two pictures is not reported, a card
    /// that was replaced by another is reported as Removed, Inserted.
    void update(std::span<const ReaderState> readers);

    /// The oldest change not yet taken.
    std::optional<Change> take();

    [[nodiscard]] bool pending() const { return !pending_.empty(); }

    /// Name of the reader that holds the card, empty when there is none.
    [[nodiscard]] std::string readerInUse() const { return card_ ? card_->name : std::string{}; }

private:
    void followCard(std::span<const ReaderState> readers);

    ReaderRule reader_;
    std::optional<ReaderState> card_;
    bool readerThere_{true}; ///< assumed, so that the first picture without one is reported as a loss
    std::deque<Change> pending_;
};

} // namespace madoguchi
