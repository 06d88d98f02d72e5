// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Bridge
import Madoguchi.Controls
import Madoguchi.Staff
import Madoguchi.Pane

/// The staff's window on one patient: one page at a time, and below it what can be done now, each with its key.
/// F10 changes the language, Esc closes.
FocusScope {
    id: pane

    required property PaneModel patient

    readonly property bool form: patient.page === PaneModel.FormPage
    readonly property bool record: patient.page === PaneModel.RecordPage
    readonly property bool nothing: patient.page === PaneModel.NothingPage
    readonly property bool asked: patient.page === PaneModel.EyePage || patient.page === PaneModel.CardNumberPage
    readonly property bool advised: !asked && !(nothing && patient.nobodyHere)
    readonly property bool good: patient.record.good

    readonly property int column: (width - 64) / 2

    signal closeWanted

    function pressed(key: int): bool {
        if (key === Qt.Key_F10)
            Texts.language = Languages.after(Texts.language);
        else if (key === Qt.Key_F2 && form)
            patient.form.limitConsent = !patient.form.limitConsent;
        else if (key === Qt.Key_F2 && record)
            patient.nameAsked = !patient.nameAsked;
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
            patient.askAgain();
        else if (key === Qt.Key_F7)
            patient.undo();
        else if (key === Qt.Key_F8)
            record ? patient.correct() : patient.refuse();
        else if (key === Qt.Key_F9)
            patient.link();
        else if (key === Qt.Key_F12 && record)
            foot.printOut();
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
        stageWords: pane.patient.turnedAway ? Texts.stageOver.text : stage.phrase.text
        onCloseWanted: pane.closeWanted()
    }

    PracticeStrip {
        id: band
        anchors.top: head.bottom
        width: parent.width
        height: visible ? implicitHeight : 0
        visible: pane.patient.practice
    }

    Item {
        id: content
        anchors.top: band.bottom
        anchors.bottom: foot.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: 20
        anchors.topMargin: 12
        anchors.bottomMargin: 8

        Column {
            id: told
            width: parent.width
            spacing: 10
            bottomPadding: 4

            Notice {
                width: parent.width
                visible: pane.patient.hasFault && !(pane.patient.advice.tellsFault && pane.advised)
                kind: Notice.Attention
                text: pane.patient.fault.headline.in(Texts.language)
                second: Texts.support.text + " " + pane.patient.fault.code
            }

            Notice {
                width: parent.width
                visible: pane.record && pane.patient.printing === PaneModel.NotOnRecord
                kind: Notice.Attention
                text: Texts.pageNotOnRecord.text
                second: Texts.pageNotOnRecordMore.text + "　" + Texts.support.text + " " + pane.patient.notOnRecord.code
            }

            SayBox {
                width: parent.width
                visible: pane.asked
                words: pane.patient.advice
            }

            Words {
                width: parent.width
                visible: pane.nothing && pane.patient.nobodyHere
                text: stage.phrase.text
                font.pixelSize: 26
            }

            Advice {
                width: parent.width
                visible: pane.nothing ? !pane.patient.nobodyHere : pane.record && pane.good
                wide: pane.record
                words: pane.patient.advice
            }
        }

        EyeCheck {
            anchors.top: told.bottom
            width: parent.width
            visible: pane.patient.page === PaneModel.EyePage
            patient: pane.patient
        }

        SecurityNumberEntry {
            anchors.top: told.bottom
            width: parent.width
            visible: pane.patient.page === PaneModel.CardNumberPage
            patient: pane.patient
        }

        NumberEntry {
            id: entry
            anchors.top: told.bottom
            width: pane.column
            visible: pane.form
            patient: pane.patient
        }

        RecordPage {
            anchors.top: told.bottom
            width: pane.column
            visible: pane.record && pane.good
            patient: pane.patient
        }

        Advice {
            id: beside
            anchors.top: told.bottom
            x: pane.form ? parent.width - width : 0
            width: pane.column
            visible: pane.form || pane.record && !pane.good
            words: pane.patient.advice
        }

        RecordPage {
            x: parent.width - width
            y: pane.form ? beside.y + beside.height + 10 : beside.y
            width: pane.column
            visible: beside.visible && pane.patient.record.person
            brief: pane.form
            patient: pane.patient
        }

        ChartDiff {
            anchors.top: told.bottom
            anchors.bottom: parent.bottom
            x: parent.width - width
            width: pane.column
            visible: pane.record && pane.good
            patient: pane.patient
        }

        Words {
            anchors.bottom: parent.bottom
            width: parent.width
            visible: pane.patient.answered
            text: Texts.sent.text
            color: Style.fine
            font.pixelSize: 20
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
