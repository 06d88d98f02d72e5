// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Bridge

/// A stage in the words of the desk.
QtObject {
    required property int stage

    readonly property Phrase phrase: of(stage)

    function of(value: int): Phrase {
        switch (value) {
        case Stage.OutOfService:
            return Texts.stageOutOfService;
        case Stage.Idle:
            return Texts.stageIdle;
        case Stage.ReadingCard:
            return Texts.stageReadingCard;
        case Stage.ChoosingMethod:
            return Texts.stageChoosingMethod;
        case Stage.LookingAtFace:
            return Texts.stageLookingAtFace;
        case Stage.EnteringPin:
            return Texts.stageEnteringPin;
        case Stage.CheckingPin:
            return Texts.stageCheckingPin;
        case Stage.WaitingForStaff:
            return Texts.stageWaitingForStaff;
        case Stage.Registering:
            return Texts.stageRegistering;
        case Stage.Consenting:
            return Texts.stageConsenting;
        case Stage.AskingCentral:
            return Texts.stageAskingCentral;
        case Stage.HandingOver:
            return Texts.stageHandingOver;
        case Stage.Finished:
            return Texts.stageFinished;
        case Stage.CardLeftBehind:
            return Texts.stageCardLeftBehind;
        case Stage.Failed:
            return Texts.stageFailed;
        default:
            return Texts.stageErasing;
        }
    }
}
