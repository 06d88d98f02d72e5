// SPDX-License-Identifier: Apache-2.0
// madoguchi-face --channel FD --settings FILE [--preview FD] | --portrait FD |
// --card-number FD --settings FILE
#include "ephemeral/face/CameraOf.h"
#include "ephemeral/face/CardNumber.h"
#include "ephemeral/face/FaceWorker.h"
#include "ephemeral/face/PortraitPicture.h"
#include "foundation/process/ProcessHardening.h"
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

int failed(Channel& channel, const Fault& fault)
{
    (void)channel.send(encode(FaceReport{fault})); // the visit notices our end as well
    return EXIT_FAILURE;
}

/// Returns only when the models could not be had.
int serve(const Arguments& arguments, Channel channel)
{
    const auto loaded = loadSettings(arguments.settings);
    if (!loaded.settings)
        return failed(channel, {.code = FaultCode::SettingsInvalid, .where = "face/settings"});
    const FaceSettings& settings = loaded.settings->face;
    auto models = loadFaceModels(modelFiles(settings));
    if (!models)
        return failed(channel, models.fault());
    const auto camera = cameraOf(settings);
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

int readCard(int fd, std::string_view file)
{
    auto channel = Channel::adopt(fd);
    if (!channel)
        return EXIT_FAILURE;
    const auto loaded = loadSettings(file);
    return loaded.settings ? sendCardNumber(std::move(*channel), loaded.settings->card)
                           : failed(*channel, {.code = FaultCode::SettingsInvalid, .where = "face/settings"});
}

int run(std::span<char*> words)
{
    keepMemorySmall();
    if (!hardenProcess())
        return EXIT_FAILURE;
    if (int card = -1; words.size() == 5 && std::string_view{words[1]} == "--card-number" &&
                       readNumber(words[2], card) && std::string_view{words[3]} == "--settings")
        return readCard(card, words[4]);
    if (int portrait = -1;
        words.size() == 3 && std::string_view{words[1]} == "--portrait" && readNumber(words[2], portrait)) {
        auto channel = Channel::adopt(portrait);
        return channel ? showPortrait(std::move(*channel)) : EXIT_FAILURE;
    }
    const auto arguments = readArguments(words);
    if (!arguments)
        return EXIT_FAILURE;
    auto channel = Channel::adopt(arguments->channel);
    return channel ? serve(*arguments, std::move(*channel)) : EXIT_FAILURE;
}

} // namespace

} // namespace madoguchi

int main(int argc, char** argv)
{
    return madoguchi::run({argv, static_cast<std::size_t>(argc)});
}
