// SPDX-License-Identifier: Apache-2.0
// Core's enums under their own names in QML: Stage.Idle, Method.Face. The values are core's by construction;
// that none is missing is tested (EnumsTest).
#pragma once

#include "domain/status/Consents.h"
#include "domain/status/Guidance.h"
#include "domain/status/Method.h"
#include "domain/status/Outcome.h"
#include "domain/status/Stage.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace madoguchi {

namespace stage_names {
Q_NAMESPACE
QML_NAMED_ELEMENT(Stage)

enum Value {
    OutOfService = int(Stage::OutOfService),
    Idle = int(Stage::Idle),
    ReadingCard = int(Stage::ReadingCard),
    ChoosingMethod = int(Stage::ChoosingMethod),
    LookingAtFace = int(Stage::LookingAtFace),
    EnteringPin = int(Stage::EnteringPin),
    CheckingPin = int(Stage::CheckingPin),
    WaitingForStaff = int(Stage::WaitingForStaff),
    Registering = int(Stage::Registering),
    Consenting = int(Stage::Consenting),
    AskingCentral = int(Stage::AskingCentral),
    HandingOver = int(Stage::HandingOver),
    Finished = int(Stage::Finished),
    CardLeftBehind = int(Stage::CardLeftBehind),
    Failed = int(Stage::Failed),
    Erasing = int(Stage::Erasing)
};
Q_ENUM_NS(Value)
} // namespace stage_names

namespace method_names {
Q_NAMESPACE
QML_NAMED_ELEMENT(Method)

enum Value { Face = int(Method::Face), Pin = int(Method::Pin), StaffEye = int(Method::StaffEye) };
Q_ENUM_NS(Value)
} // namespace method_names

namespace consent_item_names {
Q_NAMESPACE
QML_NAMED_ELEMENT(ConsentItem)

enum Value {
    Medicines = int(ConsentItem::Medicines),
    Visits = int(ConsentItem::Visits),
    Surgery = int(ConsentItem::Surgery),
    CheckUps = int(ConsentItem::CheckUps)
};
Q_ENUM_NS(Value)
} // namespace consent_item_names

namespace guidance_names {
Q_NAMESPACE
QML_NAMED_ELEMENT(Guidance)

enum Value {
    LookHere = int(Guidance::LookHere),
    Closer = int(Guidance::Closer),
    FurtherAway = int(Guidance::FurtherAway),
    MoreLight = int(Guidance::MoreLight),
    LessLight = int(Guidance::LessLight),
    OneAtATime = int(Guidance::OneAtATime),
    HoldStill = int(Guidance::HoldStill),
    LowerMask = int(Guidance::LowerMask),
    OpenEyes = int(Guidance::OpenEyes),
    TakeOffGlasses = int(Guidance::TakeOffGlasses),
    TurnLeft = int(Guidance::TurnLeft),
    TurnRight = int(Guidance::TurnRight),
    Good = int(Guidance::Good)
};
Q_ENUM_NS(Value)
} // namespace guidance_names

namespace outcome_names {
Q_NAMESPACE
QML_NAMED_ELEMENT(Outcome)

enum Value {
    None = int(Outcome::None),
    Received = int(Outcome::Received),
    SeeReception = int(Outcome::SeeReception)
};
Q_ENUM_NS(Value)
} // namespace outcome_names

} // namespace madoguchi
