// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/face/FaceProgram.h"

#include "drivers/camera/UprightCamera.h"
#include "ephemeral/face/CardNumber.h"
#include "ephemeral/face/FaceWorker.h"
#include "ephemeral/face/PortraitPicture.h"
#include "foundation/process/ProcessHardening.h"
#include "foundation/process/ProcessLimits.h"
#include "services/settings/Settings.h"

#include <charconv>
#include <cstdlib>
#include <malloc.h>
#include <string_view>

namespace madoguchi {

namespace {

struct Arguments {
    int channel{-1};
    int preview{-1};
    std::string_view settings;
};

bool readNumber(std::string_view text, int& number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && number >= 0;
}

std::optional<Arguments> readArguments(std::span<char*> words)
{
    Arguments arguments;
    for (std::size_t i = 1; i + 1 < words.size(); i += 2) {
        const std::string_view name{words[i]};
        const std::string_view value{words[i + 1]};
        if (name == "--settings")
            arguments.settings = value;
        else if (name == "--channel" ? !readNumber(value, arguments.channel)
                                     : name != "--preview" || !readNumber(value, arguments.preview))
            return std::nullopt;
    }
    const bool complete = words.size() % 2 == 1 && arguments.channel >= 0 && !arguments.settings.empty();
    return complete ? std::optional{arguments} : std::nullopt;
}

std::optional<PreviewWriter> openPreview(int fd)
{
    if (fd < 0)
        return std::nullopt;
    auto preview = PreviewWriter::open(UniqueFd{fd});
    return preview ? std::optional{std::move(*preview)} : std::nullopt;
}

FaceModelFiles modelFiles(const FaceSettings& settings)
{
    return {.folder = settings.models, .calibration = settings.calibration};
}

/// The person as the settings say the camera hangs.
std::unique_ptr<FrameSource> openCamera(const CameraSource& cameras, const FaceSettings& settings)
{
    const Uprighting how{.clockwise = settings.rotate, .mirror = settings.mirror};
    auto camera = cameras.ofFaces(settings.camera);
    if (how == Uprighting{})
        return camera;
    return std::make_unique<UprightCamera>(std::move(camera), how);
}

int failed(Channel& channel, const Fault& fault)
{
    (void)channel.send(encode(FaceReport{fault})); // the visit notices our end as well
    return EXIT_FAILURE;
}

/// Returns only when the models could not be had.
int serve(const Arguments& arguments, Channel channel, const CameraSource& cameras)
{
    const auto loaded = loadSettings(arguments.settings);
    if (!loaded.settings)
        return failed(channel, {.code = FaultCode::SettingsInvalid, .where = "face/settings"});
    const FaceSettings& settings = loaded.settings->face;
    auto models = loadFaceModels(modelFiles(settings));
    if (!models)
        return failed(channel, models.fault());
    const auto camera = openCamera(cameras, settings);
    FaceWorker worker{channel, *models, *camera, openPreview(arguments.preview), settings.headTurn};
    worker.run();
    // Death is the erasure, so there is nothing to tidy up; and a decoder that hangs must not hold it up.
    std::_Exit(EXIT_SUCCESS);
}

/// Freed pictures and weights go back to the system at once, and threads share what they free: without it the
/// process is a tenth larger.
void keepMemorySmall()
{
    constexpr int kLargeBlock = 128 * 1024;
    ::mallopt(M_MMAP_THRESHOLD, kLargeBlock);
    ::mallopt(M_ARENA_MAX, 1);
}

int readCard(int fd, std::string_view file, const CameraSource& cameras)
{
    auto channel = Channel::adopt(fd);
    if (!channel)
        return EXIT_FAILURE;
    const auto loaded = loadSettings(file);
    return loaded.settings ? sendCardNumber(std::move(*channel), loaded.settings->card, cameras)
                           : failed(*channel, {.code = FaultCode::SettingsInvalid, .where = "face/settings"});
}

/// A chip photo comes from a card and is decoded by a large library: it gets less of the machine than a
/// comparison.
int showPortraitLimited(int fd)
{
    auto channel = Channel::adopt(fd);
    return channel && limitProcess(kPictureLimits) ? showPortrait(std::move(*channel)) : EXIT_FAILURE;
}

} // namespace

int runFace(std::span<char*> words, const CameraSource& cameras)
{
    keepMemorySmall();
    if (!hardenProcess() || !limitProcess(kFaceLimits))
        return EXIT_FAILURE;
    if (int card = -1; words.size() == 5 && std::string_view{words[1]} == "--card-number" &&
                       readNumber(words[2], card) && std::string_view{words[3]} == "--settings")
        return readCard(card, words[4], cameras);
    if (int portrait = -1;
        words.size() == 3 && std::string_view{words[1]} == "--portrait" && readNumber(words[2], portrait))
        return showPortraitLimited(portrait);
    const auto arguments = readArguments(words);
    if (!arguments)
        return EXIT_FAILURE;
    auto channel = Channel::adopt(arguments->channel);
    return channel ? serve(*arguments, std::move(*channel), cameras) : EXIT_FAILURE;
}

} // namespace madoguchi
