// SPDX-License-Identifier: Apache-2.0
// A visit as it looks from outside its group: to the supervisor, to the board, to the audit log.
#pragma once

#include "domain/status/Method.h"
#include "domain/status/Outcome.h"
#include "domain/status/Reservation.h"
#include "domain/status/ResolutionReason.h"
#include "domain/status/Stage.h"
#include "foundation/base/Fault.h"

#include <optional>
#include <string>

namespace madoguchi {

/// What those outside the group may know of a visit: no name, no number, no picture.
struct VisitStatus {
    Stage stage{Stage::Idle};
    std::optional<FaultCode> fault{};
    Outcome outcome{Outcome::None};
    std::optional<ResolutionReason> reason{}; ///< of the central system's answer
    std::optional<Method> proof{};
    std::optional<Reservation> reservation{}; ///< absent: not booked, or not looked up (yet)
    std::optional<BookedCounts> booked{};     ///< of today's lists, when this visit has read them
    bool staffCalled{false};
    bool securityNumberWanted{false}; ///< staff have to type 照合番号B
    bool kanjiNameOmitted{false};     ///< staff note of the hand-over
    bool withoutCard{false};          ///< served by a typed number
    bool mayAskAgain{false};          ///< staff may have the central system asked once more
    bool mayBegin{false};             ///< staff may type a number
    bool cardLeft{false};             ///< when it ends: the visit's own card still lies on the reader
    std::string handOverFile{};       ///< name of the receipt computer's file once it is there

    friend bool operator==(const VisitStatus&, const VisitStatus&) = default;
};

} // namespace madoguchi
