// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Bridge
import Madoguchi.Controls
import Madoguchi.Staff
import Madoguchi.Pane

/// Where staff type 照合番号B: what stands there so far, whether it can be right, and a pad beside the keyboard.
ColumnLayout {
    id: entry

    required property PaneModel patient

    readonly property Phrase verdict: [Texts.numberShort, Texts.numberBirth, Texts.numberExpiry,
        Texts.numberGood][patient.check]
    readonly property bool wrong: patient.check === PaneModel.BirthImpossible
        || patient.check === PaneModel.ExpiryImpossible

    spacing: 10

    Words {
        Layout.fillWidth: true
        text: Texts.numberQuestion.text
        font.pixelSize: 26
        font.weight: Font.Bold
    }

    Words {
        Layout.fillWidth: true
        text: Texts.numberHint.text
        color: Style.inkSoft
        font.pixelSize: 16
    }

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: 62
        radius: Style.radiusSmall
        color: Style.ground
        border.width: Style.border
        border.color: entry.wrong ? Style.stop : Style.action

        Words {
            anchors.fill: parent
            anchors.leftMargin: Style.gap
            anchors.rightMargin: 90
            verticalAlignment: Text.AlignVCenter
            text: entry.patient.digits
            wrapMode: Text.NoWrap
            font.pixelSize: 34
            font.letterSpacing: 3
        }

        Words {
            anchors.right: parent.right
            anchors.rightMargin: Style.gap
            anchors.verticalCenter: parent.verticalCenter
            text: entry.patient.count + " / 14"
            color: Style.inkSoft
            font.pixelSize: 18
        }
    }

    Words {
        Layout.fillWidth: true
        text: entry.verdict.text
        color: entry.wrong ? Style.stop : entry.patient.check === PaneModel.Plausible ? Style.fine : Style.inkSoft
        font.pixelSize: 18
        font.weight: entry.wrong ? Font.Bold : Font.Normal
    }

    GridLayout {
        Layout.fillWidth: true
        columns: 6
        columnSpacing: 8
        rowSpacing: 8

        Repeater {
            model: 10

            DeskButton {
                required property int index
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.row: index < 5 ? 0 : 1
                Layout.column: index % 5
                focusPolicy: Qt.NoFocus
                text: index
                onClicked: entry.patient.press(index)
            }
        }

        DeskButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.row: 0
            Layout.column: 5
            focusPolicy: Qt.NoFocus
            text: Texts.keyBack.text
            fontSize: 17
            onClicked: entry.patient.takeBack()
        }

        DeskButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.row: 1
            Layout.column: 5
            focusPolicy: Qt.NoFocus
            text: Texts.keyClear.text
            fontSize: 17
            onClicked: entry.patient.clear()
        }
    }

    DeskButton {
        Layout.fillWidth: true
        primary: true
        enabled: entry.patient.check === PaneModel.Plausible && !entry.patient.answered
        text: Texts.giveNumber.text
        key: "Enter"
        onClicked: entry.patient.giveNumber()
    }
}
