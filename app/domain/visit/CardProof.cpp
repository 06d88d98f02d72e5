// SPDX-License-Identifier: Apache-2.0
// A visit by card: which way the person is shown to be its holder, and two of the three. The third, the face,
// stands in CardFace.cpp.
#include "domain/visit/Rows.h"

#include <algorithm>
#include <array>

namespace madoguchi {
namespace {

using enum Stage;

constexpr Stages kUndecided{ChoosingMethod, LookingAtFace, EnteringPin};

bool isOffered(const Visit& v, Method method)
{
    const auto offered = offeredMethods(v);
    return std::find(offered.begin(), offered.end(), method) != offered.end();
}

template<Method M>
bool mayChoose(const Visit& v, const MethodChosen& e)
{
    return e.method == M && isOffered(v, M);
}

bool noTryIsLeft(const Visit&, const PinTriesKnown& e)
{
    return e.left <= 0;
}

/// Without the card's word on the tries left, or on the last one without a clear yes, no PIN is sent.
bool mayTryPin(const Visit& v)
{
    return v.pinTriesLeft && (*v.pinTriesLeft != 1 || v.lastTryConfirmed);
}

bool pinWasWrong(const Visit&, const CardFailed& e)
{
    return e.fault.code == FaultCode::PinWrong && e.fault.value > 0;
}

bool pinWasTheLast(const Visit&, const CardFailed& e)
{
    return e.fault.code == FaultCode::PinLocked || e.fault.code == FaultCode::PinWrong;
}

bool whatStaffSayCanBeSigned(const Visit& v)
{
    return v.abilities.staffEye;
}

bool holderCanBeAttested(const Visit& v)
{
    return v.reader != OnReader::Nothing && v.abilities.staffEye;
}

void lookAtFace(Move& m)
{
    m.go(LookingAtFace);
    m.act(StartFace{m.v.portraitRead});
    if (m.v.portraitRead)
        return;
    if (m.v.securityNumberKnown)
        m.readPortrait(NumberSource::Staff);
    else if (m.v.abilities.cardCamera)
        m.readPortrait(NumberSource::Camera);
    else
        m.act(CallStaff{}); // to type 照合番号B
}

void openPad(Move& m)
{
    m.enterPin();
}

void callForStaff(Move& m)
{
    m.waitForStaff();
}

void pinIsLocked(Move& m)
{
    m.v.pinTriesLeft = 0;
    m.chooseMethod(FaultCode::PinLocked);
}

void showTriesLeft(Move& m, const PinTriesKnown& e)
{
    m.v.pinTriesLeft = e.left;
}

void confirmLastTry(Move& m)
{
    m.v.lastTryConfirmed = true;
}

void checkPin(Move& m)
{
    m.v.lastTryConfirmed = false;
    m.go(CheckingPin);
    m.act(VerifyPin{});
}

void typeAgain(Move& m, const CardFailed& e)
{
    m.v.pinTriesLeft = static_cast<int>(e.fault.value);
    m.go(EnteringPin, FaultCode::PinWrong);
}

void failWithCard(Move& m, const CardFailed& e)
{
    m.fail(e.fault.code);
}

void provenByPin(Move& m)
{
    m.identified(Method::Pin);
}

void provenByStaff(Move& m)
{
    m.identified(Method::StaffEye);
}

void declinedByStaff(Move& m)
{
    m.fail(FaultCode::StaffDeclined);
}

constexpr std::array kRows{
    on<MethodChosen, mayChoose<Method::Face>, lookAtFace>(kUndecided, LookingAtFace, "face chosen"),
    on<MethodChosen, mayChoose<Method::Pin>, openPad>(kUndecided, EnteringPin, "PIN chosen"),
    on<MethodChosen, mayChoose<Method::StaffEye>, callForStaff>(kUndecided, WaitingForStaff, "staff chosen"),
    on<StaffLooks, whatStaffSayCanBeSigned, callForStaff>(kUndecided, WaitingForStaff, "staff look"),

    on<PinTriesKnown, noTryIsLeft, pinIsLocked>(EnteringPin, {ChoosingMethod, WaitingForStaff, Failed},
                                                "PIN locked"),
    on<PinTriesKnown, always, showTriesLeft>(EnteringPin, kStays, {}, StepClock::Restarts),
    on<LastTryConfirmed, always, confirmLastTry>(EnteringPin, kStays),
    on<PinTyped, mayTryPin, checkPin>(EnteringPin, CheckingPin, "PIN typed"),
    on<CardFailed, pinWasWrong, typeAgain>(CheckingPin, EnteringPin, "PIN wrong"),
    on<CardFailed, pinWasTheLast, pinIsLocked>({EnteringPin, CheckingPin},
                                               {ChoosingMethod, WaitingForStaff, Failed}, "PIN locked"),
    on<CardFailed, always, failWithCard>({EnteringPin, CheckingPin}, Failed, "card fault"),
    on<PinVerified, always, provenByPin>(CheckingPin, {Consenting, AskingCentral}, "PIN right"),

    on<StaffAttested, holderCanBeAttested, provenByStaff>(WaitingForStaff, {Consenting, AskingCentral},
                                                          "staff say yes"),
    on<StaffRefused, always, declinedByStaff>(WaitingForStaff, Failed, "staff say no"),
};

} // namespace

std::span<const Row> cardProofRows()
{
    return kRows;
}

} // namespace madoguchi
