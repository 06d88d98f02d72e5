// SPDX-License-Identifier: Apache-2.0
// Shows practice's camera over the card what lies on the practice reader: PracticeCardFace's other side.
#pragma once

#include "core/Result.h"
#include "core/VisitData.h"
#include "process/UniqueFd.h"

#include <filesystem>
#include <mutex>
#include <thread>

namespace madoguchi {

class CardFaceServer {
public:
    explicit CardFaceServer(std::filesystem::path socket);
    CardFaceServer(const CardFaceServer&) = delete;
    CardFaceServer& operator=(const CardFaceServer&) = delete;
    ~CardFaceServer();

    /// Listens on the socket from now on.
    [[nodiscard]] Result<void> start();

    /// What the card says that lies there now; empty: none.
    void show(SecurityNumber number);

private:
    void serve();

    std::filesystem::path socket_;
    UniqueFd stop_;
    UniqueFd listening_;
    std::mutex mutex_;
    SecurityNumber number_;
    std::thread thread_;
};

} // namespace madoguchi
