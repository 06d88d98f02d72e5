// SPDX-License-Identifier: Apache-2.0
// A camera whose pictures come from a folder of PNGs, in the order of their names, at 30 a second. `folder`
// is usually a symbolic link, <practice>/camera: pointing it elsewhere lets somebody else step before the
// camera. Each delivered picture gets fresh sensor noise, so a looped sequence is as little frozen as a real
// camera. A file "camera-fault" in the folder makes it a broken one: "frozen" (the same picture, to the last
// bit), "slow" (one picture a second) or "format" (grey instead of colours). When the link moves to another
// folder of the same person (the same parent), that person is there already and does not walk up again.
#pragma once

#include "foundation/picture/Frame.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace madoguchi {

class SequenceCamera final : public FrameSource {
public:
    explicit SequenceCamera(std::filesystem::path folder,
                            std::chrono::milliseconds interval = std::chrono::milliseconds{33});

    /// CameraMissing when the folder is not there or holds no picture, CameraBlind when a picture cannot be
    /// read: both may end with the next call, as somebody repairs it.
    Result<Frame> next(std::stop_token stop) override;

private:
    [[nodiscard]] Result<void> follow();
    [[nodiscard]] Result<void> load(const std::filesystem::path& target);
    void advance();
    [[nodiscard]] Image noisy(const Image& image);

    std::filesystem::path folder_, target_;
    std::chrono::milliseconds interval_;
    std::string fault_; ///< what the folder's camera-fault says
    std::chrono::steady_clock::time_point due_{};
    std::vector<Image> pictures_;
    std::size_t at_{0}, loopFrom_{0};
    int hold_{1}, held_{0}; ///< frames that each picture stays, that this one has stayed
    std::vector<std::int8_t> grain_;
    std::uint32_t seed_{1};
};

} // namespace madoguchi
