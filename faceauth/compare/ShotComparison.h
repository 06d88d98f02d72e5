// SPDX-License-Identifier: Apache-2.0
// Fuses live shots and compares them with the card's photo. Fusing is the largest single gain: with three
// shots five times fewer holders are sent away than with one.
#pragma once

#include "faceauth/compare/ScoreRule.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace madoguchi {

enum class Nearness : std::uint8_t {
    Unknown, ///< not enough shots to say
    Near,    ///< the card's face
    Grey,
    Far,
};

struct FaceDistance {
    Nearness nearness{Nearness::Unknown};
    double score{0};
    double threshold{0}; ///< below: near
    int shots{0};
};

class ShotComparison {
public:
    static constexpr int kMostStrangers = 5; ///< shots of others after a turn, before staff's eye decides

    /// `rule` outlives this.
    explicit ShotComparison(const ScoreRule& rule) : rule_{rule} {}

    /// The card's photo. Shots taken before count.
    void setCard(Embedding card) { card_ = std::move(card); }

    /// One more shot. A shot of somebody else than the ones before starts anew: shots of two people must
    /// never be averaged. Without a card only the newest kMostShots are kept.
    void add(Embedding shot);

    /// The head that turned, before and at the end of the turn. From now on shots of other faces do not
    /// count, so that a living head cannot vouch for a picture that is held up after it. False, and nothing
    /// changed, when the two are not the same person's.
    [[nodiscard]] bool turned(Embedding straight, const Embedding& aside);

    /// Near as soon as the thresholds allow, grey or far after kMostShots, nothing before or without a card.
    /// Whoever turned is compared a second time and is therefore held to the limit of a single shot, the
    /// strictest.
    [[nodiscard]] FaceDistance face() const;

    /// After a turn others came before the camera, again and again.
    [[nodiscard]] bool othersCame() const { return strangers_ >= kMostStrangers; }

    /// Forgets shots and turn; the card stays.
    void clear();

private:
    [[nodiscard]] bool sameFace(const Embedding& known, const Embedding& shot) const;

    const ScoreRule& rule_;
    std::optional<Embedding> card_;
    std::vector<Embedding> shots_;
    std::optional<Embedding> turned_;
    int strangers_{0};
};

} // namespace madoguchi
