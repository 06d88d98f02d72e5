// SPDX-License-Identifier: Apache-2.0
#include "domain/visit/VisitActions.h"

#include "domain/eligibility/PhotoCautions.h"
#include "foundation/base/CivilDate.h"

#include <random>
#include <string>
#include <utility>

namespace madoguchi {
namespace {

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

/// `member` of the dossier becomes `value`.
template<typename T>
auto filing(T Dossier::*member, T value)
{
    return [member, value = std::move(value)](Dossier& dossier) { dossier.*member = value; };
}

Letter cardAnswered(const Result<CentralAnswer>& answer)
{
    if (!answer)
        return {CentralFailed{answer.fault()}};
    const auto event =
        answer->firstUse ? Event{FirstUseFound{}} : Event{Answered{outcomeOf(answer->eligibility)}};
    return {event, filing(&Dossier::answer, *answer)};
}

Letter numberAnswered(const Result<EligibilityAnswer>& answer)
{
    if (!answer)
        return {NumberFailed{answer.fault()}};
    return {NumberAnswered{outcomeOf(*answer)}, filing(&Dossier::answer, CentralAnswer{false, *answer})};
}

} // namespace

VisitActions::VisitActions(VisitPorts ports, std::chrono::milliseconds within, VisitObserver& observer,
                           Inbox& inbox, Dossier& dossier)
    : ports_{ports}, within_{within}, observer_{observer}, inbox_{inbox}, dossier_{dossier}
{
}

void VisitActions::carryOut(const Action& action)
{
    std::visit([this](const auto& order) { on(order); }, action);
}

void VisitActions::on(const ReadCard&)
{
    // From here on somebody's data may arrive: the kernel's timer is set before the first byte does.
    if (const auto armed = ports_.erasure.arm(within_); !armed)
        return inbox_.put({CardFailed{armed.fault()}});
    call(
        cardWorker_, [this](const std::stop_token&) { return ports_.card.read(); },
        [](const Result<CardRecord>& card) -> Letter {
            if (!card)
                return {CardFailed{card.fault()}};
            return {CardWasRead{card->certificateState}, filing(&Dossier::card, *card)};
        });
}

void VisitActions::on(const AskPinTries&)
{
    call(
        cardWorker_, [this](const std::stop_token&) { return ports_.card.pinTries(); },
        [](const Result<PinTries>& tries) -> Letter {
            return {tries ? Event{PinTriesKnown{tries->left}} : Event{CardFailed{tries.fault()}}};
        });
}

void VisitActions::on(const VerifyPin&)
{
    call(
        cardWorker_,
        [this, pin = std::exchange(dossier_.pin, {})](const std::stop_token&) {
            return ports_.card.verifyPin(pin);
        },
        [](const Result<void>& verified) -> Letter {
            return {verified ? Event{PinVerified{}} : Event{CardFailed{verified.fault()}}};
        });
}

void VisitActions::on(const ReadPortrait& order)
{
    auto typed = order.source == NumberSource::Staff ? dossier_.securityNumber : SecurityNumber{};
    call(
        cardWorker_,
        [this, typed = std::move(typed)](const std::stop_token& stop) { return readPortrait(typed, stop); },
        [](const Result<ChipPortrait>& portrait) -> Letter {
            if (!portrait)
                return {PortraitFailed{portrait.fault()}};
            return {PortraitWasRead{}, filing(&Dossier::portrait, *portrait)};
        });
}

Result<ChipPortrait> VisitActions::readPortrait(const SecurityNumber& typed, const std::stop_token& stop)
{
    if (!typed.empty())
        return ports_.card.readPortrait(typed, NumberSource::Staff);
    if (ports_.cardFace == nullptr)
        return Fault{FaultCode::SecurityNumberWrong, FaultSpace::None, 0, "visit/readPortrait"};
    auto number = ports_.cardFace->read(stop);
    return number ? ports_.card.readPortrait(*std::move(number), NumberSource::Camera)
                  : Result<ChipPortrait>{number.fault()};
}

void VisitActions::on(const ReleaseCard&)
{
    cardWorker_.add([this](const std::stop_token&) { ports_.card.release(); });
}

void VisitActions::on(const StartFace& order)
{
    faceWorker_.add([this, order, portrait = dossier_.portrait, certificate = dossier_.card.certificate](
                        const std::stop_token&) { startFace(order.withReference, portrait, certificate); });
}

void VisitActions::startFace(bool withReference, const ChipPortrait& portrait, const Bytes& certificate)
{
    if (const auto allowed = countTry(certificate); !allowed)
        return inbox_.put({FaceFailed{allowed.fault()}});
    auto started = ports_.face.start(
        [this, certificate](const FaceReport& report) { faceReported(report, certificate); });
    if (started && withReference)
        started = ports_.face.giveReference(portrait, cautions(portrait));
    if (!started)
        faceReported(started.fault(), certificate);
}

FaceCautions VisitActions::cautions(const ChipPortrait& portrait) const
{
    return cautionsFor(portrait, civilDay(ports_.clock.wallTime()));
}

Result<void> VisitActions::countTry(const Bytes& certificate)
{
    if (ports_.faceTries == nullptr)
        return Fault{FaultCode::RecordNotKept, FaultSpace::None, 0, "visit/faceTries"};
    return ports_.faceTries->begin(certificate);
}

/// Only a comparison that did not confirm counts. A count that cannot be lowered again errs on the safe side.
void VisitActions::faceReported(const FaceReport& report, const Bytes& certificate)
{
    if (const auto* guidance = std::get_if<Guidance>(&report))
        return inbox_.put({FaceGuided{*guidance}});
    const auto* decision = std::get_if<FaceDecision>(&report);
    const bool accepted = decision != nullptr && decision->verdict == FaceVerdict::Accepted;
    if (accepted || decision == nullptr)
        static_cast<void>(ports_.faceTries->takeBack(certificate, accepted));
    inbox_.put({decision != nullptr ? Event{FaceDecided{decision->verdict}}
                                    : Event{FaceFailed{std::get<Fault>(report)}}});
}

void VisitActions::on(const GiveReference&)
{
    faceWorker_.add([this, portrait = dossier_.portrait](const std::stop_token&) {
        if (const auto given = ports_.face.giveReference(portrait, cautions(portrait)); !given)
            inbox_.put({FaceFailed{given.fault()}});
    });
}

void VisitActions::on(const StopFace&)
{
    faceWorker_.add([this](const std::stop_token&) { ports_.face.stop(); });
}

void VisitActions::on(const ShowPortrait&)
{
    observer_.portraitShown(dossier_.portrait);
}

void VisitActions::on(const ForgetPortrait&)
{
    dossier_.portrait = {};
    observer_.portraitShown(dossier_.portrait);
}

void VisitActions::on(const FetchChallenge&)
{
    call(
        centralWorker_, [this](const std::stop_token&) { return ports_.central.challenge(); },
        [](const Result<Challenge>& challenge) -> Letter {
            if (!challenge)
                return {ChallengeFailed{challenge.fault()}};
            return {ChallengeArrived{}, filing(&Dossier::challenge, *challenge)};
        });
}

void VisitActions::on(const AskCentral& question)
{
    EligibilityQuery query;
    query.certificate = dossier_.card.certificate;
    query.nonce = dossier_.challenge.nonce;
    query.consents = question.consents;
    query.method = question.method;
    query.registerFirstUse = question.registerFirstUse;
    query.idempotencyKey = randomKey();
    auto subject = querySubject(query.nonce, query.consents, query.method, query.registerFirstUse);
    call(
        cardWorker_,
        [this, subject = std::move(subject), method = query.method](const std::stop_token&) {
            return ports_.card.sign(subject, method);
        },
        [query](const Result<Bytes>& signature) -> Letter {
            if (!signature)
                return {CardFailed{signature.fault()}};
            auto whole = query;
            whole.signature = *signature;
            return {QuestionSigned{}, filing(&Dossier::question, std::move(whole))};
        });
}

/// With its own key: the central system answers a question once, however often it hears it.
void VisitActions::on(const PutQuestion&)
{
    call(
        centralWorker_,
        [this, query = dossier_.question](const std::stop_token&) { return ports_.central.ask(query); },
        cardAnswered);
}

void VisitActions::on(const RepeatQuestion&)
{
    on(PutQuestion{});
}

void VisitActions::on(const AskNumber&)
{
    call(
        centralWorker_,
        [this, query = dossier_.numberQuery](const std::stop_token&) {
            return ports_.central.askByNumber(query);
        },
        numberAnswered);
}

void VisitActions::on(const ShowAnswer&)
{
    observer_.answered(dossier_.answer.eligibility);
}

/// Beside everything else: nobody waits for what the lists say.
void VisitActions::on(const LookForBooking&)
{
    if (ports_.reservations == nullptr || dossier_.answer.eligibility.results.empty())
        return;
    call(
        listWorker_,
        [this, answer = dossier_.answer.eligibility](const std::stop_token&) {
            return ports_.reservations->find(answer);
        },
        [](const Result<ReservationFound>& found) -> Letter {
            return {BookingFound{found ? *found : ReservationFound{.person = Reservation::ListUnreadable}}};
        });
}

/// By way of the card's thread: "take your card" is not said before the card has been released.
void VisitActions::on(const DeliverAnswer&)
{
    cardWorker_.add([this, answer = dossier_.answer.eligibility](const std::stop_token&) {
        call(
            handOffWorker_, [this, answer](const std::stop_token&) { return ports_.handOff.deliver(answer); },
            [](const Result<HandOver>& file) -> Letter {
                if (!file)
                    return {HandOffFailed{file.fault()}};
                return {HandedOver{}, filing(&Dossier::handOver, *file)};
            });
    });
}

void VisitActions::on(const ArmErasure&)
{
    if (const auto armed = ports_.erasure.arm(within_); !armed)
        inbox_.put({VisitTimedOut{}}); // nothing may be typed that could stay
}

void VisitActions::on(const EraseVisit&)
{
    erased_ = true; // the last word has left
    ports_.erasure.erase();
}

} // namespace madoguchi
