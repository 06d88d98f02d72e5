// SPDX-License-Identifier: Apache-2.0
#include "practice/program/LineCommand.h"

#include "foundation/line/StopSignal.h"

#include <iostream>
#include <memory>

namespace madoguchi {
namespace {

/// Until the step has had enough, or the visit hangs up.
int listen(Channel& line, const LineStep& step)
{
    const StopSignal never;
    for (;;) {
        const auto message = line.receive(never);
        if (!message)
            return message.fault().code == FaultCode::ChannelBroken ? 0 : 1;
        if (const auto code = step(line, *message))
            return *code;
    }
}

int sitDown(int descriptor, const std::string& script, const LineCommand& command)
{
    auto line = Channel::adopt(descriptor);
    const int result = line ? listen(*line, command.attend(script)) : 1;
    if (result != 0)
        std::cerr << "madoguchi-practice: " << command.who << " without a channel or a readable script\n";
    return result;
}

} // namespace

void addLineCommand(CLI::App& program, Job& chosen, const LineCommand& command)
{
    struct Options {
        int channel{-1};
        std::string script;
    };
    auto options = std::make_shared<Options>();
    auto* added = program.add_subcommand(command.name, command.what);
    added->add_option("--channel", options->channel, "The visit's line, a descriptor number")->required();
    added->add_option("--script", options->script, command.intent)->required();
    added->callback([options, command, &chosen] {
        chosen = [options, command] { return sitDown(options->channel, options->script, command); };
    });
}

} // namespace madoguchi
