// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls
import Madoguchi.Staff
import Madoguchi.Board

/// One visit in the list: a sign, when, what happened, and what to do. Colour is never the only sign.
Rectangle {
    id: card

    required property DeskRow row
    required property bool chosen
    property bool signsSeen: true ///< false: outside the list; without a graphics card a shape there is not cut off

    signal picked
    signal opened

    readonly property RowWords words: RowWords {
        row: card.row
    }

    implicitHeight: 76
    radius: Style.radius
    color: words.wash
    border.width: chosen ? Style.border : 1
    border.color: chosen ? Style.action : Style.rule
    Accessible.role: Accessible.ListItem
    Accessible.name: words.title.text + ". " + words.second + ". "
        + (words.flag ? words.flag.text + ". " : "") + todo.text
    Accessible.selected: chosen
    Accessible.onPressAction: card.picked()

    Icon {
        id: sign
        visible: card.signsSeen
        x: 18
        anchors.verticalCenter: parent.verticalCenter
        path: card.words.sign
        size: 28
        weight: 2.5
        ink: card.words.ink
    }

    Words {
        id: time
        anchors.left: sign.right
        anchors.leftMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        width: 84
        horizontalAlignment: Text.AlignHCenter
        text: card.words.time
        color: Style.inkSoft
        font.pixelSize: 17
    }

    Column {
        id: story
        anchors.left: time.right
        anchors.leftMargin: 10
        anchors.verticalCenter: parent.verticalCenter
        width: (card.width - x - Style.gap) * 0.56

        Words {
            width: parent.width
            height: 44
            verticalAlignment: Text.AlignVCenter
            text: card.words.title.text
            font.pixelSize: 21
            font.weight: Font.Bold
            fontSizeMode: Text.Fit
            minimumPixelSize: 11
        }

        Item {
            width: parent.width
            height: 30

            Words {
                anchors.left: parent.left
                anchors.right: flag.visible ? flag.left : parent.right
                anchors.rightMargin: flag.visible ? 8 : 0
                height: parent.height
                verticalAlignment: Text.AlignVCenter
                text: card.words.second
                color: card.words.ink
                font.pixelSize: 16
                fontSizeMode: Text.Fit
                minimumPixelSize: 11
            }

            ReservationFlag {
                id: flag
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                words: card.words
                signSeen: card.signsSeen
            }
        }
    }

    Words {
        id: todo
        anchors.left: story.right
        anchors.leftMargin: 10
        anchors.right: parent.right
        anchors.rightMargin: Style.gap
        anchors.verticalCenter: parent.verticalCenter
        height: 66
        verticalAlignment: Text.AlignVCenter
        text: card.words.calling ? card.words.first.text : Texts.todoNothing.text
        color: card.words.calling ? Style.ink : Style.inkSoft
        font.pixelSize: 18
        fontSizeMode: Text.Fit
        minimumPixelSize: 11
    }

    MouseArea {
        anchors.fill: parent
        onClicked: card.picked()
        onDoubleClicked: card.opened()
    }
}
