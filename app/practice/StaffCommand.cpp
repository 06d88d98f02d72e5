// SPDX-License-Identifier: Apache-2.0
#include "bus/Channel.h"
#include "bus/StopSignal.h"
#include "practice/Subcommands.h"
#include "practice/patient/ScriptedStaff.h"

#include <iostream>
#include <memory>

namespace madoguchi {
namespace {

Result<void> sendAll(Channel& channel, const std::vector<PaneInput>& inputs)
{
    for (const auto& input : inputs) {
        const auto sent = channel.send(std::visit([](const auto& what) { return encode(what); }, input));
        if (!sent)
            return sent;
    }
    return {};
}

/// In the place of the staff's window, until there is nothing left to do or the visit hangs up. The script is
/// read when the window is opened: a warm one does not know yet whom it will be for.
int attend(Channel& channel, const std::string& file)
{
    std::optional<ScriptedStaff> staff;
    const StopSignal never;
    while (!staff || !staff->done()) {
        const auto message = channel.receive(never);
        if (!message)
            return message.fault().code == FaultCode::ChannelBroken ? 0 : 1;
        const auto view = decodePaneView(*message);
        if (!view)
            return 1;
        if (!view->shown)
            continue;
        if (!staff) {
            auto script = loadStaffScript(file);
            if (!script)
                return 1;
            staff.emplace(*std::move(script));
        }
        if (!sendAll(channel, staff->sees(*view)))
            return 0;
    }
    return 0;
}

int sitDown(int descriptor, const std::string& file)
{
    auto channel = Channel::adopt(descriptor);
    const int result = channel ? attend(*channel, file) : 1;
    if (result != 0)
        std::cerr << "madoguchi-practice: staff need a channel and a readable script\n";
    return result;
}

} // namespace

void addStaff(CLI::App& program, Job& chosen)
{
    struct Options {
        int channel{-1};
        std::string script;
    };
    auto options = std::make_shared<Options>();
    auto* command = program.add_subcommand("staff", "Serve a patient without a card from the staff's window");
    command->add_option("--channel", options->channel, "The visit's line, a descriptor number")->required();
    command->add_option("--script", options->script, "What staff mean to do")->required();
    command->callback(
        [options, &chosen] { chosen = [options] { return sitDown(options->channel, options->script); }; });
}

} // namespace madoguchi
