// SPDX-License-Identifier: Apache-2.0
#include "resident/supervisor/ExchangeGroups.h"

#include "formats/status/VisitMessages.h"

#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace madoguchi {
namespace {

void reap(const SpawnedGroup& group)
{
    siginfo_t end{};
    while (::waitid(P_PIDFD, static_cast<id_t>(group.pidFd.value()), &end, WEXITED) != 0 && errno == EINTR) {
    }
}

} // namespace

ExchangeGroups::ExchangeGroups(GroupCommand command, EventLoop& loop, Keep keep, Log log)
    : command_{std::move(command)}, loop_{loop}, keep_{std::move(keep)}, log_{std::move(log)}
{
}

ExchangeGroups::~ExchangeGroups()
{
    for (auto& slot : slots_) {
        loop_.forget(slot.respawn.fd());
        if (!slot.group)
            continue;
        loop_.forget(slot.group->pidFd.value());
        loop_.forget(slot.group->channel.fd());
        ::syscall(SYS_pidfd_send_signal, slot.group->pidFd.value(), SIGKILL, nullptr, 0);
        reap(*slot.group);
    }
}

Result<void> ExchangeGroups::start()
{
    for (auto& slot : slots_) {
        const auto watched = loop_.watch(slot.respawn.fd(), [this, &slot] {
            slot.respawn.acknowledge();
            spawn(slot);
        });
        if (!watched)
            return watched;
        spawn(slot);
    }
    return {};
}

void ExchangeGroups::spawn(Slot& slot)
{
    auto spawned = spawnGroup(command_);
    if (!spawned) {
        log_("the receipt computer's requests cannot be answered", spawned.fault());
        slot.backoff.failed();
        slot.respawn.in(slot.backoff.wait());
        return;
    }
    slot.group = std::move(*spawned);
    slot.served = false;
    // As for visits: a refusal by epoll means that there is no memory left.
    (void)loop_.watch(slot.group->channel.fd(), [this, &slot] { listen(slot); }).ok();
    (void)loop_.watch(slot.group->pidFd.value(), [this, &slot] { ended(slot); }).ok();
}

void ExchangeGroups::listen(Slot& slot)
{
    const auto message = slot.group->channel.receiveNow();
    if (!message) {
        if (message.fault().code == FaultCode::ChannelBroken)
            loop_.forget(slot.group->channel.fd()); // its end follows
        return;
    }
    const auto said = decodeVisitMessage(*message);
    const auto* fact = said ? std::get_if<AuditFact>(&*said) : nullptr;
    if (fact == nullptr || fact->act != AuditAct::RequestAnswered)
        return; // only that it is ready
    slot.served = true;
    keep_(fact->fault);
}

void ExchangeGroups::ended(Slot& slot)
{
    for (int words = 0; words < 2; ++words) // "ready" and "answered" are all it ever says
        listen(slot);
    loop_.forget(slot.group->pidFd.value());
    loop_.forget(slot.group->channel.fd());
    reap(*slot.group);
    slot.group.reset();
    if (slot.served) {
        slot.backoff.succeeded();
    } else {
        slot.backoff.failed();
        log_("a request of the receipt computer was not answered",
             {FaultCode::ChannelBroken, FaultSpace::None, 0, "supervisor/exchange"});
    }
    slot.respawn.in(slot.backoff.wait());
}

} // namespace madoguchi
