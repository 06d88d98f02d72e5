// SPDX-License-Identifier: Apache-2.0
// The desk's door: a local socket on which programs of the same user get the board, whole, at once and at
// each change, as far as whoever sits there may see it, and give orders. Every right is checked here, for
// each message; what a desk shows or hides is of no account.
#pragma once

#include "domain/status/AuditFact.h"
#include "formats/status/BoardMessages.h"
#include "formats/status/DeskMessages.h"
#include "foundation/base/Worker.h"
#include "foundation/line/Channel.h"
#include "resident/supervisor/Deadline.h"
#include "resident/supervisor/EventLoop.h"
#include "resident/supervisor/Session.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace madoguchi {

/// What becomes of a desk's messages. `person` is who sits there; absent only for a sign-in that failed.
struct DeskHandlers {
    std::function<void(const DeskOrder&, const StaffPerson& person)> order;
    std::function<void(AuditAct act, const std::optional<StaffPerson>& person)> staff; ///< for the log
};

class DeskServer {
public:
    static constexpr std::size_t kMaxDesks = 8;

    /// Listens at `socket`; whatever an earlier start left there is removed.
    static Result<std::unique_ptr<DeskServer>> open(const std::filesystem::path& socket, EventLoop& loop,
                                                    StaffBook staff, const Clock& clock,
                                                    DeskHandlers handlers);
    ~DeskServer();
    DeskServer(const DeskServer&) = delete;
    DeskServer& operator=(const DeskServer&) = delete;

    /// To every desk. One that does not read is let go.
    void show(const BoardSnapshot& board);

private:
    struct Desk {
        std::uint64_t id{0};
        Channel channel;
        Session session;
        std::string shown;
    };
    /// A password takes longer to check than the loop may wait, so another thread does it.
    struct Checked {
        std::uint64_t id{0};
        std::optional<SignInVerdict> signIn;
        bool pinFits{false};
    };

    DeskServer(UniqueFd listener, UniqueFd checked, EventLoop& loop, StaffBook staff, const Clock& clock,
               DeskHandlers handlers);
    Result<void> watch();
    void accept();
    void listenTo(int fd);
    void hear(Desk& desk, DeskMessage message);
    void hear(Desk& desk, const DeskOrder& order);
    void hear(Desk& desk, SignIn& signIn);
    void hear(Desk& desk, Unlock& unlock);
    void hear(Desk& desk, const LockDesk&);
    void hear(Desk& desk, const SignOut&);
    void hear(Desk& desk, const StillHere&);
    void hear(Desk& desk, const ReleaseStaff& release);
    bool allowed(Desk& desk, DeskOperation operation);
    void put(Checked checked);
    void takeChecked();
    void lookAtSeal();
    void timePassed();
    void setTimer();
    bool tell(Desk& desk);
    void tellAll();
    void letGo(int fd);

    UniqueFd listener_, checkedFd_;
    EventLoop& loop_;
    StaffBook staff_;
    const Clock& clock_;
    DeskHandlers handlers_;
    std::map<int, Desk> desks_;
    std::uint64_t nextId_{1};
    bool sealBroken_{false}; ///< as the staff file last said
    BoardSnapshot board_;    ///< for whoever connects next
    Deadline timer_;
    std::mutex mutex_;
    std::vector<Checked> checked_;
    Worker worker_; // last: its thread uses the others
};

} // namespace madoguchi
