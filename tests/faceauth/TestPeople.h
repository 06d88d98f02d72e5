// SPDX-License-Identifier: Apache-2.0
// The practice's invented people as the tests of faceauth need them, and the models.
#pragma once

#include "domain/record/CardRecord.h"
#include "domain/status/Guidance.h"
#include "drivers/sim/people/Likeness.h"
#include "faceauth/compare/FaceModels.h"
#include "foundation/picture/Frame.h"

#include <atomic>
#include <filesystem>
#include <string>
#include <vector>

namespace madoguchi {

/// Loaded once per test program.
FaceModels& testModels();
FaceModelFiles testModelFiles();

/// Everybody with a face of their own.
std::vector<std::string> everybody();

/// The card's photo, a JP2 file.
ChipPortrait portraitOf(const std::string& persona);

/// Pictures of the persona standing at the desk, evenly taken from a loop of looking here.
std::vector<Image> atDesk(const std::string& persona, int count);

/// The same behind a white mask over mouth and nose.
std::vector<Image> masked(const std::string& persona, int count);

/// The same in black frames of 8 mm.
std::vector<Image> inThickFrames(const std::string& persona, int count);

/// The same looking straight here with their eyes shut (1), half shut or open (0).
Image atDeskBlinking(const std::string& persona, float blink);

/// Their likeness, for drawing attacks.
const Likeness& likenessOf(const std::string& persona);

/// Pictures of trouble: "dark", "empty", "two", "mask".
std::vector<Image> trouble(const std::string& kind);

/// Delivers the pictures again and again, 30 a second by their own clock, each with a little noise of its
/// own; does not wait.
class LoopCamera final : public FrameSource {
public:
    explicit LoopCamera(std::vector<Image> pictures) : pictures_{std::move(pictures)} {}
    Result<Frame> next(std::stop_token stop) override;

private:
    std::vector<Image> pictures_;
    std::size_t delivered_{0};
};

/// Somebody before the lens who does as they are told: seen in `here` again and again, in `left` or `right`
/// when they are asked to turn, each of these pictures for a tenth of a second and the last four until
/// something else is asked. By its own clock; does not wait.
class ObedientCamera final : public FrameSource {
public:
    struct Reels {
        std::vector<Image> here, left, right;
    };
    explicit ObedientCamera(Reels reels) : reels_{std::move(reels)} {}

    Result<Frame> next(std::stop_token stop) override;

    /// From any thread.
    void told(Guidance guidance) { told_ = guidance; }

private:
    [[nodiscard]] const Image& seen();

    Reels reels_;
    std::atomic<Guidance> told_{Guidance::LookHere};
    const std::vector<Image>* reel_{nullptr};
    std::size_t delivered_{0}, begun_{0};
};

/// A folder below the test's own, empty, removed at the end.
class TestFolder {
public:
    TestFolder();
    ~TestFolder();
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace madoguchi
