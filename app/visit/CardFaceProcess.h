// SPDX-License-Identifier: Apache-2.0
// 照合番号B from the camera over the card, read by madoguchi-face in a process that does nothing else and
// ends: no picture of the card's face is ever in the visit.
#pragma once

#include "core/Ports.h"

#include <filesystem>

namespace madoguchi {

class CardFaceProcess final : public CardFacePort {
public:
    /// Of madoguchi-face, and the terminal's settings, which name the camera.
    CardFaceProcess(std::filesystem::path program, std::filesystem::path settings);

    /// Faults as CardFacePort says; SecurityNumberUnread too when the process cannot be had or does not
    /// answer.
    Result<SecurityNumber> read(std::stop_token stop) override;

private:
    std::filesystem::path program_, settings_;
};

} // namespace madoguchi
