// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Controls
import Madoguchi.Staff
import Madoguchi.Pane

/// 目視 for this one patient: the chip's photo, and two taps.
RowLayout {
    id: check

    required property PaneModel patient

    spacing: 24

    Rectangle {
        Layout.preferredWidth: 320
        Layout.preferredHeight: 400
        Layout.alignment: Qt.AlignTop
        radius: Style.radius
        color: Style.groundSoft
        border.width: 2
        border.color: Style.rule
        Accessible.role: Accessible.Graphic
        Accessible.name: Texts.chipPhoto.text

        PhotoItem {
            anchors.fill: parent
            anchors.margins: 8
            picture: check.patient.photo
        }

        Words {
            anchors.centerIn: parent
            width: parent.width - 48
            visible: !check.patient.hasPhoto
            horizontalAlignment: Text.AlignHCenter
            text: Texts.noPhoto.text
            font.pixelSize: 19
        }
    }

    ColumnLayout {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        spacing: Style.gap

        Words {
            Layout.fillWidth: true
            text: Texts.eyeQuestion.text
            font.pixelSize: 28
            font.weight: Font.Bold
        }

        DeskButton {
            Layout.fillWidth: true
            implicitHeight: 84
            checkable: true
            checked: check.patient.sameFace
            enabled: !check.patient.answered
            iconPath: checked ? Icons.check : Icons.face
            fontSize: 24
            text: Texts.sameFace.text
            key: "F2"
            Accessible.role: Accessible.CheckBox
            onClicked: check.patient.sameFace = !check.patient.sameFace
        }

        RowLayout {
            spacing: 12

            DeskButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                implicitHeight: 84
                primary: true
                enabled: check.patient.sameFace && !check.patient.answered
                fontSize: 22
                text: Texts.itIsThem.text
                key: "F5"
                onClicked: check.patient.attest()
            }

            DeskButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                implicitHeight: 84
                enabled: !check.patient.answered
                fontSize: 22
                text: Texts.notThem.text
                key: "F8"
                onClicked: check.patient.refuse()
            }
        }

        Words {
            Layout.fillWidth: true
            text: Texts.eyeOnce.text
            color: Style.inkSoft
            font.pixelSize: 16
        }
    }
}
