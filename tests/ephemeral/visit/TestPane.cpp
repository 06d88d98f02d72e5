// SPDX-License-Identifier: Apache-2.0
// In the place of the staff's window: does what its first argument says, over the same line.
#include "formats/record/PaneMessages.h"
#include "foundation/line/Channel.h"
#include "foundation/line/StopSignal.h"

#include <cstdlib>
#include <fstream>
#include <string_view>
#include <unistd.h>

using namespace madoguchi;

namespace {

void say(Channel& channel, const StaffInput& input)
{
    static_cast<void>(channel.send(encode(input)));
}

/// "notes": its process number into a file, once for each start.
void note(const char* file)
{
    std::ofstream{file, std::ios::app} << ::getpid() << std::endl;
}

/// Opens when told to. Then "closes" closes it when the patient's name comes, "stays" stays.
int attend(Channel& channel, std::string_view behaviour)
{
    const StopSignal never;
    bool open = false;
    for (;;) {
        const auto message = channel.receive(never);
        if (!message)
            return 0;
        const auto view = decodePaneView(*message);
        if (!view)
            return 1;
        if (view->shown && !std::exchange(open, true))
            say(channel, PaneOpened{});
        if (open && behaviour == "closes" && !view->maskedName.empty())
            return 0;
        if (open && behaviour == "attests" && view->status.stage == Stage::WaitingForStaff)
            say(channel, StaffAttested{});
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 5)
        return 2;
    const std::string_view behaviour{argv[1]};
    note(argv[2]);
    auto channel = Channel::adopt(std::atoi(argv[4]));
    if (!channel)
        return 2;
    if (behaviour == "dies")
        return 1;
    if (behaviour == "hangs")
        for (;;)
            ::pause();
    if (behaviour == "babbles")
        static_cast<void>(channel->send("{\"input\":\"everything\"}"));
    return attend(*channel, behaviour);
}
