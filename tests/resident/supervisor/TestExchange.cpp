// SPDX-License-Identifier: Apache-2.0
// In the place of madoguchi-exchange: does what the word in the file of its last argument says.
#include "formats/status/VisitMessages.h"
#include "foundation/line/Channel.h"
#include "foundation/line/StopSignal.h"
#include "foundation/process/GroupInit.h"

#include <cstdlib>
#include <fstream>
#include <string>

using namespace madoguchi;

int main(int argc, char** argv)
{
    if (argc != 4 || !leadGroup())
        return 1;
    auto channel = Channel::adopt(std::atoi(argv[2]));
    std::string behaviour;
    std::ifstream{argv[3]} >> behaviour;
    if (!channel || behaviour == "dies")
        return 1;
    const auto say = [&](const VisitMessage& message) { static_cast<void>(channel->send(encode(message))); };
    say(VisitReady{});
    if (behaviour == "lies") // what is not an exchange's to say
        say(AuditFact{AuditAct::IdentityProven, Method::Pin, std::nullopt});
    if (behaviour == "serves")
        say(AuditFact{AuditAct::RequestAnswered, std::nullopt, std::nullopt});
    if (behaviour == "refuses")
        say(AuditFact{AuditAct::RequestAnswered, std::nullopt, FaultCode::MessageInvalid});
    if (behaviour != "waits")
        return 0;
    const StopSignal never;
    static_cast<void>(channel->receive(never)); // for a request that never comes
    return 0;
}
