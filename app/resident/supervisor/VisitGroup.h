// SPDX-License-Identifier: Apache-2.0
// One visit's process group, as the supervisor knows it: a descriptor that tells its end, a channel, and what
// the visit has said about itself. Destroying it kills the group.
#pragma once

#include "formats/status/BoardMessages.h"
#include "formats/status/DeskMessages.h"
#include "formats/status/VisitMessages.h"
#include "resident/supervisor/GroupSpawner.h"

#include <optional>

namespace madoguchi {

class VisitGroup {
public:
    using Time = std::chrono::milliseconds; ///< CLOCK_BOOTTIME

    VisitGroup(SpawnedGroup group, Time started) : group_{std::move(group)}, started_{started} {}
    ~VisitGroup();
    VisitGroup(const VisitGroup&) = delete;
    VisitGroup& operator=(const VisitGroup&) = delete;

    /// SIGKILL to the init: the kernel takes all the others with it.
    void kill();
    /// Reaps the init. Call it once pidFd() is readable; returns its wait code.
    int reap();

    /// Takes a fresh random number and becomes the active visit.
    Result<void> activate(bool cardLeft, std::vector<ReaderFound> readers, Time now);
    void send(const SupervisorMessage& message);
    Result<VisitMessage> receive();

    void markWarm() { warm_ = true; }
    void take(const VisitReport& report);

    [[nodiscard]] int pidFd() const { return group_.pidFd.value(); }
    [[nodiscard]] int channelFd() const { return group_.channel.fd(); }
    [[nodiscard]] bool warm() const { return warm_; }
    [[nodiscard]] bool active() const { return !visit_.empty(); }
    [[nodiscard]] bool begun() const { return begun_; } ///< a patient has come
    [[nodiscard]] const std::string& visit() const { return visit_; }
    [[nodiscard]] std::string tag() const { return visit_.substr(0, kVisitTagDigits); }
    [[nodiscard]] const VisitStatus& status() const { return report_.status; }
    [[nodiscard]] Time started() const { return started_; }
    /// A call for staff, which a visit says once, stands on it until somebody has come.
    [[nodiscard]] BoardRow row() const;
    void answerCall() { called_ = false; }

private:
    SpawnedGroup group_;
    Time started_;
    Time activated_{};
    bool warm_{false};
    bool begun_{false};
    bool called_{false}; ///< its patient wants staff, and nobody has come
    bool reaped_{false};
    std::string visit_;
    VisitReport report_;
};

} // namespace madoguchi
