// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/face/FaceWorker.h"

#include "faceauth/watch/MirrorPreview.h"

#include <utility>

namespace madoguchi {

FaceWorker::FaceWorker(Channel& channel, FaceModels& models, FrameSource& camera,
                       std::optional<PreviewWriter> preview, HeadTurnRule headTurn)
    : channel_{channel}, camera_{camera}, preview_{std::move(preview)},
      pixels_(kPreviewPixels), matcher_{models, [this](const FaceReport& report) { tell(report); },
                                        [this](const Image& frame) { show(frame); }, headTurn}
{
}

void FaceWorker::run()
{
    while (true) {
        const auto message = channel_.receive(done_);
        if (!message)
            return; // decided, or the visit is gone
        auto command = decodeFaceCommand(*message);
        if (!command || !obey(std::move(*command)))
            return;
    }
}

bool FaceWorker::obey(FaceCommand command)
{
    if (auto* reference = std::get_if<FaceReference>(&command))
        matcher_.giveReference(std::move(reference->portrait), reference->cautions);
    else if (std::holds_alternative<FaceStart>(command) && !matching_.joinable())
        lookAtPerson();
    return !std::holds_alternative<FaceStop>(command);
}

void FaceWorker::lookAtPerson()
{
    matching_ = std::jthread{[this](std::stop_token stop) {
        matcher_.run(camera_, stop);
        if (preview_)
            preview_->clear();
        done_.request();
    }};
}

void FaceWorker::tell(const FaceReport& report)
{
    if (!channel_.send(encode(report)))
        done_.request(); // nobody listens any more
}

void FaceWorker::show(const Image& frame)
{
    if (!preview_)
        return;
    const std::span<std::uint32_t, kPreviewPixels> pixels{pixels_.data(), kPreviewPixels};
    paintMirrored(frame, pixels);
    preview_->write(pixels);
}

} // namespace madoguchi
