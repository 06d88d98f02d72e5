// SPDX-License-Identifier: Apache-2.0
// madoguchi-exchange: waits for one request of the receipt computer, answers it and ends.
#include "drivers/central/https/HttpsCentral.h"
#include "ephemeral/exchange/RequestAnswer.h"
#include "ephemeral/shared/GroupProgram.h"
#include "formats/status/VisitMessages.h"
#include "foundation/base/SystemClock.h"
#include "foundation/line/Channel.h"
#include "foundation/process/KillTimer.h"
#include "services/settings/Settings.h"

#include <cstdio>

namespace madoguchi {
namespace {

/// From the first byte of a request until nothing of it is left in memory, whatever happens.
constexpr std::chrono::seconds kBesideTheCentralSystem{20};

int complain(const Fault& fault)
{
    std::fprintf(stderr, "madoguchi-exchange: %.*s failed (%lld)\n", static_cast<int>(fault.where.size()),
                 fault.where.data(), static_cast<long long>(fault.value));
    return 1;
}

ReceiptFolders folders(const Settings& settings)
{
    auto to = receiptFolders(settings);
    to.res = settings.handOff.res;
    return to;
}

RequestAsker asker(const Settings& settings, Result<std::unique_ptr<HttpsCentral>>& central)
{
    RequestAsker ask;
    ask.byNumber = [&central](QualificationRequest request) -> Result<EligibilityAnswer> {
        return central ? (*central)->askByNumber(std::move(request)) : central.fault();
    };
    if (settings.referenceNumber.enabled)
        ask.reference =
            [&central](ReferenceNumberRegistration registration) -> Result<ReferenceNumberAnswer> {
            return central ? (*central)->registerReferenceNumber(std::move(registration)) : central.fault();
        };
    return ask;
}

int serve(int fd, const Settings& settings)
{
    auto line = Channel::adopt(fd);
    if (!line)
        return complain(line.fault());
    const SystemClock clock;
    const auto within = settings.central.totalTimeout + kBesideTheCentralSystem;
    KillTimer timer{within};
    ReceiptExchange exchange{
        {.req = settings.handOff.req,
         .res = settings.handOff.res,
         .staging = settings.handOff.staging,
         .answersKept = std::chrono::duration_cast<std::chrono::minutes>(settings.handOff.answersKept),
         .group = settings.handOff.group},
        clock,
        timer,
        within};
    const FolderHandOff handOff{folders(settings), clock};
    auto central = HttpsCentral::open(centralConnection(settings));

    if (const auto ready = line->send(encode(VisitMessage{VisitReady{}})); !ready)
        return complain(ready.fault());
    // The supervisor says nothing to us: its end of the line becomes readable when it is gone.
    const auto request = exchange.next(line->fd());
    if (!request)
        return request.fault().code == FaultCode::TimedOut ? 0 : complain(request.fault());
    const auto outcome = answerRequest(*request, {settings.institution.code}, asker(settings, central),
                                       handOff, exchange, clock);
    if (!outcome)
        return complain(outcome.fault());
    static_cast<void>(
        line->send(encode(VisitMessage{AuditFact{AuditAct::RequestAnswered, {}, outcome->fault}})));
    return 0;
}

} // namespace
} // namespace madoguchi

int main(int argc, char** argv)
{
    return madoguchi::runGroupProgram(
        argc, argv, "Answers one request of the receipt computer; started by madoguchi, not by hand",
        madoguchi::serve);
}
