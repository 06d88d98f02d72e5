// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/visit/FrontEnd.h"

#include "formats/record/ScreenMessages.h"
#include "foundation/line/StopSignal.h"
#include "foundation/process/StartProgram.h"

namespace madoguchi {

Result<std::unique_ptr<FrontEnd>> FrontEnd::start(const std::filesystem::path& program,
                                                  std::vector<std::string> arguments,
                                                  std::vector<int> inherited, Sink sink,
                                                  std::function<void()> ended)
{
    auto ends = Channel::pair();
    if (!ends)
        return ends.fault();
    auto [ours, theirs] = *std::move(ends);
    arguments.insert(arguments.end(), {"--channel", std::to_string(theirs.fd())});
    inherited.push_back(theirs.fd());
    std::vector<Program::Given> given;
    for (const int fd : inherited)
        given.push_back({fd, fd});
    if (const auto started = madoguchi::start({program, arguments, given}); !started)
        return started.fault();
    return std::unique_ptr<FrontEnd>{new FrontEnd{std::move(ours), std::move(sink), std::move(ended)}};
}

FrontEnd::FrontEnd(Channel channel, Sink sink, std::function<void()> ended) : channel_{std::move(channel)}
{
    listener_ = std::jthread{[this, sink = std::move(sink), ended = std::move(ended)](std::stop_token stop) {
        listen(std::move(stop), sink, ended);
    }};
}

void FrontEnd::show(const Screen& screen)
{
    // A front end that is gone is noticed by its listener; one that hangs must not hold up the visit.
    constexpr std::chrono::milliseconds kPatience{50};
    static_cast<void>(channel_.send(encode(screen), kPatience));
}

void FrontEnd::listen(std::stop_token stop, const Sink& sink, const std::function<void()>& ended)
{
    const StopSignal signal{stop};
    while (!stop.stop_requested()) {
        const auto message = channel_.receive(signal);
        if (!message && message.fault().code == FaultCode::ChannelBroken)
            return ended();
        if (!message)
            continue; // too large: dropped, and it was no input
        if (const auto input = decodePatientInput(*message))
            sink(*input);
    }
}

} // namespace madoguchi
