// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Bridge

/// One sentence that matters, in its own box: an icon, the words, and a wash that is never the only sign.
Rectangle {
    id: notice

    enum Kind { Fine, Attention, Stop, Plain }

    property int kind: Notice.Plain
    property Phrase phrase
    property string text: phrase ? phrase.text : ""
    property string second: phrase ? phrase.second : ""

    readonly property color ink: [Style.fine, Style.attention, Style.stop, Style.action][kind]
    readonly property color wash: [Style.fineWash, Style.attentionWash, Style.stopWash, Style.actionWash][kind]
    readonly property string sign: [Icons.check, Icons.attention, Icons.attention, Icons.info][kind]

    implicitHeight: words.height + 2 * Style.gap
    radius: Style.radius
    color: wash
    border.width: 2
    border.color: ink
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        id: icon
        x: Style.gap
        anchors.verticalCenter: parent.verticalCenter
        path: notice.sign
        size: Style.answer
        ink: notice.ink
    }

    Column {
        id: words
        anchors.left: icon.right
        anchors.right: parent.right
        anchors.margins: Style.gap
        anchors.verticalCenter: parent.verticalCenter

        Words {
            width: parent.width
            text: notice.text
            color: notice.ink
            font.pixelSize: Style.second * 1.1
            font.weight: Font.Bold
            Accessible.ignored: true
        }

        SecondLine {
            width: parent.width
            text: notice.second
            font.pixelSize: Style.small
        }
    }
}
