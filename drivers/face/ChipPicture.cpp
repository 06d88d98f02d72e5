// SPDX-License-Identifier: Apache-2.0
#include "drivers/face/ChipPicture.h"

#include "foundation/line/Channel.h"
#include "foundation/process/StartProgram.h"

#include <sys/wait.h>

#include <csignal>

namespace madoguchi {

Bytes chipPicture(const Bytes& jpeg2000, const std::filesystem::path& decoder)
{
    constexpr std::chrono::seconds kPatience{5};
    auto ends = Channel::pair();
    if (!ends || jpeg2000.empty())
        return {};
    auto [ours, theirs] = *std::move(ends);
    const int fd = theirs.fd();
    const auto program = start({decoder, {"--portrait", std::to_string(fd)}, {{fd, fd}}});
    if (!program)
        return {};
    theirs.close();
    const auto sent = ours.send({reinterpret_cast<const char*>(jpeg2000.data()), jpeg2000.size()});
    const StopSignal never;
    const auto picture = sent ? ours.receive(never, kPatience) : Result<std::string>{sent.fault()};
    ::kill(*program, SIGKILL); // it has nothing more to do, or hangs
    ::waitpid(*program, nullptr, 0);
    return picture ? Bytes{picture->begin(), picture->end()} : Bytes{};
}

} // namespace madoguchi
