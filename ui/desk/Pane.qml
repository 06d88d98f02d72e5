// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Controls
import Madoguchi.DeskModels

/// The staff's window on one patient: where the visit stands, and the one question there is for staff, if any.
/// Digits and Enter type the number; F2 ticks, F5 attests, F8 refuses, F10 changes the language, Esc closes.
FocusScope {
    id: pane

    required property PaneModel patient

    signal closeWanted

    focus: true
    Keys.onEscapePressed: closeWanted()
    Keys.onReturnPressed: patient.giveNumber()
    Keys.onEnterPressed: patient.giveNumber()
    Keys.onPressed: event => {
        event.accepted = true;
        if (event.key >= Qt.Key_0 && event.key <= Qt.Key_9)
            patient.press(event.key - Qt.Key_0);
        else if (event.key === Qt.Key_Backspace)
            patient.takeBack();
        else if (event.key === Qt.Key_F2)
            patient.sameFace = !patient.sameFace;
        else if (event.key === Qt.Key_F5)
            patient.attest();
        else if (event.key === Qt.Key_F8)
            patient.refuse();
        else if (event.key === Qt.Key_F10)
            Texts.english = !Texts.english;
        else
            event.accepted = false;
    }

    StageWords {
        id: stage
        stage: pane.patient.stage
    }

    Rectangle {
        anchors.fill: parent
        color: Style.ground
    }

    Rectangle {
        id: head
        width: parent.width
        height: 80
        color: Style.action

        Words {
            x: 24
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 2 * x - 320
            text: pane.patient.maskedName === "" ? Texts.paneTitle.text : pane.patient.maskedName
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 16
            color: Style.actionInk
            font.pixelSize: 28
            font.weight: Font.Bold
        }

        Row {
            anchors.right: parent.right
            anchors.rightMargin: Style.gap
            anchors.verticalCenter: parent.verticalCenter
            spacing: 12

            DeskButton {
                width: 150
                text: Texts.language.text
                onClicked: Texts.english = !Texts.english
            }

            DeskButton {
                width: 150
                text: Texts.close.text
                onClicked: pane.closeWanted()
            }
        }
    }

    PracticeStrip {
        id: band
        anchors.top: head.bottom
        width: parent.width
        height: visible ? implicitHeight : 0
        visible: pane.patient.practice
    }

    ColumnLayout {
        anchors.top: band.bottom
        anchors.bottom: foot.top
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.topMargin: Style.gap
        anchors.bottomMargin: Style.gap
        width: Math.min(parent.width - 48, 860)
        spacing: Style.gap

        Words {
            Layout.fillWidth: true
            text: stage.phrase.text
            font.pixelSize: 24
            color: Style.inkSoft
        }

        Notice {
            Layout.fillWidth: true
            visible: pane.patient.hasFault
            kind: Notice.Attention
            text: Texts.english ? pane.patient.headlineEn : pane.patient.headlineJa
            second: pane.patient.code
        }

        ColumnLayout {
            Layout.fillWidth: true
            visible: pane.patient.eyeWanted
            spacing: Style.gap

            Words {
                Layout.fillWidth: true
                text: Texts.eyeQuestion.text
                font.pixelSize: 30
                font.weight: Font.Bold
            }

            DeskButton {
                Layout.fillWidth: true
                implicitHeight: 84
                checkable: true
                checked: pane.patient.sameFace
                enabled: !pane.patient.answered
                iconPath: checked ? Icons.check : Icons.face
                fontSize: 24
                text: Texts.sameFace.text
                key: "F2"
                Accessible.role: Accessible.CheckBox
                onClicked: pane.patient.sameFace = !pane.patient.sameFace
            }

            RowLayout {
                spacing: 12

                DeskButton {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    implicitHeight: 84
                    primary: true
                    enabled: pane.patient.sameFace && !pane.patient.answered
                    fontSize: 24
                    text: Texts.itIsThem.text
                    key: "F5"
                    onClicked: pane.patient.attest()
                }

                DeskButton {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    implicitHeight: 84
                    enabled: !pane.patient.answered
                    fontSize: 24
                    text: Texts.notThem.text
                    key: "F8"
                    onClicked: pane.patient.refuse()
                }
            }
        }

        NumberEntry {
            Layout.fillWidth: true
            visible: pane.patient.numberWanted
            patient: pane.patient
        }

        Words {
            Layout.fillWidth: true
            visible: !pane.patient.eyeWanted && !pane.patient.numberWanted
            text: Texts.nothingToDo.text
            font.pixelSize: 26
        }

        Words {
            Layout.fillWidth: true
            visible: pane.patient.answered
            text: Texts.sent.text
            color: Style.fine
            font.pixelSize: 20
        }

        Item {
            Layout.fillHeight: true
        }
    }

    Words {
        id: foot
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Style.gap
        text: Texts.erased.text
        color: Style.inkSoft
        font.pixelSize: 15
    }
}
