// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtQuick.Layouts
import Madoguchi.Bridge
import Madoguchi.Controls

/// One item with its yes and its no.
Rectangle {
    id: row

    required property int item
    /// true, false, or undefined as long as nobody has answered.
    property var answer

    readonly property Phrase phrase: [Texts.itemMedicines, Texts.itemVisits, Texts.itemSurgery, Texts.itemCheckUps][item]
    readonly property string picture: [Icons.medicines, Icons.visits, Icons.surgery, Icons.checkUps][item]

    signal chosen(bool yes)

    implicitHeight: line.implicitHeight + Style.gap
    radius: Style.radius
    color: Style.groundSoft
    border.width: Style.highContrast ? 2 : 0
    border.color: Style.rule

    component Choice: AnswerButton {
        required property bool means

        Layout.preferredWidth: 152
        fontSize: Style.grown(30, 0.2)
        Layout.minimumWidth: Style.answerTarget
        leftPadding: Style.gap / 2
        rightPadding: Style.gap / 2
        lines: 1
        checkable: false
        checked: row.answer === means
        iconPath: checked ? Icons.check : ""
        Accessible.role: Accessible.RadioButton
        Accessible.name: row.phrase.text + " " + text
        Accessible.checkable: true
        Accessible.checked: checked
        onClicked: row.chosen(means)
    }

    RowLayout {
        id: line
        anchors.fill: parent
        anchors.margins: Style.gap / 2
        anchors.leftMargin: Style.gap
        spacing: Style.gap / 2

        Icon {
            path: row.picture
            size: 40
            ink: Style.pictureInk
        }

        Column {
            Layout.fillWidth: true
            Layout.leftMargin: Style.gap / 2

            Words {
                width: parent.width
                text: row.phrase.text
                font.pixelSize: Style.body
                font.weight: Font.Bold
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Style.smallest
            }

            SecondLine {
                width: parent.width
                text: row.phrase.second
                font.pixelSize: Style.small
            }
        }

        Choice {
            means: true
            phrase: Texts.yes
        }

        Choice {
            means: false
            phrase: Texts.no
        }
    }
}
