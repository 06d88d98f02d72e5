// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/face/CardNumber.h"

#include "drivers/camera/WatchedCamera.h"
#include "drivers/cardprint/CardFaceCamera.h"
#include "formats/record/FaceMessages.h"
#include "foundation/base/SystemClock.h"

#include <cstdlib>

namespace madoguchi {

namespace {

Result<std::unique_ptr<FrameSource>> openWatched(const CameraSource& cameras, const std::string& setting)
{
    auto opened = cameras.ofCards(setting);
    if (!opened)
        return opened.fault();
    return {std::make_unique<WatchedCamera>(*std::move(opened))};
}

} // namespace

int sendCardNumber(Channel channel, const CardSettings& settings, const CameraSource& cameras)
{
    const SystemClock clock;
    CardFaceCamera camera{[&] { return openWatched(cameras, settings.faceCamera); }, clock};
    if (!channel.send(encodeCardNumber(camera.read({}))))
        return EXIT_FAILURE;
    std::_Exit(EXIT_SUCCESS); // as after a comparison
}

} // namespace madoguchi
