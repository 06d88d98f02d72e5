// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Controls
import Madoguchi.Staff
import Madoguchi.Pane

/// What can be done on the page that is shown, at most four buttons, and when all of this goes.
ColumnLayout {
    id: actions

    required property PaneModel patient

    readonly property RecordWords record: patient.record
    readonly property bool recordPage: patient.page === PaneModel.RecordPage
    readonly property bool chartPage: recordPage && record.good && record.chartThere && !record.otherPerson
    readonly property bool formPage: patient.page === PaneModel.FormPage

    function printOut() {
        sheet.printOut();
    }

    component Act: DeskButton {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
    }

    spacing: 8

    SheetWords {
        id: sheet
        patient: actions.patient
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: 12

        Act {
            visible: actions.patient.canBegin
            primary: actions.patient.nobodyHere || actions.patient.advice.step.wantsNumber
            text: actions.patient.nobodyHere ? Texts.beginNumber.text : Texts.queryByNumber.text
            key: "F3"
            onClicked: actions.patient.begin()
        }

        Act {
            visible: actions.patient.canLook
            primary: actions.patient.advice.step.wantsLook
            text: Texts.lookAtThis.text
            key: "F4"
            onClicked: actions.patient.look()
        }

        Act {
            visible: actions.chartPage && !actions.patient.nameSettled
            checkable: true
            iconPath: Icons.attention
            text: Texts.nameAsked.text
            key: "F2"
            onClicked: actions.patient.nameAsked = true
        }

        Act {
            visible: actions.chartPage && actions.record.changes && actions.patient.nameSettled
            primary: true
            text: Texts.takeAllChanged.text
            key: "F5"
            onClicked: actions.patient.takeAll()
        }

        Act {
            visible: actions.chartPage && actions.record.undoable
            text: Texts.undo.text
            key: "F7"
            onClicked: actions.patient.undo()
        }

        Act {
            visible: actions.chartPage && !actions.record.changes && !actions.record.undoable
                && actions.patient.nameSettled && actions.patient.linkable && actions.record.reference === ""
            text: Texts.linkNumber.text
            key: "F9"
            onClicked: actions.patient.link()
        }

        Act {
            visible: !actions.formPage && actions.patient.canAskAgain
            text: Texts.askAgain.text
            key: "F6"
            onClicked: actions.patient.askAgain()
        }

        Act {
            visible: actions.recordPage && actions.record.person && actions.patient.hasPrinter
            enabled: actions.patient.canPrint
            text: [Texts.printSheet.text, Texts.printing.text, Texts.printed.text, Texts.printFailed.text,
                Texts.printFailed.text][actions.patient.printing]
            key: "F12"
            onClicked: actions.printOut()
        }

        Act {
            visible: actions.recordPage && actions.patient.withoutCard
            text: Texts.correctNumber.text
            key: "F8"
            onClicked: actions.patient.correct()
        }
    }

    Words {
        Layout.fillWidth: true
        visible: actions.recordPage && !actions.patient.withoutCard && !actions.patient.canAskAgain
            && !actions.patient.answered
        text: Texts.askAgainHint.text
        color: Style.inkSoft
        font.pixelSize: 14
    }

    Words {
        Layout.fillWidth: true
        text: Texts.erased.text + (actions.recordPage && actions.record.person && !actions.patient.hasPrinter
            ? "　" + Texts.printNone.text : "")
        color: Style.inkSoft
        font.pixelSize: 14
    }
}
