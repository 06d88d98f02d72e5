// SPDX-License-Identifier: Apache-2.0
// ReservationPort over a folder: the receipt computer puts the answers to its bulk queries
// (OQSmuquc02res_….xml) of today's booked patients there and takes them away again; we read them and change
// nothing. They name people who are not here, so they are read only inside a visit's group, when its answer
// has come, and die with it.
#pragma once

#include "domain/ports/ReservationPort.h"
#include "domain/record/EligibilityAnswer.h"
#include "domain/status/Reservation.h"
#include "foundation/base/Clock.h"
#include "foundation/base/Result.h"

#include <filesystem>
#include <string>

namespace madoguchi {

class ReservationFolder final : public ReservationPort {
public:
    static constexpr std::size_t kMostLists = 32;

    /// `clock` must outlive this. Lists of another `institutionCode` are a fault.
    ReservationFolder(std::filesystem::path folder, std::string institutionCode, const Clock& clock);

    /// Reads every list of today, in the order of their names. A fault: the folder is gone, a list cannot be
    /// read, or there are too many, and the others do not name this person. Nothing is counted then.
    Result<ReservationFound> find(const EligibilityAnswer& answer) override;

private:
    std::filesystem::path folder_;
    std::string institutionCode_;
    const Clock& clock_;
};

} // namespace madoguchi
