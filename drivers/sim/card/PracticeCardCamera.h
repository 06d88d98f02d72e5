// SPDX-License-Identifier: Apache-2.0
// Practice's camera over the card: the program with the practice card photographs a drawing of its face
// (sim/cardface) and hands the pictures over on a local socket. One byte asks for a picture; the answer is
// its width and height (two bytes each, big end first), then blue, green, red for each pixel.
#pragma once

#include "foundation/base/UniqueFd.h"
#include "foundation/picture/Frame.h"

#include <filesystem>

namespace madoguchi {

/// `<practice folder>/cardface.sock`.
[[nodiscard]] std::filesystem::path cardFaceSocket(const std::filesystem::path& practiceFolder);

class PracticeCardCamera final : public FrameSource {
public:
    explicit PracticeCardCamera(std::filesystem::path socket);

    /// CameraMissing when no practice card is served or its pictures stop; CameraBlind when what comes is no
    /// picture between 160 x 120 and 1920 x 1440.
    Result<Frame> next(std::stop_token stop) override;

private:
    std::filesystem::path socket_;
    UniqueFd connection_;
};

} // namespace madoguchi
