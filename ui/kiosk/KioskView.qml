// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Bridge
import Madoguchi.Controls
import Madoguchi.Kiosk

/// The whole patient's screen: head, band, the one screen of the stage, foot. Which screen that is follows from the
/// stage alone.
FocusScope {
    id: view

    required property VisitModel visit
    property PreviewSource preview: null
    property string clinic
    property date now: new Date()

    readonly property bool wide: width > height

    function screenOf(stage: int): Component {
        switch (stage) {
        case Stage.OutOfService:
            return outOfService;
        case Stage.Idle:
            return idle;
        case Stage.ReadingCard:
            return reading;
        case Stage.ChoosingMethod:
            return chooseMethod;
        case Stage.LookingAtFace:
            return face;
        case Stage.EnteringPin:
            return pin;
        case Stage.WaitingForStaff:
            return visit.withoutCard ? noCard : staff;
        case Stage.Registering:
            return register;
        case Stage.Consenting:
            return consent;
        case Stage.CheckingPin:
        case Stage.AskingCentral:
        case Stage.HandingOver:
            return working;
        case Stage.Finished:
            return result;
        case Stage.CardLeftBehind:
            return cardLeft;
        case Stage.Failed:
            return failed;
        default:
            return erasing;
        }
    }

    focus: true
    Keys.onEscapePressed: visit.cancel()

    Binding {
        target: Texts
        property: "language"
        value: view.visit.language
    }

    Rectangle {
        anchors.fill: parent
        color: Style.ground
    }

    Head {
        id: head
        width: parent.width
        visit: view.visit
        clinic: view.clinic
        now: view.now
        wide: view.wide
    }

    PracticeBand {
        id: band
        anchors.top: head.bottom
        width: parent.width
        height: visible ? implicitHeight : 0
        visible: view.visit.practice
    }

    Loader {
        id: screen
        anchors.top: band.bottom
        anchors.bottom: foot.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: view.wide ? Style.margin : Style.marginNarrow
        anchors.rightMargin: anchors.leftMargin
        anchors.topMargin: Style.gap * 1.25
        anchors.bottomMargin: Style.gap
        focus: true
        sourceComponent: view.screenOf(view.visit.stage)
    }

    Foot {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        visit: view.visit
        wide: view.wide
    }

    Component { id: outOfService; OutOfServiceScreen { visit: view.visit } }
    Component { id: idle; IdleScreen { visit: view.visit } }
    Component { id: reading; ReadingScreen { visit: view.visit } }
    Component { id: chooseMethod; ChooseMethodScreen { visit: view.visit } }
    Component { id: face; FaceScreen { visit: view.visit; preview: view.preview } }
    Component { id: pin; PinScreen { visit: view.visit } }
    Component { id: staff; StaffScreen { visit: view.visit } }
    Component { id: noCard; NoCardScreen { visit: view.visit } }
    Component { id: register; RegisterScreen { visit: view.visit } }
    Component { id: consent; ConsentScreen { visit: view.visit } }
    Component { id: working; WorkingScreen { visit: view.visit } }
    Component { id: result; ResultScreen { visit: view.visit } }
    Component { id: cardLeft; CardLeftScreen { visit: view.visit } }
    Component { id: failed; FailedScreen { visit: view.visit } }
    Component { id: erasing; ErasingScreen { visit: view.visit } }
}
