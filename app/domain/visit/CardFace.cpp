// SPDX-License-Identifier: Apache-2.0
// A visit by card: the photo in its chip, and the camera that looks at the person.
#include "domain/visit/Rows.h"

#include <array>

namespace madoguchi {
namespace {

using enum Stage;

/// The camera over the card is of no use, misread, or may not risk one of the last tries; a person may.
bool staffCanType(FaultCode code)
{
    return code == FaultCode::SecurityNumberWrong || code == FaultCode::SecurityNumberLow ||
           code == FaultCode::SecurityNumberUnread || code == FaultCode::CameraMissing ||
           code == FaultCode::CameraBlind;
}

bool isNotBelieved(FaultCode code)
{
    return code == FaultCode::CardNotGenuine || code == FaultCode::CardCloned;
}

bool numberIsWaitedFor(const Visit& v)
{
    return !v.portraitRead && !v.abilities.cardCamera;
}

bool cameraIsAtItsEnd(const Visit& v, const PortraitFailed& e)
{
    return v.numberFrom == NumberSource::Camera && staffCanType(e.fault.code);
}

bool cardIsNotBelieved(const Visit&, const PortraitFailed& e)
{
    return isNotBelieved(e.fault.code);
}

bool cardIsNotBelievedOrGone(const Visit&, const PortraitFailed& e)
{
    return isNotBelieved(e.fault.code) || e.fault.code == FaultCode::CardRemoved;
}

/// A face cannot be accepted before the chip photo was verified.
template<FaceVerdict V>
bool decidedOnThePhoto(const Visit& v, const FaceDecided& e)
{
    return v.portraitRead && e.verdict == V;
}

bool staffMayDecide(const Visit& v, const FaceDecided& e)
{
    return decidedOnThePhoto<FaceVerdict::AskStaff>(v, e) && v.abilities.staffEye;
}

bool isWorthAnotherLook(const Visit& v, const FaceDecided& e)
{
    return decidedOnThePhoto<FaceVerdict::NotYet>(v, e) && v.faceMisses + 1 < kMaxFaceMisses;
}

void openCardWithNumber(Move& m)
{
    m.v.securityNumberKnown = true;
    m.readPortrait(NumberSource::Staff);
}

void keepNumber(Move& m)
{
    m.v.securityNumberKnown = true;
}

void compareWithPhoto(Move& m)
{
    m.v.portraitRead = true;
    m.act(GiveReference{});
}

void showPhotoToStaff(Move& m)
{
    m.v.portraitRead = true;
    m.act(ShowPortrait{});
}

void giveUpCardCamera(Move& m)
{
    m.v.abilities.cardCamera = false;
}

void staffTypeTheNumber(Move& m, const PortraitFailed& e)
{
    m.v.abilities.cardCamera = false;
    m.v.fault = e.fault.code;
    if (m.v.securityNumberKnown)
        m.readPortrait(NumberSource::Staff);
    else
        m.act(CallStaff{});
}

/// Staff can still compare with the printed photo.
void photoIsMissing(Move& m, const PortraitFailed& e)
{
    if (cameraIsAtItsEnd(m.v, e))
        m.v.abilities.cardCamera = false;
    m.v.fault = e.fault.code;
}

void failWithCard(Move& m, const PortraitFailed& e)
{
    m.fail(e.fault.code);
}

void failWithCardForGood(Move& m, const PortraitFailed& e)
{
    m.v.abilities.face = false;
    m.fail(e.fault.code);
}

void offerOtherWays(Move& m, const PortraitFailed& e)
{
    m.v.abilities.face = false;
    m.chooseMethod(e.fault.code);
}

void offerOtherWaysThanCamera(Move& m, const FaceFailed& e)
{
    m.v.abilities.face = false;
    m.chooseMethod(e.fault.code);
}

void guide(Move& m, const FaceGuided& e)
{
    m.v.guidance = e.guidance;
}

void provenByFace(Move& m)
{
    m.identified(Method::Face);
}

void letStaffDecide(Move& m)
{
    m.waitForStaff();
}

void faceIsNotConfirmed(Move& m)
{
    m.chooseMethod(FaultCode::FaceNotConfirmed);
}

void lookAgain(Move& m)
{
    ++m.v.faceMisses;
    m.act(StartFace{true});
}

void stopLooking(Move& m)
{
    ++m.v.faceMisses;
    m.chooseMethod(FaultCode::FaceNotConfirmed);
}

constexpr auto kAgain = StepClock::Restarts;
constexpr Stages kOtherWays{ChoosingMethod, WaitingForStaff, Failed};

constexpr std::array kRows{
    on<SecurityNumberTyped, numberIsWaitedFor, openCardWithNumber>(LookingAtFace, kStays),
    on<SecurityNumberTyped, always, keepNumber>(kAlive, kStays),
    on<PortraitWasRead, always, compareWithPhoto>(LookingAtFace, kStays),
    on<PortraitWasRead, always, showPhotoToStaff>(WaitingForStaff, kStays),

    on<PortraitFailed, cameraIsAtItsEnd, staffTypeTheNumber>(LookingAtFace, kStays, {}, kAgain),
    on<PortraitFailed, cardIsNotBelievedOrGone, failWithCardForGood>(LookingAtFace, Failed,
                                                                     "card not genuine"),
    on<PortraitFailed, always, offerOtherWays>(LookingAtFace, kOtherWays, "photo unreadable"),
    on<PortraitFailed, cardIsNotBelieved, failWithCard>(WaitingForStaff, Failed, "card not genuine"),
    on<PortraitFailed, always, photoIsMissing>(WaitingForStaff, kStays, {}, kAgain),
    on<PortraitFailed, cameraIsAtItsEnd, giveUpCardCamera>(kAlive,
                                                           kStays), // another way was chosen meanwhile

    on<FaceGuided, always, guide>(LookingAtFace, kStays),
    on<FaceDecided, decidedOnThePhoto<FaceVerdict::Accepted>, provenByFace>(
        LookingAtFace, {Consenting, AskingCentral}, "face confirmed"),
    on<FaceDecided, staffMayDecide, letStaffDecide>(LookingAtFace, WaitingForStaff, "face in doubt"),
    on<FaceDecided, decidedOnThePhoto<FaceVerdict::AskStaff>, faceIsNotConfirmed>(
        LookingAtFace, ChoosingMethod, "face in doubt"),
    on<FaceDecided, isWorthAnotherLook, lookAgain>(LookingAtFace, kStays),
    on<FaceDecided, decidedOnThePhoto<FaceVerdict::NotYet>, stopLooking>(LookingAtFace, kOtherWays,
                                                                         "face not confirmed"),
    on<FaceFailed, always, offerOtherWaysThanCamera>(LookingAtFace, kOtherWays, "no camera"),
};

} // namespace

std::span<const Row> cardFaceRows()
{
    return kRows;
}

} // namespace madoguchi
