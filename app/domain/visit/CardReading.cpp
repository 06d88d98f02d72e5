// SPDX-License-Identifier: Apache-2.0
// A visit by card: reader and card, up to its certificate.
#include "domain/visit/Rows.h"

#include <array>

namespace madoguchi {
namespace {

using enum Stage;

constexpr Stages kCardNeeded{ReadingCard,     ChoosingMethod, LookingAtFace, EnteringPin,  CheckingPin,
                             WaitingForStaff, Registering,    Consenting,    AskingCentral};

bool readerIsEmpty(const Visit& v)
{
    return v.reader == OnReader::Nothing;
}

bool certificateExpired(const Visit&, const CardWasRead& e)
{
    return e.certificate == CertificateState::Expired;
}

void ownCardIsThere(Move& m)
{
    m.v.reader = OnReader::Own;
}

void beginReading(Move& m)
{
    m.v.reader = OnReader::Own;
    m.go(ReadingCard);
    m.act(ReadCard{});
    m.fetchChallenge();
}

void waitForRemoval(Move& m)
{
    m.v.reader = OnReader::Own;
    m.go(CardLeftBehind);
}

void cardIsGoneTooSoon(Move& m)
{
    m.v.reader = OnReader::Nothing;
    m.fail(FaultCode::CardRemoved);
}

void goOutOfService(Move& m)
{
    m.v.reader = OnReader::Nothing;
    m.go(OutOfService, FaultCode::ReaderMissing);
}

void failWithoutReader(Move& m)
{
    m.v.reader = OnReader::Nothing;
    m.fail(FaultCode::ReaderMissing);
}

void beReady(Move& m)
{
    m.go(Idle);
}

void refuseExpired(Move& m, const CardWasRead& e)
{
    m.v.certificate = e.certificate;
    m.fail(FaultCode::CertificateExpired);
}

void offerMethods(Move& m, const CardWasRead& e)
{
    m.v.certificate = e.certificate;
    m.chooseMethod();
}

void failWithCard(Move& m, const CardFailed& e)
{
    m.fail(e.fault.code);
}

constexpr std::array kRows{
    on<CardInserted, always, beginReading>(Idle, ReadingCard, "card inserted"),
    on<CardInserted, readerIsEmpty, ownCardIsThere>(kAlive.without(kOver), kStays),
    on<CardAlreadyThere, always, waitForRemoval>(Idle, CardLeftBehind, "card left behind"),
    on<CardTaken, always, cardIsGoneTooSoon>(kCardNeeded, Failed, "card taken"),
    on<ReaderLost, always, goOutOfService>(Idle, OutOfService, "reader lost"),
    on<ReaderLost, always, failWithoutReader>(kCardNeeded, Failed, "reader lost"),
    on<ReaderBack, always, beReady>(OutOfService, Idle, "reader back"),
    on<CardWasRead, certificateExpired, refuseExpired>(ReadingCard, Failed, "certificate expired"),
    on<CardWasRead, always, offerMethods>(ReadingCard, {ChoosingMethod, WaitingForStaff, Failed},
                                          "card read"),
    on<CardFailed, always, failWithCard>({ReadingCard, AskingCentral}, Failed, "card fault"),
};

} // namespace

std::span<const Row> cardReadingRows()
{
    return kRows;
}

} // namespace madoguchi
