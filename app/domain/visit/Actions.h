// SPDX-License-Identifier: Apache-2.0
// What a visit does about an event. Each but CallStaff, which the status tells, goes to a port or to staff's
// window.
#pragma once

#include "domain/record/NumberSource.h"
#include "domain/status/Consents.h"
#include "domain/status/Method.h"

#include <variant>

namespace madoguchi {

// -- the card
struct ReadCard {};
struct AskPinTries {};
struct VerifyPin {}; ///< with the PIN in the dossier, exactly once
struct ReadPortrait {
    NumberSource source{NumberSource::Camera};
};
struct ReleaseCard {};

// -- the face
struct StartFace {
    bool withReference{false};
}; ///< the portrait is in the dossier already
struct GiveReference {};
struct StopFace {};
struct ShowPortrait {}; ///< to staff, who compare it with the person
struct ForgetPortrait {};

// -- the central system
struct FetchChallenge {};
struct AskCentral { ///< the card signs this question
    Consents consents;
    Method method{Method::Pin};
    bool registerFirstUse{false};
};
struct PutQuestion {};    ///< the signed one goes out
struct RepeatQuestion {}; ///< once more as it is: whoever asks twice gets one answer
struct AskNumber {};      ///< with the query in the dossier

// -- what came of it
struct ShowAnswer {}; ///< to staff
struct LookForBooking {};
struct DeliverAnswer {};
struct CallStaff {};
struct ArmErasure {}; ///< somebody's data are about to be typed
struct EraseVisit {};

using Action = std::variant<ReadCard, AskPinTries, VerifyPin, ReadPortrait, ReleaseCard, StartFace,
                            GiveReference, StopFace, ShowPortrait, ForgetPortrait, FetchChallenge, AskCentral,
                            PutQuestion, RepeatQuestion, AskNumber, ShowAnswer, LookForBooking, DeliverAnswer,
                            CallStaff, ArmErasure, EraseVisit>;

} // namespace madoguchi
