// SPDX-License-Identifier: Apache-2.0
#include "resident/supervisor/DeskServer.h"

#include "foundation/line/SocketAddress.h"

#include <openssl/crypto.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <cerrno>

namespace madoguchi {

namespace {

/// The folder keeps others out already; this holds even if somebody opens it up.
bool sameUser(int fd)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    return ::getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
           (peer.uid == ::geteuid() || peer.uid == 0);
}

Result<UniqueFd> listenAt(const std::filesystem::path& path)
{
    const auto address = socketAddress(path);
    if (!address)
        return address.fault();
    UniqueFd fd{::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)};
    ::unlink(path.c_str());
    if (!fd || ::bind(fd.value(), reinterpret_cast<const sockaddr*>(&*address), sizeof *address) != 0 ||
        ::listen(fd.value(), static_cast<int>(DeskServer::kMaxDesks)) != 0)
        return Fault{FaultCode::SettingsInvalid, FaultSpace::Errno, errno, "supervisor/listen"};
    return fd;
}

DeskOperation operationOf(StaffOrder order)
{
    switch (order) {
    case StaffOrder::OpenPane:
    case StaffOrder::TypeNumber:
        return DeskOperation::OpenPane;
    case StaffOrder::EndVisit:
        return DeskOperation::EndVisit;
    }
    return DeskOperation::OpenPane;
}

} // namespace

DeskServer::DeskServer(UniqueFd listener, UniqueFd checked, EventLoop& loop, StaffBook staff,
                       const Clock& clock, DeskHandlers handlers)
    : listener_{std::move(listener)}, checkedFd_{std::move(checked)}, loop_{loop}, staff_{std::move(staff)},
      clock_{clock}, handlers_{std::move(handlers)}
{
}

DeskServer::~DeskServer()
{
    for (const int fd : {listener_.value(), checkedFd_.value(), timer_.fd()})
        loop_.forget(fd);
    for (const auto& [fd, desk] : desks_)
        loop_.forget(fd);
}

Result<std::unique_ptr<DeskServer>> DeskServer::open(const std::filesystem::path& socket, EventLoop& loop,
                                                     StaffBook staff, const Clock& clock,
                                                     DeskHandlers handlers)
{
    auto listener = listenAt(socket);
    if (!listener)
        return listener.fault();
    UniqueFd checked{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    if (!checked)
        return Fault{FaultCode::Internal, FaultSpace::Errno, errno, "supervisor/eventfd"};
    std::unique_ptr<DeskServer> server{new DeskServer{std::move(*listener), std::move(checked), loop,
                                                      std::move(staff), clock, std::move(handlers)}};
    if (const auto watched = server->watch(); !watched)
        return watched.fault();
    return server;
}

Result<void> DeskServer::watch()
{
    auto watched = loop_.watch(listener_.value(), [this] { accept(); });
    if (watched)
        watched = loop_.watch(checkedFd_.value(), [this] { takeChecked(); });
    if (watched)
        watched = loop_.watch(timer_.fd(), [this] { timePassed(); });
    lookAtSeal();
    return watched;
}

void DeskServer::show(const BoardSnapshot& board)
{
    board_ = board;
    tellAll();
}

void DeskServer::tellAll()
{
    for (auto desk = desks_.begin(); desk != desks_.end();) {
        auto& [fd, who] = *desk++; // letGo() removes this one only
        if (!tell(who))
            letGo(fd);
    }
}

/// False when it does not read. Without the right to see them, the rows do not leave this process.
bool DeskServer::tell(Desk& desk)
{
    BoardSnapshot seen = board_;
    seen.session = desk.session.view();
    seen.sealBroken = sealBroken_;
    if (!desk.session.may(DeskOperation::SeeBoard))
        seen.rows.clear();
    auto message = encode(seen);
    if (message == desk.shown)
        return true;
    desk.shown = std::move(message);
    return desk.channel.send(desk.shown, std::chrono::milliseconds{0}).ok();
}

void DeskServer::accept()
{
    UniqueFd fd{::accept4(listener_.value(), nullptr, nullptr, SOCK_CLOEXEC)};
    if (!fd || !sameUser(fd.value()) || desks_.size() >= kMaxDesks)
        return; // closing is the answer
    const int number = fd.value();
    Desk desk{.id = nextId_++, .channel = Channel{std::move(fd)}, .session = {}, .shown = {}};
    if (tell(desk) && loop_.watch(number, [this, number] { listenTo(number); }))
        desks_.emplace(number, std::move(desk));
}

void DeskServer::listenTo(int fd)
{
    auto& desk = desks_.at(fd);
    auto message = desk.channel.receiveNow();
    if (!message && message.fault().code == FaultCode::TimedOut)
        return;
    auto said = message ? decodeDeskMessage(*message) : Result<DeskMessage>{message.fault()};
    if (message)
        OPENSSL_cleanse(message->data(), message->size()); // it may have been a password
    if (!said)
        return letGo(fd); // it has left, or does not speak our language
    hear(desk, *std::move(said));
    setTimer();
    if (!tell(desk))
        letGo(fd);
}

void DeskServer::letGo(int fd)
{
    loop_.forget(fd);
    desks_.erase(fd);
}

// -- What a desk says --

void DeskServer::hear(Desk& desk, DeskMessage message)
{
    desk.session.look(clock_.now());
    std::visit([&](auto& said) { hear(desk, said); }, message);
}

/// Refuses, and says so in the log, what the role may not do or nobody may do now.
bool DeskServer::allowed(Desk& desk, DeskOperation operation)
{
    if (desk.session.may(operation)) {
        desk.session.used(clock_.now());
        return true;
    }
    handlers_.staff(AuditAct::StaffRefused, desk.session.person());
    desk.session.refuse(DeskProblem::NotAllowed);
    return false;
}

void DeskServer::hear(Desk& desk, const DeskOrder& order)
{
    if (allowed(desk, operationOf(order.order)))
        handlers_.order(order, *desk.session.person());
}

void DeskServer::hear(Desk& desk, SignIn& signIn)
{
    if (desk.session.state() != SessionState::SignedOut && desk.session.state() != SessionState::Locked)
        return;
    desk.session.checking();
    const auto secret = std::make_shared<Secret>(std::move(signIn.password));
    worker_.add([this, id = desk.id, name = signIn.name, code = signIn.code, secret](std::stop_token) {
        put({id, staff_.signIn(name, *secret, code), false});
    });
}

void DeskServer::hear(Desk& desk, Unlock& unlock)
{
    if (desk.session.state() != SessionState::Locked)
        return;
    desk.session.checking();
    const auto secret = std::make_shared<Secret>(std::move(unlock.pin));
    worker_.add([this, id = desk.id, name = desk.session.person()->name, secret](std::stop_token) {
        put({id, std::nullopt, staff_.pinFits(name, *secret)});
    });
}

void DeskServer::hear(Desk& desk, const LockDesk&)
{
    desk.session.lock();
}

void DeskServer::hear(Desk& desk, const SignOut&)
{
    if (desk.session.state() == SessionState::Checking || !desk.session.person())
        return;
    handlers_.staff(AuditAct::StaffSignedOut, desk.session.person());
    desk.session.signOut();
}

void DeskServer::hear(Desk& desk, const StillHere&)
{
    if (desk.session.state() == SessionState::Open)
        desk.session.used(clock_.now());
}

void DeskServer::hear(Desk& desk, const ReleaseStaff& release)
{
    if (!allowed(desk, DeskOperation::ReleaseStaff))
        return;
    handlers_.staff(AuditAct::StaffReleased, desk.session.person());
    const auto released = staff_.release(release.name);
    if (!released || *released != StaffEdit::Done)
        desk.session.refuse(released ? DeskProblem::SignInWrong : DeskProblem::SignInImpossible);
}

// -- Checks --

void DeskServer::put(Checked checked)
{
    {
        const std::lock_guard lock{mutex_};
        checked_.push_back(std::move(checked));
    }
    ::eventfd_write(checkedFd_.value(), 1);
}

void DeskServer::takeChecked()
{
    eventfd_t count = 0;
    ::eventfd_read(checkedFd_.value(), &count);
    std::vector<Checked> done;
    {
        const std::lock_guard lock{mutex_};
        done.swap(checked_);
    }
    for (const auto& checked : done)
        for (auto& [fd, desk] : desks_) {
            if (desk.id != checked.id)
                continue; // whoever asked may have left meanwhile
            if (!checked.signIn) {
                desk.session.pinChecked(checked.pinFits, clock_.now());
                continue;
            }
            const bool in = checked.signIn->problem == DeskProblem::None;
            handlers_.staff(in ? AuditAct::StaffSignedIn : AuditAct::StaffSignInFailed,
                            checked.signIn->person);
            if (checked.signIn->emergency)
                handlers_.staff(AuditAct::StaffEmergencyUsed, checked.signIn->person);
            desk.session.signInChecked(*checked.signIn, clock_.now());
        }
    lookAtSeal();
    setTimer();
    tellAll();
}

/// A file that cannot be read says nothing new; nobody signs in then either.
void DeskServer::lookAtSeal()
{
    if (const auto broken = staff_.sealBroken())
        sealBroken_ = *broken;
}

void DeskServer::timePassed()
{
    timer_.acknowledge();
    for (auto& [fd, desk] : desks_)
        desk.session.look(clock_.now());
    setTimer();
    tellAll();
}

void DeskServer::setTimer()
{
    std::optional<Session::Time> next;
    for (const auto& [fd, desk] : desks_)
        if (const auto change = desk.session.nextChange())
            next = std::min(next.value_or(*change), *change);
    if (next)
        timer_.in(std::max(*next - clock_.now(), std::chrono::milliseconds{1}));
    else
        timer_.clear();
}

} // namespace madoguchi
