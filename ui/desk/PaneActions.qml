// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Controls
import Madoguchi.DeskModels

/// What can be done on the page that is shown, at most four buttons, and when all of this goes.
ColumnLayout {
    id: actions

    required property PaneModel patient

    readonly property RecordWords record: patient.record
    readonly property bool recordPage: patient.page === PaneModel.RecordPage

    component Act: DeskButton {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
    }

    spacing: 8

    RowLayout {
        Layout.fillWidth: true
        spacing: 12

        Act {
            visible: actions.patient.canBegin
            primary: true
            text: Texts.beginNumber.text
            key: "F3"
            onClicked: actions.patient.begin()
        }

        Act {
            visible: actions.patient.canLook
            text: Texts.lookAtThis.text
            key: "F4"
            onClicked: actions.patient.look()
        }

        Act {
            visible: actions.recordPage && actions.record.chartThere
            enabled: actions.record.changes
            primary: enabled
            text: Texts.takeAllChanged.text
            key: "F5"
            onClicked: actions.patient.takeAll()
        }

        Act {
            visible: actions.recordPage && actions.record.undoable
            text: Texts.undo.text
            key: "F7"
            onClicked: actions.patient.undo()
        }

        Act {
            visible: actions.recordPage && actions.record.chartThere && actions.record.reference === ""
                && actions.patient.linkable
            text: Texts.linkNumber.text
            key: "F9"
            onClicked: actions.patient.link()
        }

        Act {
            visible: actions.recordPage && actions.patient.withoutCard
            text: Texts.correctNumber.text + "・" + Texts.askAgain.text
            key: "F6"
            onClicked: actions.patient.correct()
        }
    }

    Words {
        Layout.fillWidth: true
        text: Texts.erased.text
        color: Style.inkSoft
        font.pixelSize: 14
    }
}
