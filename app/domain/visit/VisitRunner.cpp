// SPDX-License-Identifier: Apache-2.0
#include "domain/visit/VisitRunner.h"
#include "domain/record/StaffInput.h"

#include "foundation/base/CivilDate.h"
#include "domain/eligibility/MaskedName.h"
#include "domain/eligibility/PhotoCautions.h"
#include "foundation/base/Worker.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <random>

namespace madoguchi {
namespace {

/// What travels beside the events, from port to port. Lives as long as the group does.
struct Dossier {
    CardRecord card;
    Challenge challenge;
    PinDigits pin;
    SecurityNumber securityNumber;
    NumberQuery numberQuery;
    EligibilityQuery question; ///< the last signed one
    ChipPortrait portrait;
    CentralAnswer answer;
    HandOver handOver;
    ReservationFound reservation;
};

/// Something for the runner's thread to take in: it may file a payload, and names the event that happened.
using Delivery = std::function<std::optional<Event>(Dossier&)>;

class Inbox {
public:
    void put(Delivery delivery)
    {
        {
            const std::lock_guard lock{mutex_};
            deliveries_.push_back(std::move(delivery));
        }
        arrived_.notify_one();
    }

    /// The next delivery, or nothing when `within` has passed or stop was requested.
    std::optional<Delivery> take(std::chrono::milliseconds within, std::stop_token stop)
    {
        std::unique_lock lock{mutex_};
        if (!arrived_.wait_for(lock, stop, within, [this] { return !deliveries_.empty(); }))
            return std::nullopt;
        auto delivery = std::move(deliveries_.front());
        deliveries_.pop_front();
        return delivery;
    }

private:
    std::mutex mutex_;
    std::condition_variable_any arrived_;
    std::deque<Delivery> deliveries_;
};

Outcome outcomeOf(const EligibilityAnswer& answer)
{
    const bool valid = answer.validity == Validity::Valid || answer.validity == Validity::ValidUnregistered;
    return answer.processingStatus == "1" && valid ? Outcome::Received : Outcome::SeeReception;
}

/// 128 bits that say nothing about anybody: the central system tells a repeated question by it.
std::string randomKey()
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::random_device random;
    std::string key(32, '0');
    for (auto& digit : key)
        digit = kDigits[random() % kDigits.size()];
    return key;
}

} // namespace

struct VisitRunner::Impl {
    Impl(VisitPorts p, Abilities abilities, VisitTimings t, bool inPractice, VisitObserver& o)
        : ports{p}, timings{t}, practice{inPractice}, observer{o}
    {
        visit.abilities = std::move(abilities);
    }

    VisitPorts ports;
    VisitTimings timings;
    bool practice;
    VisitObserver& observer;

    Visit visit;
    Dossier dossier;
    bool lineUp{true};
    bool myTurn{false};
    bool staffCalled{false};
    bool erased{false};
    std::optional<Clock::Tick> stepEnd;
    std::optional<Clock::Tick> visitEnd;

    Inbox inbox;
    std::jthread watcher;
    // After the inbox they deliver to.
    Worker faceWorker, centralWorker, handOffWorker, cardWorker, listWorker;

    void deliver(Event event)
    {
        inbox.put([e = std::move(event)](Dossier&) { return std::optional{e}; });
    }

    /// The deadlines that apply at the stage just reached.
    void startClocks(Stage before, bool restart)
    {
        const auto now = ports.clock.now();
        const bool noLongerIdle = visit.stage != Stage::Idle && visit.stage != Stage::OutOfService;
        if (noLongerIdle && !visitEnd)
            visitEnd = now + timings.visit;
        if (!noLongerIdle)
            visitEnd.reset();
        if (before == visit.stage && !restart)
            return;
        auto limit = timings.of(visit.stage);
        if (visit.stage == Stage::Finished && !visit.cardPresent)
            limit = timings.finishedWithoutCard;
        if (securityNumberWanted()) // staff have to come for it
            limit = timings.of(Stage::WaitingForStaff);
        stepEnd = limit.count() > 0 ? std::optional{now + limit} : std::nullopt;
    }

    void take(const Event& event)
    {
        auto step = next(visit, event);
        const auto before = std::exchange(visit, std::move(step.visit));
        staffCalled = std::any_of(step.actions.begin(), step.actions.end(), [](const Action& action) {
            return std::holds_alternative<CallStaff>(action);
        });
        const auto recorded = observer.statusChanged(status()); // staff know no later than the patient sees
        if (!recorded && !std::holds_alternative<RecordFailed>(event)) {
            visit = before;
            return take(RecordFailed{recorded.fault()});
        }
        const bool restart =
            std::holds_alternative<MoreTimeWanted>(event) || std::holds_alternative<StepTimedOut>(event) ||
            std::holds_alternative<CardTaken>(event) || std::holds_alternative<PinTriesKnown>(event) ||
            std::holds_alternative<PortraitFailed>(event);
        startClocks(before.stage, restart);
        for (const auto& action : step.actions)
            std::visit([this](const auto& a) { execute(a); }, action);
        if (before.stage == Stage::WaitingForStaff && visit.stage != before.stage)
            forgetPortrait();
        if (!erased)
            observer.screenChanged(screen());
    }

    [[nodiscard]] Screen screen() const
    {
        Screen screen;
        screen.stage = visit.lingering ? Stage::Idle : visit.stage; // the next patient may come
        screen.language = visit.language;
        screen.practice = practice;
        screen.lineUp = lineUp;
        screen.myTurn = myTurn;
        screen.withoutCard = visit.noCard;
        screen.methods = offeredMethods(visit);
        screen.consentItems = visit.abilities.consentItems;
        screen.pinTriesLeft = visit.pinTriesLeft;
        screen.confirmLastTry = visit.pinTriesLeft == 1 && !visit.lastTryConfirmed;
        screen.fault = visit.fault;
        screen.guidance = visit.guidance;
        screen.faceMisses = visit.faceMisses;
        screen.mayCancel = mayCancel(visit.stage);
        screen.outcome = visit.outcome;
        if (!visit.lingering && !visit.noCard && !dossier.answer.eligibility.results.empty())
            screen.maskedName = maskedName(dossier.answer.eligibility.results.front().name);
        if (stepEnd)
            screen.stepSecondsLeft = static_cast<int>((*stepEnd - ports.clock.now()).count() / 1000);
        screen.certificateEndsSoon = visit.certificate == CertificateState::EndsSoon;
        if (visit.certificate != CertificateState::Valid)
            screen.certificateEnd = isoDate(dossier.card.certificateEnd);
        return screen;
    }

    [[nodiscard]] bool securityNumberWanted() const
    {
        return visit.stage == Stage::LookingAtFace && !visit.portraitRead && !visit.abilities.cardCamera &&
               !visit.securityNumberKnown;
    }

    [[nodiscard]] VisitStatus status() const
    {
        VisitStatus status;
        status.stage = visit.stage;
        status.fault = visit.fault;
        status.outcome = visit.outcome;
        status.reason = dossier.answer.eligibility.reason;
        status.proof = visit.proof;
        status.reservation = dossier.reservation.person;
        status.booked = dossier.reservation.booked;
        status.staffCalled = staffCalled;
        status.securityNumberWanted = securityNumberWanted();
        status.kanjiNameOmitted = dossier.handOver.kanjiNameOmitted;
        status.withoutCard = visit.noCard;
        status.mayAskAgain = requery(visit) != Requery::No;
        status.mayBegin = mayBeginByNumber(visit);
        status.cardLeft = visit.cardPresent && !visit.freshCard;
        status.handOverFile = dossier.handOver.fileName;
        return status;
    }

    // -- actions
    // --------------------------------------------------------------------------------------------------

    void execute(const ReadCard&)
    {
        // From here on somebody's data may arrive: the kernel's timer is set before the first byte does.
        if (const auto armed = ports.erasure.arm(timings.visit); !armed)
            return deliver(CardFailed{armed.fault()});
        cardWorker.add([this](std::stop_token) {
            inbox.put([result = ports.card.read()](Dossier& dossier_) -> std::optional<Event> {
                if (!result)
                    return CardFailed{result.fault()};
                dossier_.card = *result;
                return CardWasRead{result->certificateState};
            });
        });
    }

    void execute(const FetchChallenge&)
    {
        centralWorker.add([this](std::stop_token) {
            inbox.put([this, result = ports.central.challenge()](Dossier& dossier_) -> std::optional<Event> {
                lineUp = result.ok();
                if (!result)
                    return ChallengeFailed{result.fault()};
                dossier_.challenge = *result;
                return ChallengeArrived{};
            });
        });
    }

    void execute(const AskPinTries&)
    {
        cardWorker.add([this](std::stop_token) {
            const auto tries = ports.card.pinTries();
            deliver(tries ? Event{PinTriesKnown{tries->left}} : Event{CardFailed{tries.fault()}});
        });
    }

    void execute(const VerifyPin&)
    {
        cardWorker.add([this, pin = std::exchange(dossier.pin, {})](std::stop_token) {
            const auto verified = ports.card.verifyPin(pin);
            deliver(verified ? Event{PinVerified{}} : Event{CardFailed{verified.fault()}});
        });
    }

    void execute(const StartFace&)
    {
        faceWorker.add([this, again = visit.portraitRead, portrait = dossier.portrait,
                        certificate = dossier.card.certificate](std::stop_token) {
            if (const auto allowed = countTry(certificate); !allowed)
                return deliver(FaceFailed{allowed.fault()});
            auto started = ports.face.start(
                [this, certificate](const FaceReport& report) { faceReported(report, certificate); });
            if (started && again)
                started = ports.face.giveReference(portrait, cautions(portrait));
            if (!started)
                faceReported(started.fault(), certificate);
        });
    }

    Result<void> countTry(const Bytes& certificate)
    {
        if (ports.faceTries == nullptr)
            return Fault{FaultCode::RecordNotKept, FaultSpace::None, 0, "visit/faceTries"};
        return ports.faceTries->begin(certificate);
    }

    /// Only a comparison that did not confirm counts. A count that cannot be lowered again errs on the safe
    /// side.
    void uncountTry(const FaceReport& report, const Bytes& certificate)
    {
        const auto* decision = std::get_if<FaceDecision>(&report);
        const bool accepted = decision != nullptr && decision->verdict == FaceVerdict::Accepted;
        if (accepted || std::holds_alternative<Fault>(report))
            static_cast<void>(ports.faceTries->takeBack(certificate, accepted));
    }

    void faceReported(const FaceReport& report, const Bytes& certificate)
    {
        uncountTry(report, certificate);
        if (const auto* guidance = std::get_if<Guidance>(&report))
            deliver(FaceGuided{*guidance});
        else if (const auto* decision = std::get_if<FaceDecision>(&report))
            deliver(FaceDecided{decision->verdict});
        else
            deliver(FaceFailed{std::get<Fault>(report)});
    }

    void execute(const ReadPortrait& order)
    {
        auto typed = order.source == NumberSource::Staff ? std::exchange(dossier.securityNumber, {})
                                                         : SecurityNumber{};
        cardWorker.add([this, typed = std::move(typed)](std::stop_token stop) {
            const auto portrait = readPortrait(typed, stop);
            if (!portrait)
                return deliver(PortraitFailed{portrait.fault()});
            inbox.put([this, portrait](Dossier& dossier_) -> std::optional<Event> {
                dossier_.portrait = *portrait;
                if (visit.stage == Stage::LookingAtFace)
                    giveReference(*portrait);
                else if (visit.stage == Stage::WaitingForStaff)
                    observer.portraitShown(*portrait);
                return PortraitWasRead{};
            });
        });
    }

    Result<ChipPortrait> readPortrait(const SecurityNumber& typed, std::stop_token stop)
    {
        if (!typed.empty())
            return ports.card.readPortrait(typed, NumberSource::Staff);
        if (ports.cardFace == nullptr)
            return Fault{FaultCode::SecurityNumberWrong, FaultSpace::None, 0, "visit/readPortrait"};
        auto number = ports.cardFace->read(stop);
        return number ? ports.card.readPortrait(*std::move(number), NumberSource::Camera)
                      : Result<ChipPortrait>{number.fault()};
    }

    [[nodiscard]] FaceCautions cautions(const ChipPortrait& portrait) const
    {
        return cautionsFor(portrait, civilDay(ports.clock.wallTime()));
    }

    void giveReference(const ChipPortrait& portrait)
    {
        faceWorker.add([this, portrait](std::stop_token) {
            if (const auto given = ports.face.giveReference(portrait, cautions(portrait)); !given)
                deliver(FaceFailed{given.fault()});
        });
    }

    void execute(const StopFace&)
    {
        if (visit.stage != Stage::WaitingForStaff)
            forgetPortrait();
        else if (!dossier.portrait.jpeg2000.empty())
            observer.portraitShown(dossier.portrait);
        faceWorker.add([this](std::stop_token) { ports.face.stop(); });
    }

    void forgetPortrait()
    {
        dossier.portrait = {};
        observer.portraitShown(dossier.portrait);
    }

    void execute(const ArmErasure&)
    {
        if (const auto armed = ports.erasure.arm(timings.visit); !armed)
            deliver(VisitTimedOut{}); // nothing may be typed that could stay
    }

    void execute(const AskNumber&)
    {
        centralWorker.add([this, query = dossier.numberQuery](std::stop_token) {
            inbox.put(
                [this, result = ports.central.askByNumber(query)](Dossier& dossier_) -> std::optional<Event> {
                    lineUp = result.ok() || result.fault().code != FaultCode::LineDown;
                    if (!result)
                        return CentralFailed{result.fault()};
                    dossier_.answer = {false, *result};
                    observer.answered(*result);
                    lookForReservation(*result);
                    return Answered{outcomeOf(*result)};
                });
        });
    }

    void execute(const AskCentral& question)
    {
        EligibilityQuery query;
        query.certificate = dossier.card.certificate;
        query.nonce = dossier.challenge.nonce;
        query.consents = question.consents;
        query.method = question.method;
        query.registerFirstUse = question.registerFirstUse;
        query.idempotencyKey = randomKey();
        dossier.question = {};
        cardWorker.add([this, query](std::stop_token) { sign(query); });
    }

    void sign(EligibilityQuery query)
    {
        auto signature = ports.card.sign(
            querySubject(query.nonce, query.consents, query.method, query.registerFirstUse), query.method);
        if (!signature)
            return deliver(CardFailed{signature.fault()});
        query.signature = *std::move(signature);
        inbox.put([this, query = std::move(query)](Dossier& dossier_) -> std::optional<Event> {
            dossier_.question = query;
            execute(RepeatQuestion{});
            return std::nullopt;
        });
    }

    /// With its own key: the central system answers a question once, however often it hears it.
    void execute(const RepeatQuestion&)
    {
        if (dossier.question.signature.empty()) // the card had not signed it yet
            return deliver(CentralFailed{Fault{FaultCode::TimedOut, FaultSpace::None, 0, "visit/question"}});
        centralWorker.add([this, query = dossier.question](std::stop_token) { ask(query); });
    }

    void ask(const EligibilityQuery& query)
    {
        inbox.put([this, result = ports.central.ask(query)](Dossier& dossier_) -> std::optional<Event> {
            lineUp = result.ok() || result.fault().code != FaultCode::LineDown;
            if (visit.noCard) // staff have gone on with a number
                return std::nullopt;
            if (!result)
                return CentralFailed{result.fault()};
            dossier_.answer = *result;
            if (result->firstUse)
                return FirstUseFound{};
            observer.answered(result->eligibility);
            lookForReservation(result->eligibility);
            return Answered{outcomeOf(result->eligibility)};
        });
    }

    /// Beside everything else: nobody waits for what the lists say.
    void lookForReservation(const EligibilityAnswer& answer)
    {
        dossier.reservation = {};
        if (ports.reservations == nullptr || answer.results.empty())
            return;
        listWorker.add([this, answer](std::stop_token) {
            inbox.put(
                [this, found = ports.reservations->find(answer)](Dossier& dossier_) -> std::optional<Event> {
                    dossier_.reservation = found ? *found : ReservationFound{Reservation::ListUnreadable};
                    staffCalled = false; // they were called once
                    const bool told = dossier_.reservation.person || dossier_.reservation.booked;
                    if (told && !erased) // nothing was done that could go on record
                        static_cast<void>(observer.statusChanged(status()));
                    return std::nullopt;
                });
        });
    }

    /// By way of the card's thread: "take your card" is not said before the card has been released.
    void execute(const DeliverAnswer&)
    {
        cardWorker.add([this, answer = dossier.answer.eligibility](std::stop_token) {
            handOffWorker.add([this, answer](std::stop_token) { handOver(answer); });
        });
    }

    void handOver(const EligibilityAnswer& answer)
    {
        inbox.put([result = ports.handOff.deliver(answer)](Dossier& dossier_) -> std::optional<Event> {
            if (!result)
                return HandOffFailed{result.fault()};
            dossier_.handOver = *result;
            return HandedOver{};
        });
    }

    void execute(const ReleaseCard&)
    {
        cardWorker.add([this](std::stop_token) { ports.card.release(); });
    }

    void execute(const CallStaff&) {} // the status has said so

    void execute(const EraseVisit&)
    {
        erased = true; // the last word has left
        ports.erasure.erase();
    }

    // -- inputs
    // ---------------------------------------------------------------------------------------------------

    void watch(std::stop_token stop, bool cardLeft)
    {
        bool first = true;
        while (!stop.stop_requested()) {
            const auto change = ports.presence.next(stop);
            if (!change) {
                if (stop.stop_requested())
                    return;
                deliver(ReaderLost{});
                continue; // next() itself waits for the reader to come back
            }
            deliver(eventOf(*change, first && cardLeft));
            first = false;
        }
    }

    static Event eventOf(CardPresencePort::Change change, bool cardLeft)
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

    void lookAtClock()
    {
        const auto now = ports.clock.now();
        if (visitEnd && now >= *visitEnd) {
            visitEnd.reset();
            take(VisitTimedOut{});
        } else if (stepEnd && now >= *stepEnd) {
            stepEnd.reset();
            take(StepTimedOut{});
        }
    }

    [[nodiscard]] std::chrono::milliseconds untilDeadline() const
    {
        auto wait = std::chrono::milliseconds{std::chrono::hours{1}};
        for (const auto& end : {stepEnd, visitEnd})
            if (end)
                wait = std::clamp(*end - ports.clock.now(), std::chrono::milliseconds{0}, wait);
        return wait;
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
    impl_->inbox.put([impl = impl_.get()](Dossier&) -> std::optional<Event> {
        impl->myTurn = true;
        impl->observer.screenChanged(impl->screen());
        return std::nullopt;
    });
    impl_->watcher =
        std::jthread{[impl = impl_.get(), cardLeft](std::stop_token stop) { impl->watch(stop, cardLeft); }};
}

void VisitRunner::post(const PatientInput& input)
{
    impl_->inbox.put([input](Dossier& dossier) -> std::optional<Event> {
        return std::visit(
            [&](const auto& value) -> Event {
                if constexpr (std::is_same_v<std::decay_t<decltype(value)>, PinEntered>) {
                    dossier.pin = value.pin;
                    return PinTyped{};
                } else {
                    return value;
                }
            },
            input);
    });
}

void VisitRunner::post(const StaffInput& input)
{
    impl_->inbox.put([input](Dossier& dossier) -> std::optional<Event> {
        return std::visit(
            [&](const auto& value) -> Event {
                if constexpr (std::is_same_v<std::decay_t<decltype(value)>, SecurityNumberGiven>) {
                    dossier.securityNumber = value.number;
                    return SecurityNumberTyped{};
                } else if constexpr (std::is_same_v<std::decay_t<decltype(value)>, NumberGiven>) {
                    dossier.numberQuery = value.query;
                    return NumberTyped{};
                } else {
                    return value;
                }
            },
            input);
    });
}

void VisitRunner::wake()
{
    impl_->inbox.put([](Dossier&) { return std::nullopt; });
}

void VisitRunner::run(std::stop_token stop)
{
    static_cast<void>(impl_->observer.statusChanged(impl_->status())); // nothing has been done yet
    impl_->observer.screenChanged(impl_->screen());
    while (!stop.stop_requested() && !impl_->erased) {
        const auto delivery = impl_->inbox.take(impl_->untilDeadline(), stop);
        if (delivery)
            if (const auto event = (*delivery)(impl_->dossier))
                impl_->take(*event);
        if (!impl_->erased)
            impl_->lookAtClock();
    }
}

} // namespace madoguchi
