// SPDX-License-Identifier: Apache-2.0
#include "drivers/face/CardFaceProcess.h"

#include "formats/record/FaceMessages.h"
#include "foundation/line/Channel.h"
#include "foundation/process/StartProgram.h"

#include <sys/wait.h>

#include <csignal>
#include <string>

namespace madoguchi {

namespace {

/// What is wrong with the process is no fault of card or camera; staff type the number.
Fault unread(const Fault& cause)
{
    return {FaultCode::SecurityNumberUnread, cause.space, cause.value, "visit/CardFaceProcess"};
}

} // namespace

CardFaceProcess::CardFaceProcess(std::filesystem::path program, std::filesystem::path settings,
                                 std::chrono::milliseconds patience)
    : program_{std::move(program)}, settings_{std::move(settings)}, patience_{patience}
{
}

Result<SecurityNumber> CardFaceProcess::read(std::stop_token stop)
{
    auto ends = Channel::pair();
    if (!ends)
        return unread(ends.fault());
    auto [ours, theirs] = *std::move(ends);
    const int fd = theirs.fd();
    const auto process = start(
        {program_, {"--card-number", std::to_string(fd), "--settings", settings_.string()}, {{fd, fd}}});
    if (!process)
        return unread(process.fault());
    theirs.close();
    const auto answer = ours.receive(StopSignal{stop}, patience_);
    ::kill(*process, SIGKILL); // it has nothing more to do, or hangs
    ::waitpid(*process, nullptr, 0);
    if (stop.stop_requested())
        return Fault{FaultCode::TimedOut, FaultSpace::None, 0, "visit/CardFaceProcess"};
    const auto number = answer ? decodeCardNumber(*answer) : Result<SecurityNumber>{answer.fault()};
    const bool ofCardOrCamera = number || number.fault().code == FaultCode::CameraMissing ||
                                number.fault().code == FaultCode::CameraBlind ||
                                number.fault().code == FaultCode::SecurityNumberUnread;
    return ofCardOrCamera ? number : Result<SecurityNumber>{unread(number.fault())};
}

} // namespace madoguchi
