// SPDX-License-Identifier: Apache-2.0
#include "resident/supervisor/Supervisor.h"

#include "services/staff/Rights.h"

#include <algorithm>

namespace madoguchi {

namespace {

/// The kernel's own timer in the group goes first; ours is for the case that it was never armed.
constexpr std::chrono::milliseconds kAfterTheKernel{250};

/// An active visit without a patient that ends sooner than this is taken for a broken installation.
constexpr std::chrono::milliseconds kTooShort{2000};

AuditActor actorOf(AuditAct act)
{
    switch (act) {
    case AuditAct::IdentityProven:
    case AuditAct::ConsentAnswered:
    case AuditAct::FirstUseRegistered:
        return AuditActor::Patient;
    case AuditAct::StaffLooked:
    case AuditAct::PaneOpened:
    case AuditAct::PagePrinted:
    case AuditAct::StaffOrdered:
        return AuditActor::Staff;
    default:
        return AuditActor::Terminal;
    }
}

/// Who, when that is known.
void sign(AuditEntry& entry, const std::optional<StaffPerson>& person)
{
    if (!person)
        return;
    entry.staff = person->name;
    entry.role = name(person->role);
}

} // namespace

Supervisor::Supervisor(SupervisorPlan plan, EventLoop& loop, Board board, AuditLog& audit, const Clock& clock,
                       Log log)
    : plan_{std::move(plan)}, loop_{loop}, board_{std::move(board)}, audit_{audit}, clock_{clock},
      log_{std::move(log)}
{
}

Supervisor::~Supervisor()
{
    loop_.forget(respawn_.fd());
    for (const auto* slot : {active_.get(), spare_.get()})
        if (slot != nullptr)
            for (const int fd : {slot->group.pidFd(), slot->group.channelFd(), slot->deadline.fd()})
                loop_.forget(fd);
}

Result<void> Supervisor::start(const std::filesystem::path& boardSocket)
{
    auto desks = DeskServer::open(
        boardSocket, loop_, StaffBook{plan_.staffFolder, plan_.staffRules, clock_}, clock_,
        {.order = [this](const DeskOrder& order, const StaffPerson& person) { obey(order, person); },
         .staff = [this](AuditAct act, const auto& person) { noteStaff(act, person); }});
    if (!desks)
        return desks.fault();
    desks_ = std::move(*desks);
    const auto watched = loop_.watch(respawn_.fd(), [this] {
        respawn_.acknowledge();
        spawnSpare();
    });
    if (!watched)
        return watched;
    keep({.act = AuditAct::TerminalStarted});
    spawnSpare();
    if (const auto answering = startExchange(); !answering)
        return answering;
    show();
    return {};
}

Result<void> Supervisor::startExchange()
{
    if (plan_.exchange.program.empty())
        return {};
    exchange_ = std::make_unique<ExchangeGroups>(
        plan_.exchange, loop_,
        [this](std::optional<FaultCode> fault) { keep({.act = AuditAct::RequestAnswered, .fault = fault}); },
        log_);
    return exchange_->start();
}

void Supervisor::shutDown()
{
    if (ending_)
        return;
    ending_ = true;
    if (active_ && active_->group.begun())
        keepEnd(*active_);
    keep({.act = AuditAct::TerminalStopped});
    if (const auto signedHead = audit_.signHead(); !signedHead)
        log_("the audit log cannot be signed", signedHead.fault());
    loop_.stop(); // the destructors kill and reap both groups
}

// -- Groups --

void Supervisor::spawnSpare()
{
    if (spare_ || ending_)
        return;
    auto spawned = spawnGroup(plan_.visit);
    if (!spawned) {
        log_("no visit can be started", spawned.fault());
        backoff_.failed();
        respawn_.in(backoff_.wait());
        return;
    }
    spare_.reset(new Slot{.group = {std::move(*spawned), clock_.now()}, .deadline = {}});
    Slot* slot = spare_.get();
    slot->deadline.in(plan_.startLimit);
    // A refusal by epoll means that there is no memory left; then this process is not there much longer
    // either.
    (void)loop_.watch(slot->deadline.fd(), [this, slot] { overstayed(*slot); }).ok();
    (void)loop_.watch(slot->group.channelFd(), [this, slot] { listenTo(*slot); }).ok();
    (void)loop_.watch(slot->group.pidFd(), [this, slot] { groupEnded(*slot); }).ok();
}

void Supervisor::promoteSpare()
{
    if (active_ || !spare_ || spare_->ended || !spare_->group.warm())
        return;
    if (const auto activated = spare_->group.activate(cardLeft_, readers_, clock_.now()); !activated) {
        log_("no visit can be activated", activated.fault());
        spare_->group.kill();
        return;
    }
    cardLeft_ = false;
    active_ = std::move(spare_);
    respawn_.in(backoff_.wait());
}

void Supervisor::groupEnded(Slot& slot)
{
    slot.ended = clock_.now();
    for (auto message = slot.group.receive(); message; message = slot.group.receive())
        heard(slot, *message); // its last words may still lie in the channel
    for (const int fd : {slot.group.pidFd(), slot.group.channelFd(), slot.deadline.fd()})
        loop_.forget(fd);
    slot.group.reap();
    judge(slot);
    if (&slot == active_.get()) {
        activeEnded(slot);
    } else {
        spare_.reset();
        respawn_.in(backoff_.wait());
    }
    show();
}

void Supervisor::activeEnded(Slot& slot)
{
    const SlotPtr ended = std::move(active_);
    const VisitStatus& status = slot.group.status();
    // Who ended without saying goodbye may have left a card behind: it must not be taken for a new patient's.
    cardLeft_ = status.cardLeft || (slot.group.begun() && status.stage != Stage::Erasing);
    respawn_.in(backoff_.wait());
    promoteSpare(); // the next patient first, the books afterwards
    if (!slot.group.begun())
        return;
    BoardRow row = slot.group.row();
    row.ended = *slot.ended;
    board_.ended(std::move(row));
    lastOutcome_ = status.outcome;
    keepEnd(slot);
    if (plan_.once)
        shutDown();
}

/// Learns from a group's life whether the next one should wait.
void Supervisor::judge(const Slot& slot)
{
    const bool served = slot.group.begun();
    const bool livedLong = slot.group.active() && clock_.now() - slot.group.started() >= kTooShort;
    if (served || livedLong)
        return backoff_.succeeded();
    backoff_.failed();
    log_("a visit ended before it served anybody",
         {FaultCode::ChannelBroken, FaultSpace::None, 0, "supervisor/visit"});
}

// -- What a group says --

void Supervisor::listenTo(Slot& slot)
{
    const auto message = slot.group.receive();
    if (!message && message.fault().code == FaultCode::TimedOut)
        return;
    if (!message && message.fault().code == FaultCode::ChannelBroken)
        return loop_.forget(slot.group.channelFd()); // its end follows, or its deadline does
    if (!message) {
        log_("a visit said what no visit says", message.fault());
        return slot.group.kill();
    }
    heard(slot, *message);
    show();
}

void Supervisor::heard(Slot& slot, const VisitMessage& message)
{
    std::visit([&](const auto& said) { heard(slot, said); }, message);
}

void Supervisor::heard(Slot& slot, const VisitReady&)
{
    if (slot.group.warm())
        return; // said twice, it must not take back the deadline
    slot.group.markWarm();
    slot.deadline.clear();
    promoteSpare();
}

void Supervisor::heard(Slot& slot, const VisitReport& report)
{
    const bool begunBefore = slot.group.begun();
    slot.group.take(report);
    if (begunBefore || !slot.group.begun())
        return;
    keep({.act = AuditAct::VisitBegun, .visit = slot.group.visit()});
    limitStay(slot, plan_.cap);
}

void Supervisor::heard(Slot& slot, const VisitArmed& armed)
{
    limitStay(slot, std::min(armed.cap, plan_.cap));
}

void Supervisor::heard(Slot& slot, const AuditFact& fact)
{
    AuditEntry entry{.actor = actorOf(fact.act),
                     .act = fact.act,
                     .method = fact.method,
                     .page = fact.page,
                     .visit = slot.group.visit(),
                     .fault = fact.fault};
    if (entry.actor == AuditActor::Staff)
        sign(entry, slot.attendant);
    const bool kept = keep(entry);
    slot.group.send(kept ? SupervisorMessage{FactKept{}} : SupervisorMessage{FactLost{}});
}

void Supervisor::heard(Slot&, const ReaderFound& found)
{
    const auto known = std::ranges::find(readers_, found.reader, &ReaderFound::reader);
    if (known != readers_.end())
        *known = found;
    else if (readers_.size() < kMaxReaders)
        readers_.push_back(found);
}

// -- Deadlines --

/// Nothing a visit says later moves its end further away.
void Supervisor::limitStay(Slot& slot, std::chrono::milliseconds cap)
{
    const auto end = clock_.now() + cap + kAfterTheKernel;
    if (slot.end && *slot.end <= end)
        return;
    slot.end = end;
    slot.deadline.in(cap + kAfterTheKernel);
}

void Supervisor::overstayed(Slot& slot)
{
    slot.deadline.acknowledge();
    slot.overstayed = true;
    log_("a visit overstayed and is ended",
         {FaultCode::TimedOut, FaultSpace::None, 0, "supervisor/deadline"});
    slot.group.kill();
}

// -- Desk and books --

void Supervisor::obey(const DeskOrder& order, const StaffPerson& person)
{
    if (!active_ || active_->group.tag() != order.tag)
        return; // the row has ended meanwhile
    AuditEntry entry{
        .actor = AuditActor::Staff, .act = AuditAct::StaffOrdered, .visit = active_->group.visit()};
    sign(entry, person);
    keep(entry);
    if (order.order != StaffOrder::EndVisit)
        active_->attendant = person; // what is done in the window is theirs
    active_->group.send(order.order);
    if (order.order != StaffOrder::OpenPane)
        return;
    active_->group.answerCall();
    show();
}

void Supervisor::noteStaff(AuditAct act, const std::optional<StaffPerson>& person)
{
    AuditEntry entry{.actor = AuditActor::Staff, .act = act};
    sign(entry, person);
    keep(entry);
}

void Supervisor::keepEnd(const Slot& slot)
{
    keep({.act = slot.overstayed ? AuditAct::VisitKilled : AuditAct::VisitEnded,
          .method = slot.group.status().proof,
          .visit = slot.group.visit(),
          .fault = slot.group.status().fault});
}

bool Supervisor::keep(const AuditEntry& entry)
{
    const auto kept = audit_.append(entry);
    board_.auditFailing(!kept);
    if (!kept)
        log_("the audit log cannot be written", kept.fault());
    return kept.ok();
}

void Supervisor::show()
{
    board_.active(active_ ? std::optional{active_->group.row()} : std::nullopt);
    board_.spareWarm(spare_ && spare_->group.warm());
    if (desks_)
        desks_->show(board_.snapshot());
}

} // namespace madoguchi
