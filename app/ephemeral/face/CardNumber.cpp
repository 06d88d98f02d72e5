// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/face/CardNumber.h"

#include "formats/record/FaceMessages.h"
#include "drivers/camera/OpenCvCamera.h"
#include "drivers/cardprint/CardFaceCamera.h"
#include "drivers/camera/WatchedCamera.h"
#include "foundation/base/SystemClock.h"
#include "drivers/sim/card/PracticeCardCamera.h"

#include <cstdlib>

namespace madoguchi {

namespace {

/// A device, or in practice ("practice:DIR") a drawing of what the practice reader holds.
Result<std::unique_ptr<FrameSource>> open(const std::string& camera)
{
    constexpr std::string_view kPractice = "practice:";
    if (camera.starts_with(kPractice))
        return {std::make_unique<PracticeCardCamera>(cardFaceSocket(camera.substr(kPractice.size())))};
    return openCamera({.device = camera, .width = 1280, .height = 960}); // digits are two millimetres high
}

Result<std::unique_ptr<FrameSource>> openWatched(const std::string& camera)
{
    auto opened = open(camera);
    if (!opened)
        return opened.fault();
    return {std::make_unique<WatchedCamera>(*std::move(opened))};
}

} // namespace

int sendCardNumber(Channel channel, const CardSettings& settings)
{
    const SystemClock clock;
    CardFaceCamera camera{[&] { return openWatched(settings.faceCamera); }, clock};
    if (!channel.send(encodeCardNumber(camera.read({}))))
        return EXIT_FAILURE;
    std::_Exit(EXIT_SUCCESS); // as after a comparison
}

} // namespace madoguchi
