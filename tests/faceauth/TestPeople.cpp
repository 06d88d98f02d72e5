// SPDX-License-Identifier: Apache-2.0
#include "TestPeople.h"

#include "drivers/sim/people/Casting.h"
#include "drivers/sim/people/LikenessFile.h"
#include "drivers/sim/people/PictureFile.h"
#include "faceauth/networks/Files.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

namespace madoguchi {

namespace {

const std::vector<Likeness>& people()
{
    static const std::vector<Likeness> kPeople = [] {
        auto personas = shippedLikenesses();
        REQUIRE(personas);
        return std::move(*personas);
    }();
    return kPeople;
}

const Likeness& person(const std::string& name)
{
    const auto found =
        std::find_if(people().begin(), people().end(), [&](const Likeness& one) { return one.name == name; });
    REQUIRE(found != people().end());
    return *found;
}

Image rendered(const Shot& shot)
{
    return render(shot.view, shot.sitters);
}

} // namespace

FaceModelFiles testModelFiles()
{
    return {.folder = MADO_MODELS, .calibration = MADO_SOURCE_DIR "/resources/face/calibration.json"};
}

FaceModels& testModels()
{
    static FaceModels models = [] {
        auto loaded = loadFaceModels(testModelFiles());
        REQUIRE(loaded);
        return std::move(*loaded);
    }();
    return models;
}

std::vector<std::string> everybody()
{
    std::vector<std::string> names;
    for (const Likeness& one : people())
        names.push_back(one.name);
    return names;
}

ChipPortrait portraitOf(const std::string& persona)
{
    const TestFolder folder;
    const auto file = folder.path() / "portrait.jp2";
    REQUIRE(writeChipPhoto(file, rendered(chipPhoto(person(persona)))));
    auto bytes = readModelFile(file, 1 << 20);
    REQUIRE(bytes);
    return ChipPortrait{std::move(*bytes)};
}

std::vector<Image> atDesk(const std::string& persona, int count)
{
    const Sequence sequence = atTheDesk(person(persona));
    REQUIRE(sequence.loopFrom + count <= static_cast<int>(sequence.shots.size()));
    std::vector<Image> images;
    for (int i = 0; i < count; ++i) // the first that look here: the turned head behind them is no best shot
        images.push_back(rendered(sequence.shots[static_cast<std::size_t>(sequence.loopFrom + i)]));
    return images;
}

std::vector<Image> masked(const std::string& persona, int count)
{
    const Sequence sequence = atTheDesk(person(persona));
    std::vector<Image> images;
    for (int i = 0; i < count; ++i) {
        Shot shot = sequence.shots[static_cast<std::size_t>(sequence.loopFrom + i)];
        shot.sitters.front().expression.masked = true;
        images.push_back(rendered(shot));
    }
    return images;
}

std::vector<Image> inThickFrames(const std::string& persona, int count)
{
    Likeness likeness = person(persona);
    likeness.glasses = GlassesStyle::Square;
    likeness.frame = {0.01F, 0.01F, 0.01F};
    likeness.frameWidth = 2.5F;
    const Sequence sequence = atTheDesk(likeness);
    std::vector<Image> images;
    for (int i = 0; i < count; ++i)
        images.push_back(rendered(sequence.shots[static_cast<std::size_t>(sequence.loopFrom + i)]));
    return images;
}

std::vector<Image> trouble(const std::string& kind)
{
    std::vector<Image> images;
    for (const Sequence& sequence : troubles(person("hanako"), person("jiro")))
        if (sequence.folder == kind + "/live")
            for (const Shot& shot : sequence.shots)
                images.push_back(rendered(shot));
    REQUIRE_FALSE(images.empty());
    return images;
}

Image atDeskBlinking(const std::string& persona, float blink)
{
    const Sequence sequence = atTheDesk(person(persona));
    Shot shot = sequence.shots[static_cast<std::size_t>(sequence.loopFrom) + 1];
    shot.sitters.front().expression.blink = blink;
    return rendered(shot);
}

const Likeness& likenessOf(const std::string& persona)
{
    return person(persona);
}

Result<Frame> ObedientCamera::next(std::stop_token)
{
    Image image = seen();
    image.pixels[delivered_ % image.pixels.size()] ^= 1;
    return Frame{std::move(image), std::chrono::milliseconds{33} * delivered_++};
}

const Image& ObedientCamera::seen()
{
    constexpr std::size_t kHold = 3, kLast = 4;
    const Guidance told = told_;
    const auto* wanted = told == Guidance::TurnLeft    ? &reels_.left
                         : told == Guidance::TurnRight ? &reels_.right
                                                       : &reels_.here;
    if (wanted != reel_)
        begun_ = delivered_;
    reel_ = wanted;
    const std::size_t at = (delivered_ - begun_) / kHold;
    if (at < reel_->size() || reel_ == &reels_.here)
        return (*reel_)[at % reel_->size()];
    return (*reel_)[reel_->size() - kLast + at % kLast];
}

Result<Frame> LoopCamera::next(std::stop_token)
{
    Image image = pictures_[delivered_ % pictures_.size()];
    image.pixels[delivered_ % image.pixels.size()] ^= 1;
    return Frame{std::move(image), std::chrono::milliseconds{33} * delivered_++};
}

TestFolder::TestFolder()
{
    std::string pattern = MADO_TEST_DIR "/faceauth.XXXXXX";
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
}

TestFolder::~TestFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

} // namespace madoguchi
