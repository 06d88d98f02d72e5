// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Controls
import Madoguchi.DeskModels

/// The chosen visit: what happened, what to say to the patient, what to do, and the two things staff can order.
Rectangle {
    id: detail

    required property BoardModel board
    required property DeskRow row

    readonly property RowWords words: RowWords {
        row: detail.row
    }

    component Label: Words {
        Layout.fillWidth: true
        color: Style.inkSoft
        font.pixelSize: 16
    }

    component Box: Rectangle {
        id: box

        property string text
        property color ink: Style.ink
        property bool strong: false

        Layout.fillWidth: true
        implicitHeight: boxed.implicitHeight + 24
        radius: Style.radius

        Words {
            id: boxed
            x: Style.gap
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 2 * Style.gap
            text: box.text
            color: box.ink
            font.pixelSize: box.strong ? 22 : 19
            font.weight: box.strong ? Font.Bold : Font.Normal
        }
    }

    radius: Style.radius
    color: Style.ground
    border.width: Style.border
    border.color: Style.action

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 24
        spacing: 10

        Words {
            Layout.fillWidth: true
            text: detail.words.title.text
            font.pixelSize: 27
            font.weight: Font.Bold
        }

        Label {
            text: detail.words.time + "　" + detail.words.method.text
        }

        Box {
            visible: detail.row.hasFault
            text: detail.words.headline
            strong: true
            color: Style.attentionWash
            ink: Style.attention
        }

        Label {
            visible: detail.row.hasFault
            text: Texts.toPatient.text
        }

        Box {
            visible: detail.row.hasFault
            text: detail.words.advice
            color: Style.actionWash
            ink: Style.action
        }

        Label {
            text: Texts.toDo.text
        }

        Words {
            Layout.fillWidth: true
            text: detail.words.todo.text
            font.pixelSize: 21
            font.weight: Font.Bold
        }

        Item {
            Layout.fillHeight: true
        }

        RowLayout {
            visible: detail.row.active
            spacing: 12

            DeskButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                primary: detail.words.calling
                text: Texts.open.text
                key: "Enter"
                onClicked: detail.board.open()
            }

            DeskButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                text: detail.board.endAsked ? Texts.endSure.text : Texts.end.text
                key: "F8"
                onClicked: detail.board.end()
            }
        }

        Words {
            Layout.fillWidth: true
            visible: detail.row.hasFault
            text: Texts.support.text + " " + detail.row.code
            color: Style.inkSoft
            font.pixelSize: 14
        }
    }
}
