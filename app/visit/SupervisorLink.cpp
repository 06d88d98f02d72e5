// SPDX-License-Identifier: Apache-2.0
#include "visit/SupervisorLink.h"

#include "bus/StopSignal.h"

namespace madoguchi {

void SupervisorLink::open(Handlers handlers)
{
    listener_ =
        std::jthread{[this, h = std::move(handlers)](std::stop_token stop) { listen(std::move(stop), h); }};
    send(VisitReady{});
}

void SupervisorLink::listen(std::stop_token stop, const Handlers& handlers)
{
    const StopSignal signal{stop};
    while (!stop.stop_requested()) {
        const auto message = channel_.receive(signal);
        if (!message && message.fault().code == FaultCode::ChannelBroken)
            return handlers.end();
        const auto decoded =
            message ? decodeSupervisorMessage(*message) : Result<SupervisorMessage>{message.fault()};
        if (!decoded)
            continue;
        if (const auto* activate = std::get_if<Activate>(&*decoded))
            handlers.activate(*activate);
        else if (const auto* order = std::get_if<StaffOrder>(&*decoded))
            handlers.order(*order);
        else if (std::holds_alternative<Shutdown>(*decoded))
            return handlers.end();
    }
}

void SupervisorLink::send(const VisitMessage& message)
{
    // Without a supervisor the group ends (listen() sees it); there is nobody left to tell.
    static_cast<void>(channel_.send(encode(message)));
}

void SupervisorLink::report(const VisitStatus& status)
{
    send(VisitReport{status, clock_.now()});
    keepFacts(status);
    last_ = status;
}

void SupervisorLink::armed(std::chrono::milliseconds cap)
{
    send(VisitArmed{cap});
}

/// What the audit log keeps: the passages from one stage to another that mean something was done.
void SupervisorLink::keepFacts(const VisitStatus& status)
{
    const auto keep = [&](AuditAct act) { send(AuditFact{act, status.proof, status.fault}); };
    if (status.proof && !last_.proof)
        keep(status.proof == Method::StaffEye ? AuditAct::StaffLooked : AuditAct::IdentityProven);
    if (status.stage == last_.stage)
        return;
    if (last_.stage == Stage::ReadingCard)
        keep(AuditAct::CardRead);
    if (last_.stage == Stage::Consenting)
        keep(AuditAct::ConsentAnswered);
    if (last_.stage == Stage::Registering && status.stage == Stage::AskingCentral)
        keep(AuditAct::FirstUseRegistered);
    if (last_.stage == Stage::AskingCentral)
        keep(AuditAct::CentralAsked);
    if (last_.stage == Stage::HandingOver)
        keep(AuditAct::HandedOver);
}

} // namespace madoguchi
