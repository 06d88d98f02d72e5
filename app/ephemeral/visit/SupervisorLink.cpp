// SPDX-License-Identifier: Apache-2.0
#include "ephemeral/visit/SupervisorLink.h"

#include "foundation/line/StopSignal.h"

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
        else if (std::holds_alternative<FactKept>(*decoded) || std::holds_alternative<FactLost>(*decoded))
            answered(std::holds_alternative<FactKept>(*decoded));
        else if (std::holds_alternative<Shutdown>(*decoded))
            return handlers.end();
    }
}

void SupervisorLink::send(const VisitMessage& message)
{
    const std::lock_guard lock{sending_};
    // Without a supervisor the group ends (listen() sees it); there is nobody left to tell.
    static_cast<void>(channel_.send(encode(message)));
}

Result<void> SupervisorLink::report(const VisitStatus& status, const std::vector<AuditFact>& facts)
{
    send(VisitReport{status, clock_.now()});
    for (const auto& fact : facts)
        if (auto kept = keep(fact); !kept)
            return kept;
    return {};
}

void SupervisorLink::readerFound(const ReaderFound& found)
{
    send(found);
}

void SupervisorLink::armed(std::chrono::milliseconds cap)
{
    send(VisitArmed{cap});
}

void SupervisorLink::paneOpened()
{
    tell({AuditAct::PaneOpened, {}, {}});
}

Result<void> SupervisorLink::pageWanted(PageKind page)
{
    return keep({.act = AuditAct::PagePrinted, .page = page});
}

/// Facts are answered in the order they were told: number and sending belong together.
std::uint64_t SupervisorLink::tell(const AuditFact& fact)
{
    const std::lock_guard lock{telling_};
    send(fact);
    return ++factsTold_;
}

Result<void> SupervisorLink::keep(const AuditFact& fact)
{
    const bool waitsForNobody =
        fact.fault || fact.act == AuditAct::CardRead || fact.act == AuditAct::CentralAsked;
    const auto number = tell(fact);
    if (waitsForNobody)
        return {};
    std::unique_lock lock{answering_};
    const bool known = answer_.wait_for(lock, kPatience, [&] { return kept_.size() >= number; });
    if (known && kept_[number - 1])
        return {};
    return Fault{FaultCode::RecordNotKept, FaultSpace::None, known ? 0 : 1, "visit/audit"};
}

void SupervisorLink::answered(bool kept)
{
    const std::lock_guard lock{answering_};
    kept_.push_back(kept);
    answer_.notify_all();
}

} // namespace madoguchi
