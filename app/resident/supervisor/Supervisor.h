// SPDX-License-Identifier: Apache-2.0
// Keeps one visit active and the next one warm. When the active group has ended, to the last process, the
// spare takes its place at once and another spare is started. Holds no personal data: what it hears of a
// visit is a VisitStatus.
#pragma once

#include "resident/supervisor/Backoff.h"
#include "resident/supervisor/Board.h"
#include "resident/supervisor/Deadline.h"
#include "resident/supervisor/DeskServer.h"
#include "resident/supervisor/EventLoop.h"
#include "resident/supervisor/ExchangeGroups.h"
#include "resident/supervisor/GroupSpawner.h"
#include "resident/supervisor/VisitGroup.h"
#include "services/audit/AuditLog.h"

#include <functional>
#include <optional>

namespace madoguchi {

struct SupervisorPlan {
    GroupCommand visit;
    std::chrono::milliseconds cap{};                                ///< no group with a patient lives longer
    std::chrono::milliseconds startLimit{std::chrono::seconds{30}}; ///< for a group to become warm
    GroupCommand exchange{}; ///< answers the receipt computer's requests; no program = nobody does
    bool once{false};        ///< end with the first visit that had a patient
    std::filesystem::path staffFolder{};
    StaffBook::Rules staffRules{};
};

class Supervisor {
public:
    /// For support, on standard error: places and codes, nothing else.
    using Log = std::function<void(std::string_view what, const Fault& fault)>;

    Supervisor(SupervisorPlan plan, EventLoop& loop, Board board, AuditLog& audit, const Clock& clock,
               Log log);
    ~Supervisor();
    Supervisor(const Supervisor&) = delete;
    Supervisor& operator=(const Supervisor&) = delete;

    /// Opens the desk's socket and starts the first group.
    Result<void> start(const std::filesystem::path& boardSocket);

    /// Ends every group now and leaves the loop.
    void shutDown();

    /// Of the last visit that had a patient.
    [[nodiscard]] Outcome lastOutcome() const { return lastOutcome_; }

private:
    /// A group with its own second deadline: for becoming warm, then for the patient.
    struct Slot {
        VisitGroup group;
        Deadline deadline;
        bool overstayed{false};
        std::optional<StaffPerson> attendant{};  ///< who opened the staff's window last
        std::optional<VisitGroup::Time> end{};   ///< when it will be killed
        std::optional<VisitGroup::Time> ended{}; ///< when its last process was gone
    };
    using SlotPtr = std::unique_ptr<Slot>;

    Result<void> startExchange();
    void spawnSpare();
    void promoteSpare();
    void listenTo(Slot& slot);
    void heard(Slot& slot, const VisitMessage& message);
    void heard(Slot& slot, const VisitReady& ready);
    void heard(Slot& slot, const VisitReport& report);
    void heard(Slot& slot, const VisitArmed& armed);
    void heard(Slot& slot, const AuditFact& fact);
    void heard(Slot& slot, const ReaderFound& found);
    void limitStay(Slot& slot, std::chrono::milliseconds cap);
    void overstayed(Slot& slot);
    void groupEnded(Slot& slot);
    void activeEnded(Slot& slot);
    void keepEnd(const Slot& slot);
    void judge(const Slot& slot);
    void obey(const DeskOrder& order, const StaffPerson& person);
    void noteStaff(AuditAct act, const std::optional<StaffPerson>& person);
    bool keep(const AuditEntry& entry);
    void show();

    SupervisorPlan plan_;
    EventLoop& loop_;
    Board board_;
    AuditLog& audit_;
    const Clock& clock_;
    Log log_;
    std::unique_ptr<DeskServer> desks_;
    std::unique_ptr<ExchangeGroups> exchange_;
    SlotPtr active_;
    SlotPtr spare_;
    Backoff backoff_;
    Deadline respawn_;
    std::vector<ReaderFound> readers_; ///< what visits have found out, for the next ones
    bool cardLeft_{false};
    bool ending_{false};
    Outcome lastOutcome_{Outcome::None};
};

} // namespace madoguchi
