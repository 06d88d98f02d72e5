// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Controls
import Madoguchi.DeskModels

/// The staff's window on one patient: one page at a time, and below it what can be done now, each with its key.
/// F10 changes the language, Esc closes.
FocusScope {
    id: pane

    required property PaneModel patient

    readonly property bool form: patient.page === PaneModel.FormPage
    readonly property bool record: patient.page === PaneModel.RecordPage

    readonly property int column: (width - 64) / 2

    signal closeWanted

    function pressed(key: int): bool {
        if (key === Qt.Key_F10)
            Texts.english = !Texts.english;
        else if (key === Qt.Key_F2 && form)
            patient.form.limitConsent = !patient.form.limitConsent;
        else if (key === Qt.Key_F2)
            patient.sameFace = !patient.sameFace;
        else if (key === Qt.Key_F3)
            patient.begin();
        else if (key === Qt.Key_F4)
            patient.look();
        else if (key === Qt.Key_F5 && patient.page === PaneModel.EyePage)
            patient.attest();
        else if (key === Qt.Key_F5)
            form ? patient.ask() : patient.takeAll();
        else if (key === Qt.Key_F6)
            patient.correct();
        else if (key === Qt.Key_F7)
            patient.undo();
        else if (key === Qt.Key_F8)
            patient.refuse();
        else if (key === Qt.Key_F9)
            patient.link();
        else
            return cardNumberKey(key);
        return true;
    }

    function cardNumberKey(key: int): bool {
        if (patient.page !== PaneModel.CardNumberPage)
            return false;
        if (key >= Qt.Key_0 && key <= Qt.Key_9)
            patient.press(key - Qt.Key_0);
        else if (key === Qt.Key_Backspace)
            patient.takeBack();
        else if (key === Qt.Key_Return || key === Qt.Key_Enter)
            patient.giveNumber();
        else
            return false;
        return true;
    }

    focus: true
    onFormChanged: form ? entry.start() : pane.forceActiveFocus()
    Keys.onEscapePressed: closeWanted()
    Keys.onPressed: event => event.accepted = pressed(event.key)

    StageWords {
        id: stage
        stage: pane.patient.stage
    }

    Rectangle {
        anchors.fill: parent
        color: Style.ground
    }

    PaneHead {
        id: head
        width: parent.width
        title: pane.patient.maskedName === "" ? Texts.paneTitle.text : pane.patient.maskedName
        stageWords: stage.phrase.text
        onCloseWanted: pane.closeWanted()
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
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: 20
        spacing: 10

        Notice {
            Layout.fillWidth: true
            visible: pane.patient.hasFault
            kind: Notice.Attention
            text: Texts.english ? pane.patient.headlineEn : pane.patient.headlineJa
            second: pane.patient.code
        }

        EyeCheck {
            Layout.fillWidth: true
            visible: pane.patient.page === PaneModel.EyePage
            patient: pane.patient
        }

        SecurityNumberEntry {
            Layout.fillWidth: true
            visible: pane.patient.page === PaneModel.CardNumberPage
            patient: pane.patient
        }

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: pane.form || pane.record
            spacing: 24

            NumberEntry {
                id: entry
                Layout.preferredWidth: pane.column
                Layout.maximumWidth: pane.column
                Layout.fillHeight: true
                visible: pane.form
                patient: pane.patient
            }

            RecordPage {
                Layout.preferredWidth: pane.column
                Layout.maximumWidth: pane.column
                Layout.alignment: Qt.AlignTop
                visible: pane.patient.record.there
                brief: pane.form
                patient: pane.patient
            }

            ChartDiff {
                Layout.preferredWidth: pane.column
                Layout.maximumWidth: pane.column
                Layout.fillHeight: true
                visible: pane.record
                patient: pane.patient
            }
        }

        Words {
            Layout.fillWidth: true
            visible: pane.patient.page === PaneModel.NothingPage
            text: pane.patient.canBegin ? stage.phrase.text : Texts.nothingToDo.text
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
            Layout.fillHeight: !pane.record && !pane.form
        }
    }

    PaneActions {
        id: foot
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Style.gap
        patient: pane.patient
    }
}
