// SPDX-License-Identifier: Apache-2.0
#include "faceauth/FaceProcess.h"

#include "bus/FaceMessages.h"

#include <array>
#include <cassert>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace madoguchi {

namespace {

// What the child finds under which number. Nothing else of ours reaches it.
constexpr int kChannelFd = 3;
constexpr int kPreviewFd = 4;
constexpr int kFirstForeignFd = 5;

/// posix_spawn's list of what to do with descriptors.
class FileActions {
public:
    FileActions() { posix_spawn_file_actions_init(&actions_); }
    ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }
    FileActions(const FileActions&) = delete;
    FileActions& operator=(const FileActions&) = delete;

    void discard(int fd, int mode) { posix_spawn_file_actions_addopen(&actions_, fd, "/dev/null", mode, 0); }
    void place(int ours, int theirs) { posix_spawn_file_actions_adddup2(&actions_, ours, theirs); }
    void closeFrom(int fd) { posix_spawn_file_actions_addclosefrom_np(&actions_, fd); }

    [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_;
};

/// A copy above the numbers we hand out, so that placing one cannot overwrite the other.
UniqueFd lifted(int fd)
{
    return UniqueFd{::fcntl(fd, F_DUPFD_CLOEXEC, kFirstForeignFd)};
}

Fault ended(std::int64_t error, std::string_view where)
{
    return Fault{FaultCode::FaceProcessEnded, FaultSpace::Errno, error, where};
}

Result<pid_t> spawnProgram(const std::filesystem::path& program, std::vector<std::string> arguments,
                           const FileActions& actions)
{
    std::string name = program.string();
    std::vector<char*> argv{name.data()};
    for (std::string& argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    // One BLAS thread before the library is even loaded; nothing else of our environment is its business.
    std::string blas = "OPENBLAS_NUM_THREADS=1";
    std::string locale = "LANG=C.UTF-8";
    const std::array<char*, 3> environment{blas.data(), locale.data(), nullptr};

    pid_t pid{};
    const int error =
        ::posix_spawn(&pid, name.c_str(), actions.get(), nullptr, argv.data(), environment.data());
    if (error != 0)
        return ended(error, "faceauth/spawn");
    return pid;
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
    const UniqueFd channel = lifted(ends->second.fd());
    const UniqueFd preview = options_.preview < 0 ? UniqueFd{} : lifted(options_.preview);
    std::vector<std::string> arguments{"--channel", std::to_string(kChannelFd), "--settings",
                                       options_.settings.string()};
    FileActions actions;
    actions.discard(STDIN_FILENO, O_RDONLY);
    actions.discard(STDOUT_FILENO, O_WRONLY);
    actions.place(channel.value(), kChannelFd);
    if (preview) {
        actions.place(preview.value(), kPreviewFd);
        arguments.insert(arguments.end(), {"--preview", std::to_string(kPreviewFd)});
    }
    actions.closeFrom(preview ? kFirstForeignFd : kPreviewFd);
    const auto pid = spawnProgram(options_.program, std::move(arguments), actions);
    if (!pid)
        return pid.fault();
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

Result<void> FaceProcess::giveReference(const ChipPortrait& portrait)
{
    if (portrait.jpeg2000.size() > kMaxPortraitBytes)
        return Fault{.code = FaultCode::PhotoUnreadable, .where = "faceauth/photoTooLong"};
    if (!busy_)
        return ended(0, "faceauth/giveReference");
    const auto sent = busy_->channel().send(encode(FaceCommand{FaceReference{portrait}}));
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
