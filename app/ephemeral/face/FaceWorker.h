// SPDX-License-Identifier: Apache-2.0
// What madoguchi-face does between its first message and its decision.
#pragma once

#include "faceauth/compare/FaceMatcher.h"
#include "formats/record/FaceMessages.h"
#include "foundation/line/Channel.h"
#include "foundation/picture/PreviewFrame.h"

#include <memory>
#include <optional>
#include <thread>
#include <vector>

namespace madoguchi {

class FaceWorker {
public:
    /// `preview` may be absent. The others outlive this.
    FaceWorker(Channel& channel, FaceModels& models, FrameSource& camera,
               std::optional<PreviewWriter> preview, HeadTurnRule headTurn);

    /// Obeys the channel until the last report is out, FaceStop arrives or the visit is gone.
    void run();

private:
    /// False when there is nothing more to do.
    bool obey(FaceCommand command);
    void lookAtPerson();
    void tell(const FaceReport& report);
    void show(const Image& frame);

    Channel& channel_;
    FrameSource& camera_;
    std::optional<PreviewWriter> preview_;
    std::vector<std::uint32_t> pixels_;
    StopSignal done_;
    FaceMatcher matcher_;
    std::jthread matching_; ///< the last member: ends before anything it uses
};

} // namespace madoguchi
