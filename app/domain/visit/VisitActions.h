// SPDX-License-Identifier: Apache-2.0
// Carries out what the tables order: each action on its port, on that port's thread. What comes of it goes to
// the inbox.
#pragma once

#include "domain/visit/Actions.h"
#include "domain/visit/Inbox.h"
#include "domain/visit/VisitObserver.h"
#include "domain/visit/VisitPorts.h"
#include "foundation/base/Worker.h"

#include <chrono>
#include <stop_token>

namespace madoguchi {

class VisitActions {
public:
    /// `within`: how long a visit may hold data. `dossier` and the observer are used on the thread of
    /// carryOut().
    VisitActions(VisitPorts ports, std::chrono::milliseconds within, VisitObserver& observer, Inbox& inbox,
                 Dossier& dossier);

    void carryOut(const Action& action);
    [[nodiscard]] bool erased() const { return erased_; }

private:
    void on(const ReadCard&);
    void on(const AskPinTries&);
    void on(const VerifyPin&);
    void on(const ReadPortrait& order);
    void on(const ReleaseCard&);
    void on(const StartFace& order);
    void on(const GiveReference&);
    void on(const StopFace&);
    void on(const ShowPortrait&);
    void on(const ForgetPortrait&);
    void on(const FetchChallenge&);
    void on(const AskCentral& question);
    void on(const PutQuestion&);
    void on(const RepeatQuestion&);
    void on(const AskNumber&);
    void on(const ShowAnswer&);
    void on(const LookForBooking&);
    void on(const DeliverAnswer&);
    void on(const CallStaff&) {} // the status has said so
    void on(const ArmErasure&);
    void on(const EraseVisit&);

    /// Asks a port on its worker's thread: `ask(stop)` may block. What comes back goes to the inbox as
    /// `toLetter` words it.
    template<typename Ask, typename ToLetter>
    void call(Worker& worker, Ask ask, ToLetter toLetter)
    {
        worker.add([this, ask = std::move(ask), toLetter = std::move(toLetter)](std::stop_token stop) {
            auto answer = ask(std::move(stop));
            inbox_.put(toLetter(std::move(answer)));
        });
    }

    [[nodiscard]] Result<ChipPortrait> readPortrait(const SecurityNumber& typed, const std::stop_token& stop);
    void startFace(bool withReference, const ChipPortrait& portrait, const Bytes& certificate);
    [[nodiscard]] FaceCautions cautions(const ChipPortrait& portrait) const;
    [[nodiscard]] Result<void> countTry(const Bytes& certificate);
    void faceReported(const FaceReport& report, const Bytes& certificate);

    VisitPorts ports_;
    std::chrono::milliseconds within_;
    VisitObserver& observer_;
    Inbox& inbox_;
    Dossier& dossier_;
    bool erased_{false};
    Worker faceWorker_, centralWorker_, handOffWorker_, cardWorker_, listWorker_; // last: they use the others
};

} // namespace madoguchi
