// SPDX-License-Identifier: Apache-2.0
// A board with something in every field, for tests of what travels.
#pragma once

#include "formats/status/BoardMessages.h"

namespace madoguchi::sample {

/// Everything a visit can say of itself at once.
inline VisitStatus status()
{
    return {.stage = Stage::Finished,
            .fault = FaultCode::LineDown,
            .outcome = Outcome::SeeReception,
            .reason = ResolutionReason::Lost,
            .proof = Method::Face,
            .reservation = Reservation::Changed,
            .booked = BookedCounts{20261120, 31, 2, 1},
            .staffCalled = true,
            .securityNumberWanted = true,
            .kanjiNameOmitted = true,
            .cardLeft = true,
            .handOverFile = "OQSsiquc01res_face_131999999900017980000000000001_20261120093015.xml"};
}

inline BoardSnapshot board()
{
    using namespace std::chrono_literals;
    return {
        .terminal = "desk-1",
        .practice = true,
        .inService = true,
        .spareWarm = true,
        .auditFailing = true,
        .sealBroken = true,
        .findings = {0, 4},
        .call = BoardCall::CardLeft,
        .rows = {{"0123abcd", {.stage = Stage::WaitingForStaff, .staffCalled = true}, 1000ms, 2000ms, 0ms},
                 {"89abcdef", status(), 100ms, 900ms, 950ms}},
        .session = {.state = SessionState::Open,
                    .staff = "tanaka",
                    .role = StaffRole::Reception,
                    .pinSet = true,
                    .may = {DeskOperation::SeeBoard, DeskOperation::EndVisit},
                    .problem = DeskProblem::NotAllowed,
                    .waitSeconds = 30}};
}

} // namespace madoguchi::sample
