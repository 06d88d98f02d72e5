// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Controls
import Madoguchi.Staff
import Madoguchi.Board

/// The chosen visit, as the next-step table has it: what happened, the sentence to say, what to do in order, the one
/// button, and what to claim under.
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
        font.pixelSize: 14
    }

    component Box: Rectangle {
        id: box

        property string text
        property color ink: Style.ink
        property bool strong: false

        Layout.fillWidth: true
        implicitHeight: boxed.implicitHeight + 8
        radius: Style.radius

        Words {
            id: boxed
            x: Style.gap
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 2 * Style.gap
            text: box.text
            color: box.ink
            font.pixelSize: box.strong ? 22 : 18
            font.weight: box.strong ? Font.Bold : Font.Normal
        }
    }

    radius: Style.radius
    color: Style.ground
    border.width: Style.border
    border.color: Style.action

    ColumnLayout {
        objectName: "advice"
        anchors.fill: parent
        anchors.margins: 14
        anchors.topMargin: 10
        anchors.bottomMargin: 10
        spacing: 3

        Label {
            text: detail.words.time + "　" + detail.words.second + "　" + detail.words.who.text
        }

        Box {
            text: detail.words.headline.text
            strong: true
            color: detail.words.calling ? Style.attentionWash : detail.row.received ? Style.fineWash : Style.groundSoft
            ink: detail.words.calling ? Style.attention : detail.row.received ? Style.fine : Style.ink
        }

        Words {
            Layout.fillWidth: true
            visible: detail.words.flagged
            text: detail.words.flag && detail.words.flagMore
                ? detail.words.flag.text + ": " + detail.words.flagMore.text : ""
            color: detail.words.flagFine ? Style.fine : Style.attention
            font.pixelSize: 15
        }

        Label {
            text: Texts.toPatient.text
        }

        Box {
            text: Texts.quoted.text.arg(detail.words.say.text)
            color: Style.actionWash
            ink: Style.action
        }

        Label {
            text: Texts.toDo.text
        }

        Column { // a layout that is not seen keeps what a Repeater deletes (Qt 6.4)
            id: steps

            Layout.fillWidth: true
            spacing: 2

            Repeater {
                model: detail.row.step.steps

                Words {
                    required property int index
                    required property var modelData

                    width: steps.width
                    text: "①②③④"[index] + " " + modelData.in(Texts.language)
                    font.pixelSize: 16
                }
            }
        }

        Item {
            Layout.fillHeight: true
        }

        RowLayout {
            spacing: 10

            DeskButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 3
                visible: detail.row.step.hasAction && detail.board.mayOpen
                fontSize: 18
                primary: detail.words.calling
                text: detail.words.action.text
                key: "F5"
                onClicked: detail.board.act()
            }

            DeskButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                visible: detail.row.active
                fontSize: 18
                enabled: detail.board.mayOpen
                text: Texts.open.text
                key: "Enter"
                onClicked: detail.board.open()
            }

            DeskButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                visible: detail.row.active
                fontSize: 18
                enabled: detail.board.mayEnd
                text: detail.board.endAsked ? Texts.endSure.text : Texts.end.text
                key: "F8"
                onClicked: detail.board.end()
            }
        }

        Words {
            Layout.fillWidth: true
            text: Texts.claim.text + " " + detail.words.claim.text
                + (detail.row.fault.code === "" ? "" : "　" + Texts.support.text + " " + detail.row.fault.code)
            color: Style.inkSoft
            font.pixelSize: 14
        }
    }
}
