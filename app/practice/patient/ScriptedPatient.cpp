// SPDX-License-Identifier: Apache-2.0
#include "practice/patient/ScriptedPatient.h"

#include <algorithm>
#include <utility>

namespace madoguchi {

std::optional<PatientInput> ScriptedPatient::sees(const Screen& screen)
{
    if (!languageChosen_ && script_.language != screen.language && screen.stage == Stage::ReadingCard) {
        languageChosen_ = true;
        return LanguageChosen{script_.language};
    }
    const Question question{screen.stage, screen.pinTriesLeft, screen.confirmLastTry, screen.faceMisses,
                            screen.fault};
    if (answered_ == question)
        return std::nullopt;
    auto input = answer(screen);
    if (input)
        answered_ = question;
    return input;
}

std::optional<Facing> ScriptedPatient::turns(const Screen& screen)
{
    Facing wanted = Facing::Camera;
    if (screen.stage == Stage::LookingAtFace && screen.guidance == Guidance::TurnLeft)
        wanted = Facing::TheirLeft;
    if (screen.stage == Stage::LookingAtFace && screen.guidance == Guidance::TurnRight)
        wanted = Facing::TheirRight;
    return std::exchange(facing_, wanted) == wanted ? std::nullopt : std::optional{wanted};
}

std::optional<PatientInput> ScriptedPatient::answer(const Screen& screen)
{
    switch (screen.stage) {
    case Stage::ChoosingMethod:
        return chooseMethod(screen);
    case Stage::EnteringPin:
        return answerPin(screen);
    case Stage::Registering:
        return FirstUseAnswered{script_.registerFirstUse};
    case Stage::Consenting:
        return ConsentsGiven{script_.consents};
    case Stage::OutOfService:
    case Stage::Idle:
    case Stage::ReadingCard:
    case Stage::LookingAtFace:
    case Stage::CheckingPin:
    case Stage::WaitingForStaff:
    case Stage::AskingCentral:
    case Stage::HandingOver:
    case Stage::Finished:
    case Stage::CardLeftBehind:
    case Stage::Failed:
    case Stage::Erasing:
        return std::nullopt;
    }
    return std::nullopt;
}

PatientInput ScriptedPatient::chooseMethod(const Screen& screen) const
{
    const bool offered =
        std::find(screen.methods.begin(), screen.methods.end(), script_.method) != screen.methods.end();
    return MethodChosen{offered ? script_.method : Method::StaffEye};
}

std::optional<PatientInput> ScriptedPatient::answerPin(const Screen& screen)
{
    if (!screen.pinTriesLeft)
        return std::nullopt;
    if (screen.confirmLastTry)
        return script_.usesLastTry ? PatientInput{LastTryConfirmed{}} : PatientInput{Cancelled{}};
    if (script_.pins.empty())
        return MethodChosen{Method::StaffEye};
    PinEntered entered{script_.pins.front()};
    script_.pins.pop_front();
    return entered;
}

} // namespace madoguchi
