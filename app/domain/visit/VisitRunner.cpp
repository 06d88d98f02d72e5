// SPDX-License-Identifier: Apache-2.0
#include "domain/visit/VisitRunner.h"

#include "domain/visit/Clocks.h"
#include "domain/visit/Inbox.h"
#include "domain/visit/Projections.h"
#include "domain/visit/VisitActions.h"
#include "domain/visit/VisitMachine.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace madoguchi {
namespace {

bool callsStaff(const Step& step)
{
    return std::any_of(step.actions.begin(), step.actions.end(),
                       [](const Action& action) { return std::holds_alternative<CallStaff>(action); });
}

Event eventOf(CardPresencePort::Change change, bool cardLeft)
{
    using enum CardPresencePort::Change;
    switch (change) {
    case Inserted:
        return cardLeft ? Event{CardAlreadyThere{}} : Event{CardInserted{}};
    case Removed:
        return CardTaken{};
    case ReaderLost:
        return madoguchi::ReaderLost{};
    case ReaderBack:
        return madoguchi::ReaderBack{};
    }
    return madoguchi::ReaderLost{};
}

} // namespace

struct VisitRunner::Impl {
    Impl(VisitPorts ports, Abilities abilities, VisitTimings timings, bool inPractice, VisitObserver& o)
        : presence{ports.presence}, practice{inPractice}, observer{o}, clocks{ports.clock, timings},
          actions{ports, timings.visit, o, inbox, dossier}
    {
        visit.abilities = std::move(abilities);
    }

    CardPresencePort& presence;
    bool practice;
    VisitObserver& observer;

    Visit visit;
    Dossier dossier;
    Clocks clocks;
    Inbox inbox;
    VisitActions actions;
    std::jthread watcher; // last: it uses the inbox

    void take(const Letter& letter)
    {
        auto step = next(visit, letter.event);
        if (!step.taken)
            return show(); // whoever did this waits for a screen
        if (letter.file)
            letter.file(dossier);
        const bool staffCalled = callsStaff(step);
        const auto before = std::exchange(visit, std::move(step.visit));
        // Staff know no later than the patient sees.
        const auto recorded = observer.statusChanged(statusOf(visit, dossier, staffCalled), step.facts);
        if (!recorded && !std::holds_alternative<RecordFailed>(letter.event)) {
            visit = before;
            return take({RecordFailed{recorded.fault()}});
        }
        clocks.follow(visit, step.restartsClock);
        for (const auto& action : step.actions)
            actions.carryOut(action);
        show();
    }

    void show()
    {
        if (!actions.erased())
            observer.screenChanged(screenOf(visit, dossier, practice, clocks.stepSecondsLeft()));
    }

    void watch(const std::stop_token& stop, bool cardLeft)
    {
        bool first = true;
        while (!stop.stop_requested()) {
            const auto change = presence.next(stop);
            if (!change) {
                if (stop.stop_requested())
                    return;
                inbox.put({ReaderLost{}});
                continue; // next() itself waits for the reader to come back
            }
            inbox.put({eventOf(*change, first && cardLeft)});
            first = false;
        }
    }
};

VisitRunner::VisitRunner(VisitPorts ports, Abilities abilities, VisitTimings timings, bool practice,
                         VisitObserver& observer)
    : impl_{std::make_unique<Impl>(ports, std::move(abilities), timings, practice, observer)}
{
}

VisitRunner::~VisitRunner() = default;

void VisitRunner::activate(bool cardLeft)
{
    impl_->inbox.put({TurnCame{}});
    impl_->watcher = std::jthread{
        [impl = impl_.get(), cardLeft](const std::stop_token& stop) { impl->watch(stop, cardLeft); }};
}

void VisitRunner::post(const PatientInput& input)
{
    impl_->inbox.put(letterOf(input));
}

void VisitRunner::post(const StaffInput& input)
{
    if (mayBeFiled(input))
        impl_->inbox.put(letterOf(input));
}

void VisitRunner::wake()
{
    impl_->inbox.wake();
}

void VisitRunner::run(std::stop_token stop)
{
    // Nothing has been done yet that could go on record.
    static_cast<void>(impl_->observer.statusChanged(statusOf(impl_->visit, impl_->dossier, false), {}));
    impl_->show();
    while (!stop.stop_requested() && !impl_->actions.erased()) {
        if (const auto letter = impl_->inbox.take(impl_->clocks.untilNext(), stop))
            impl_->take(*letter);
        if (impl_->actions.erased())
            return;
        if (const auto event = impl_->clocks.due())
            impl_->take({*event});
    }
}

} // namespace madoguchi
