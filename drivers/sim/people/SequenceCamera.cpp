// SPDX-License-Identifier: Apache-2.0
#include "drivers/sim/people/SequenceCamera.h"

#include "drivers/sim/people/Casting.h"
#include "drivers/sim/people/LoopMark.h"
#include "drivers/sim/people/PictureFile.h"

#include <algorithm>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <random>

namespace madoguchi {

namespace {

namespace fs = std::filesystem;
using SteadyClock = std::chrono::steady_clock;

constexpr std::size_t kMostPictures = 120;
constexpr std::chrono::milliseconds kSlow{1000};
constexpr std::size_t kGrainSize = 1U << 16;
constexpr double kGrainDeviation = 2.2; ///< grey levels, a webcam in a lit room

Fault missing(int number)
{
    return {FaultCode::CameraMissing, FaultSpace::Errno, number, "sim/SequenceCamera"};
}

/// Waits until `due`. False when `stop` came first.
bool waitUntil(SteadyClock::time_point due, std::stop_token stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock{mutex};
    never.wait_until(lock, stop, due, [] { return false; });
    return !stop.stop_requested();
}

Result<std::vector<fs::path>> picturesIn(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry{folder, error}, end; !error && entry != end; entry.increment(error)) {
        if (entry->path().extension() == ".png" && files.size() < kMostPictures) {
            files.push_back(entry->path());
        }
    }
    if (error || files.empty()) {
        return missing(error.value());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<std::int8_t> grainOfASensor()
{
    std::minstd_rand random{1};
    std::normal_distribution<double> normal{0, kGrainDeviation};
    std::vector<std::int8_t> grain(kGrainSize);
    std::generate(grain.begin(), grain.end(),
                  [&] { return static_cast<std::int8_t>(std::clamp(normal(random), -12.0, 12.0)); });
    return grain;
}

} // namespace

SequenceCamera::SequenceCamera(fs::path folder, std::chrono::milliseconds interval)
    : folder_{std::move(folder)}, interval_{interval}, grain_{grainOfASensor()}
{
}

Result<Frame> SequenceCamera::next(std::stop_token stop)
{
    due_ = std::max(due_ + (fault_ == "slow" ? kSlow : interval_), SteadyClock::now());
    if (!waitUntil(due_, stop)) {
        return Fault{FaultCode::TimedOut, FaultSpace::None, 0, "sim/SequenceCamera"};
    }
    if (const Result<void> there = follow(); !there) {
        return there.fault();
    }
    const Image& picture = pictures_[at_];
    const auto captured = std::chrono::duration_cast<std::chrono::milliseconds>(due_.time_since_epoch());
    if (fault_ == "frozen") {
        return Frame{picture, captured};
    }
    if (fault_ == "format") {
        return Frame{Image{.width = picture.width,
                           .height = picture.height,
                           .stride = picture.width,
                           .format = PixelFormat::Grey8,
                           .pixels = std::vector<std::uint8_t>(picture.pixels.size() / 3, 128)},
                     captured};
    }
    Frame frame{noisy(picture), captured};
    advance();
    return frame;
}

void SequenceCamera::advance()
{
    if (++held_ < hold_) {
        return;
    }
    held_ = 0;
    at_ = at_ + 1 < pictures_.size() ? at_ + 1 : loopFrom_;
}

/// Loads the pictures when the link points to another folder than before.
Result<void> SequenceCamera::follow()
{
    std::error_code error;
    fs::path target = fs::canonical(folder_, error);
    if (error) {
        target_.clear();
        return missing(error.value());
    }
    if (target == target_) {
        return {};
    }
    const Result<void> loaded = load(target);
    const bool isThere = !target_.empty() && target.parent_path() == target_.parent_path();
    if (loaded && isThere && target.filename() == kLiveFolder) {
        at_ = loopFrom_;
    }
    target_ = loaded ? std::move(target) : fs::path{};
    return loaded;
}

Result<void> SequenceCamera::load(const fs::path& target)
{
    const Result<std::vector<fs::path>> files = picturesIn(target);
    if (!files) {
        return files.fault();
    }
    pictures_.clear();
    for (const fs::path& file : *files) {
        Result<Image> picture = readPng(file);
        if (!picture) {
            return picture.fault();
        }
        pictures_.push_back(*std::move(picture));
    }
    at_ = 0;
    held_ = 0;
    fault_.clear();
    std::ifstream{target / "camera-fault"} >> fault_;
    const LoopMark mark = readLoopMark(target, static_cast<int>(pictures_.size()));
    loopFrom_ = static_cast<std::size_t>(mark.loopFrom);
    hold_ = mark.hold;
    return {};
}

/// The grain starts at another place in each row, so that no pattern repeats.
Image SequenceCamera::noisy(const Image& image)
{
    Image result = image;
    const auto width = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.channels());
    for (int y = 0; y < image.height; ++y) {
        seed_ = seed_ * 1664525U + 1013904223U;
        std::size_t at = seed_ >> 16;
        std::uint8_t* const row = result.row(y);
        for (std::size_t i = 0; i < width; ++i) {
            row[i] = static_cast<std::uint8_t>(std::clamp(row[i] + grain_[at++ & (kGrainSize - 1)], 0, 255));
        }
    }
    return result;
}

} // namespace madoguchi
