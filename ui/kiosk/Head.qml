// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Bridge
import Madoguchi.Controls
import Madoguchi.Kiosk

/// Whose terminal this is, where in the visit we are, what time it is, and whether the line is up. In portrait the
/// steps have a row of their own.
Rectangle {
    id: head

    required property VisitModel visit
    required property string clinic
    required property date now
    required property bool wide

    readonly property int step: stepOf(visit.stage)
    readonly property int row: 72

    function stepOf(stage: int): int {
        switch (stage) {
        case Stage.ReadingCard:
            return 0;
        case Stage.ChoosingMethod:
        case Stage.LookingAtFace:
        case Stage.EnteringPin:
        case Stage.CheckingPin:
            return 1;
        case Stage.WaitingForStaff:
            return visit.withoutCard ? -1 : 1;
        case Stage.Consenting:
            return 2;
        case Stage.Registering:
        case Stage.AskingCentral:
        case Stage.HandingOver:
            return 3;
        case Stage.Finished:
            return visit.outcome === Outcome.None ? -1 : 4;
        default:
            return -1;
        }
    }

    implicitHeight: wide || step < 0 ? row : row + 64
    color: Style.groundSoft

    Words {
        id: name
        anchors.left: parent.left
        anchors.leftMargin: head.wide ? Style.margin : Style.marginNarrow
        anchors.right: head.wide && head.step >= 0 ? tracker.left : state.left
        anchors.rightMargin: Style.gap
        height: head.row
        verticalAlignment: Text.AlignVCenter
        text: head.clinic
        font.pixelSize: Style.head
        fontSizeMode: Text.Fit
        minimumPixelSize: 16
        maximumLineCount: 2
    }

    StepTracker {
        id: tracker
        anchors.horizontalCenter: parent.horizontalCenter
        y: head.wide ? (head.row - height) / 2 : head.row + 4
        visible: head.step >= 0
        steps: [Texts.stepCard, Texts.stepIdentity, Texts.stepConsent, Texts.stepDone]
        current: head.step
    }

    Row {
        id: state
        anchors.right: parent.right
        anchors.rightMargin: head.wide ? Style.margin : Style.marginNarrow
        y: (head.row - height) / 2
        spacing: Style.gap

        Words {
            anchors.verticalCenter: parent.verticalCenter
            text: Qt.formatTime(head.now, "h:mm")
            wrapMode: Text.NoWrap
            font.pixelSize: Style.head
        }

        LinkLight {
            anchors.verticalCenter: parent.verticalCenter
            up: head.visit.lineUp
            upPhrase: Texts.lineUp
            downPhrase: Texts.lineDown
        }
    }

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Style.highContrast ? 2 : 0
        color: Style.rule
    }
}
