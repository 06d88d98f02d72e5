// SPDX-License-Identifier: Apache-2.0
// 照合番号B from the camera over the card, read by madoguchi-face in a process that does nothing else and
// ends: no picture of the card's face is ever in the visit.
#pragma once

#include "domain/ports/CardFacePort.h"
#include "domain/record/CardRecord.h"
#include "foundation/base/Result.h"

#include <chrono>
#include <filesystem>

namespace madoguchi {

class CardFaceProcess final : public CardFacePort {
public:
    /// Of madoguchi-face, and the terminal's settings, which name the camera. `patience`: to switch the
    /// camera on, and to look for 8 s.
    CardFaceProcess(std::filesystem::path program, std::filesystem::path settings,
                    std::chrono::milliseconds patience = std::chrono::seconds{15});

    /// Faults as CardFacePort says; SecurityNumberUnread too when the process cannot be had or does not
    /// answer.
    Result<SecurityNumber> read(std::stop_token stop) override;

private:
    std::filesystem::path program_, settings_;
    std::chrono::milliseconds patience_;
};

} // namespace madoguchi
