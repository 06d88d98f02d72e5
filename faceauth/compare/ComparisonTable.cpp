// SPDX-License-Identifier: Apache-2.0
#include "faceauth/compare/ComparisonTable.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <optional>

namespace madoguchi {

namespace {

constexpr FaceStep kWait{};
constexpr FaceStep kAskTurn{.act = FaceAct::AskTurn};
constexpr FaceStep kAccept{.act = FaceAct::Decide, .verdict = FaceVerdict::Accepted};
constexpr FaceStep kNotYet{.act = FaceAct::Decide, .verdict = FaceVerdict::NotYet};

constexpr FaceStep staff(FaceDoubt doubt)
{
    return {.act = FaceAct::Decide, .verdict = FaceVerdict::AskStaff, .doubt = doubt};
}

/// What is not named does not matter.
struct Row {
    std::optional<bool> card{}, mask{}, minor{}, oldPhoto{}, screen{};
    std::optional<TurnProgress> turn{};
    std::optional<HeadTurnRule> rule{};
    std::optional<Nearness> face{};
    std::optional<Presence> presence{};
    FaceStep then;
};

using enum Nearness;

// A yes needs every row above it to have been passed; no row refuses anybody.
constexpr Row kRows[]{
    {.card = false, .then = kWait},
    {.mask = true, .then = staff(FaceDoubt::Mask)},
    {.turn = TurnProgress::Asked, .then = kWait},
    {.turn = TurnProgress::InVain, .then = staff(FaceDoubt::NoTurn)},
    {.face = Unknown, .then = kWait},
    {.minor = true, .then = staff(FaceDoubt::Minor)},
    {.face = Far, .then = kNotYet},
    {.presence = Presence::Unknown, .then = kWait},
    {.screen = true, .then = staff(FaceDoubt::Screen)},
    {.presence = Presence::Picture, .then = staff(FaceDoubt::Picture)},
    {.oldPhoto = true, .then = staff(FaceDoubt::OldPhoto)},
    {.turn = TurnProgress::NotAsked,
     .rule = HeadTurnRule::Never,
     .presence = Presence::Unsure,
     .then = staff(FaceDoubt::Picture)},
    {.turn = TurnProgress::NotAsked, .presence = Presence::Unsure, .then = kAskTurn},
    {.rule = HeadTurnRule::Never, .face = Grey, .then = staff(FaceDoubt::Alike)},
    {.turn = TurnProgress::Seen, .face = Grey, .then = staff(FaceDoubt::Alike)},
    {.face = Grey, .then = kAskTurn},
    {.turn = TurnProgress::NotAsked, .rule = HeadTurnRule::Always, .then = kAskTurn},
    {.face = Near, .then = kAccept},
};

template<typename Value>
bool fits(const std::optional<Value>& wanted, const Value& is)
{
    return !wanted || *wanted == is;
}

bool fits(const Row& row, const FaceEvidence& is)
{
    return fits(row.card, is.card) && fits(row.mask, is.mask) && fits(row.minor, is.cautions.minor) &&
           fits(row.oldPhoto, is.cautions.oldPhoto) && fits(row.screen, is.screen) &&
           fits(row.turn, is.turn) && fits(row.rule, is.rule) && fits(row.face, is.face.nearness) &&
           fits(row.presence, is.presence);
}

/// What was seen of somebody before does not count for what comes after.
void forgetLooks(FaceEvidence& evidence)
{
    evidence.face = {};
    evidence.presence = Presence::Unknown;
}

struct After {
    FaceEvidence& evidence;

    void operator()(const CardCame& event) const
    {
        evidence.card = true;
        evidence.cautions = event.cautions;
    }
    void operator()(const FaceCompared& event) const { evidence.face = event.face; }
    void operator()(const PresenceSeen& event) const { evidence.presence = event.presence; }
    void operator()(const FrameLooked& event) const
    {
        evidence.screen = event.screen;
        evidence.mask = event.maskKept;
    }
    void operator()(const TurnEnded& event) const
    {
        if (!event.solid)
            evidence.turn = TurnProgress::InVain;
        forgetLooks(evidence);
    }
    void operator()(const TurnChecked& event) const
    {
        evidence.turn = event.same ? TurnProgress::Seen : TurnProgress::InVain;
        forgetLooks(evidence);
    }
    void operator()(const OthersCame&) const { evidence.turn = TurnProgress::InVain; }
    void operator()(const PersonLeft&) const
    {
        forgetLooks(evidence);
        evidence.turn = TurnProgress::NotAsked;
        evidence.screen = evidence.mask = false;
    }
};

} // namespace

FaceEvidence after(FaceEvidence evidence, const FaceEvent& event)
{
    std::visit(After{evidence}, event);
    return evidence;
}

FaceStep stepFor(const FaceEvidence& evidence)
{
    const auto row = std::ranges::find_if(kRows, [&](const Row& one) { return fits(one, evidence); });
    assert(row != std::end(kRows)); // each Nearness has a row that asks for nothing else
    return row->then;
}

} // namespace madoguchi
