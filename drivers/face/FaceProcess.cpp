// SPDX-License-Identifier: Apache-2.0
#include "drivers/face/FaceProcess.h"

#include "formats/record/FaceMessages.h"
#include "foundation/process/StartProgram.h"

#include <cassert>
#include <csignal>
#include <string>
#include <sys/wait.h>
#include <utility>
#include <vector>

namespace madoguchi {

namespace {

// What the child finds under which number. Nothing else of ours reaches it.
constexpr int kChannelFd = 3;
constexpr int kPreviewFd = 4;

Fault ended(std::int64_t error, std::string_view where)
{
    return Fault{FaultCode::FaceProcessEnded, FaultSpace::Errno, error, where};
}

} // namespace

FaceProcess::Child::Child(Child&& other) noexcept
    : pid_{std::exchange(other.pid_, -1)}, channel_{std::move(other.channel_)}
{
}

FaceProcess::Child::~Child()
{
    if (pid_ < 0)
        return;
    ::kill(pid_, SIGKILL); // not yet waited for, so the number is still this child's
    while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

Result<FaceProcess::Child> FaceProcess::spawn() const
{
    auto ends = Channel::pair();
    if (!ends)
        return ends.fault();
    Program program{
        .file = options_.program,
        .arguments = {"--channel", std::to_string(kChannelFd), "--settings", options_.settings.string()},
        .descriptors = {{ends->second.fd(), kChannelFd}},
        // One BLAS thread before the library is even loaded; nothing else of ours is its business.
        .environment = {{"OPENBLAS_NUM_THREADS=1", "LANG=C.UTF-8"}}};
    if (options_.preview >= 0) {
        program.descriptors.push_back({options_.preview, kPreviewFd});
        program.arguments.insert(program.arguments.end(), {"--preview", std::to_string(kPreviewFd)});
    }
    const auto pid = madoguchi::start(program);
    if (!pid)
        return ended(pid.fault().value, "faceauth/spawn");
    return Child{*pid, std::move(ends->first)};
}

Result<void> FaceProcess::warmUp()
{
    const std::lock_guard lock{warming_};
    if (warm_)
        return {};
    auto child = spawn();
    if (!child)
        return child.fault();
    warm_.emplace(std::move(*child));
    return {};
}

Result<void> FaceProcess::start(Listener listener)
{
    stop();
    if (const auto warmed = warmUp(); !warmed)
        return warmed;
    {
        const std::lock_guard lock{warming_};
        busy_.emplace(std::move(*warm_));
        warm_.reset();
    }
    if (const auto sent = busy_->channel().send(encode(FaceCommand{FaceStart{}})); !sent) {
        busy_.reset();
        return ended(sent.fault().value, "faceauth/start");
    }
    stopListening_.emplace();
    listening_ = std::jthread{
        [this, listener = std::move(listener)] { listen(busy_->channel(), listener, *stopListening_); }};
    return {};
}

Result<void> FaceProcess::giveReference(const ChipPortrait& portrait, FaceCautions cautions)
{
    if (portrait.jpeg2000.size() > kMaxPortraitBytes)
        return Fault{.code = FaultCode::PhotoUnreadable, .where = "faceauth/photoTooLong"};
    if (!busy_)
        return ended(0, "faceauth/giveReference");
    const auto sent = busy_->channel().send(encode(FaceCommand{FaceReference{portrait, cautions}}));
    return sent ? sent : ended(sent.fault().value, "faceauth/giveReference");
}

void FaceProcess::stop()
{
    assert(listening_.get_id() != std::this_thread::get_id());
    if (stopListening_)
        stopListening_->request();
    if (listening_.joinable())
        listening_.join();
    stopListening_.reset();
    busy_.reset();
}

void FaceProcess::listen(Channel& channel, const Listener& listener, const StopSignal& stop)
{
    while (true) {
        const auto message = channel.receive(stop);
        if (!message && message.fault().code == FaultCode::TimedOut)
            return; // stop()
        if (!message)
            return listener(ended(message.fault().value, "faceauth/listen"));
        const auto report = decodeFaceReport(*message);
        if (!report)
            return listener(ended(0, "faceauth/report"));
        const auto* decision = std::get_if<FaceDecision>(&*report);
        if (decision != nullptr && decision->verdict == FaceVerdict::NotYet)
            (void)warmUp(); // if it fails, the next start() tries again and tells
        listener(*report);
        if (!std::holds_alternative<Guidance>(*report))
            return;
    }
}

} // namespace madoguchi
