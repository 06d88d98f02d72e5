// SPDX-License-Identifier: Apache-2.0
// The visit's end of the face process: starts madoguchi-face, talks to it over a channel and ends it by
// SIGKILL, which is also how photo, frames and templates are erased. One process serves one comparison.
#pragma once

#include "domain/ports/FacePort.h"
#include "domain/record/CardRecord.h"
#include "foundation/base/Result.h"
#include "foundation/line/Channel.h"

#include <filesystem>
#include <mutex>
#include <optional>
#include <sys/types.h>
#include <thread>

namespace madoguchi {

class FaceProcess final : public FacePort {
public:
    struct Options {
        std::filesystem::path program;  ///< madoguchi-face
        std::filesystem::path settings; ///< the terminal's TOML file
        int preview{-1}; ///< preview memory (createPreviewMemory), owned by the caller; -1 = none
    };

    explicit FaceProcess(Options options) : options_{std::move(options)} {}
    ~FaceProcess() override { stop(); }
    FaceProcess(const FaceProcess&) = delete;
    FaceProcess& operator=(const FaceProcess&) = delete;

    /// Starts a process that loads its models (0.7 s) and waits, camera off, for start(). Optional; a second
    /// call does nothing.
    Result<void> warmUp();

    /// A process that ends without a decision is reported as FaceProcessEnded. After NotYet the next process
    /// is warmed up at once. Not to be called from the listener, like stop().
    Result<void> start(Listener listener) override;
    Result<void> giveReference(const ChipPortrait& portrait, FaceCautions cautions) override;
    void stop() override;

private:
    /// A running madoguchi-face. Its end of life is ours to bring about and to wait for.
    class Child {
    public:
        Child(pid_t pid, Channel channel) : pid_{pid}, channel_{std::move(channel)} {}
        Child(Child&& other) noexcept;
        Child& operator=(Child&&) = delete;
        ~Child();

        [[nodiscard]] Channel& channel() { return channel_; }

    private:
        pid_t pid_;
        Channel channel_;
    };

    Result<Child> spawn() const;
    void listen(Channel& channel, const Listener& listener, const StopSignal& stop);

    Options options_;
    std::mutex warming_;
    std::optional<Child> warm_;
    std::optional<Child> busy_;
    std::optional<StopSignal> stopListening_;
    std::jthread listening_;
};

} // namespace madoguchi
