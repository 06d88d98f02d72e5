// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Madoguchi.Controls
import Madoguchi.Staff
import Madoguchi.Board

/// One line below the rows: how many are booked today, what the advance check said, and how many have come.
Rectangle {
    id: line

    required property BoardModel board

    visible: board.booked.known
    implicitHeight: visible ? 40 : 0
    radius: Style.radiusSmall
    color: Style.groundSoft
    Accessible.role: Accessible.StaticText
    Accessible.name: counts.text + " " + come.text

    Words {
        id: counts
        anchors.left: parent.left
        anchors.leftMargin: Style.gap
        anchors.right: come.left
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        height: parent.height
        verticalAlignment: Text.AlignVCenter
        text: Texts.bookedToday.text.arg(line.board.booked.people).arg(line.board.booked.valid)
            .arg(line.board.booked.invalid).arg(line.board.booked.unchecked)
        font.pixelSize: 17
        font.weight: Font.Bold
        fontSizeMode: Text.Fit
        minimumPixelSize: 11
        Accessible.ignored: true
    }

    Words {
        id: come
        anchors.right: parent.right
        anchors.rightMargin: Style.gap
        anchors.verticalCenter: parent.verticalCenter
        height: parent.height
        width: parent.width * 0.4
        horizontalAlignment: Text.AlignRight
        verticalAlignment: Text.AlignVCenter
        text: Texts.bookedCome.text.arg(line.board.booked.come).arg(line.board.booked.toCheck)
        color: line.board.booked.toCheck > 0 ? Style.attention : Style.inkSoft
        font.pixelSize: 16
        fontSizeMode: Text.Fit
        minimumPixelSize: 11
        Accessible.ignored: true
    }
}
