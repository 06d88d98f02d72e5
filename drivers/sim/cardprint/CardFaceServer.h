// SPDX-License-Identifier: Apache-2.0
// Photographs what lies on the practice reader for practice's camera over the card: PracticeCardCamera's
// other side. Only pictures go over the socket; the number on them has to be read.
#pragma once

#include "drivers/sim/cardprint/CardPainter.h"
#include "drivers/sim/cardprint/CardScene.h"
#include "foundation/base/Result.h"
#include "foundation/base/UniqueFd.h"

#include <filesystem>
#include <mutex>
#include <optional>
#include <thread>

namespace madoguchi {

class CardFaceServer {
public:
    explicit CardFaceServer(std::filesystem::path socket);
    CardFaceServer(const CardFaceServer&) = delete;
    CardFaceServer& operator=(const CardFaceServer&) = delete;
    ~CardFaceServer();

    /// Listens on the socket from now on. SettingsInvalid without the font to draw with.
    [[nodiscard]] Result<void> start();

    /// What lies there from now on; nothing: the bare desk.
    void show(const std::optional<CardPrint>& print, const CardScene& scene = deskScene(1));

private:
    void serve();
    /// Answers one camera until it leaves. False when this server is to end.
    bool answer(int connection);
    [[nodiscard]] Image take(std::uint32_t frame);

    std::filesystem::path socket_;
    UniqueFd stop_;
    UniqueFd listening_;
    std::optional<CardPainter> painter_;
    std::mutex mutex_;
    CardScene scene_;
    Image exposure_;
    std::thread thread_;
};

} // namespace madoguchi
